namespace Memo.Analyzers.Tests.Generation;

public sealed class AsyncMethodTests
{
    [Test]
    public void Tasks_and_value_tasks_are_remembered() => MemoizedProgram.RemembersAll(4, """
        Console.WriteLine(await C.A(1));
        Console.WriteLine(await C.B(2));
        Console.WriteLine(string.Join(",", await Task.WhenAll(C.A(3), C.A(4))));
        public static class C
        {
            [Memoize] public static async Task<int> A(int x) { await Task.Yield(); return x * 2; }
            [Memoize] public static async ValueTask<string> B(int x) { await Task.Yield(); return x == 2 ? "two" : "?"; }
        }
        """);

    [Test]
    public void A_method_that_returns_a_task_without_being_async_is_remembered() => MemoizedProgram.RemembersAll(1, """
        Console.WriteLine(await C.A(1));
        public static class C
        {
            [Memoize] public static Task<int> A(int x) => Task.FromResult(x * 2);
        }
        """);

    [Test]
    public void A_token_is_passed_on_and_not_keyed() => MemoizedProgram.RemembersAll(3, """
        using var source = new CancellationTokenSource();
        Console.WriteLine(await C.A(1, CancellationToken.None));
        Console.WriteLine(await C.A(1, source.Token));
        Console.WriteLine(C.B(1, source.Token));
        public static class C
        {
            [Memoize] public static async Task<int> A(int x, CancellationToken token) { await Task.Yield(); token.ThrowIfCancellationRequested(); return x; }
            [Memoize] public static int B(int x, CancellationToken token = default) { token.ThrowIfCancellationRequested(); return x; }
        }
        """);

    [Test]
    public void A_cancelled_token_cancels_as_without_memo()
    {
        using var program = new MemoizedProgram("""
            using var source = new CancellationTokenSource();
            Console.WriteLine(await C.A(1, source.Token));
            source.Cancel();
            try { Console.WriteLine(await C.A(1, source.Token)); } catch (OperationCanceledException) { Console.WriteLine("cancelled"); }
            public static class C
            {
                [Memoize] public static async Task<int> A(int x, CancellationToken token) { await Task.Yield(); token.ThrowIfCancellationRequested(); return x; }
            }
            """);
        Assert.That(program.Start().Output, Is.EqualTo("1\ncancelled\n"));
        Assert.That(program.Start().Output, Is.EqualTo("1\ncancelled\n"));
    }

    [Test]
    public void An_exception_is_thrown_again_and_nothing_is_stored()
    {
        using var program = new MemoizedProgram("""
            for (var i = 0; i < 2; i++)
            {
                try { Console.WriteLine(await C.A(-1)); } catch (ArgumentException e) { Console.WriteLine(e.Message); }
                try { Console.WriteLine(C.B(-1)); } catch (ArgumentException e) { Console.WriteLine(e.Message); }
            }
            public static class C
            {
                [Memoize] public static async Task<int> A(int x) { await Task.Yield(); if (x < 0) throw new ArgumentException("a"); return x; }
                [Memoize] public static int B(int x) => x < 0 ? throw new ArgumentException("b") : x;
            }
            """);
        Assert.That(program.Start().Output, Is.EqualTo("a\nb\na\nb\n"));
        var second = program.Start();
        Assert.That(second.Output, Is.EqualTo("a\nb\na\nb\n"));
        Assert.That(second.Of("hit"), Is.Empty);
    }
}
