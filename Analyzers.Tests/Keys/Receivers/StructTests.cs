namespace Memo.Analyzers.Tests.Keys.Receivers;

/// <summary>A struct that is not readonly: what the method does to it is done to the very place where it is.</summary>
public sealed class StructTests
{
    [Test]
    public void It_is_keyed_by_what_is_read() => Assert.That(ReadFieldTests.Calls("""
        var s = new S { A = 1, B = 1 };
        Console.WriteLine(s.M(1));
        s.B = 2;
        Console.WriteLine(s.M(1));
        s.A = 2;
        Console.WriteLine(s.M(1));
        public struct S { public int A, B; [Memoize] public int M(int x) => A + x; }
        """), Is.EqualTo(["miss S.M(1)", "hit S.M(1)", "miss S.M(1)"]));

    [Test]
    public void Wherever_it_is_the_call_is_remembered()
    {
        const string source = """
            var local = new S { A = 1 };
            Console.WriteLine(local.M());
            Console.WriteLine(new S { A = 1 }.M());
            Console.WriteLine(Made().M());
            S[] array = [local];
            Console.WriteLine(array[0].M());
            foreach (var each in array) Console.WriteLine(each.M());
            var holder = new Holder();
            Console.WriteLine(holder.Fixed.M());
            Console.WriteLine(holder.Free.M());
            Console.WriteLine(holder.Property.M());
            Console.WriteLine(Holder.Static.M());
            Console.WriteLine(In(local));
            S? maybe = local;
            Console.WriteLine(maybe?.M());
            if (maybe is not null) Console.WriteLine(maybe.Value.M());
            Func<int> later = () => local.M();
            Console.WriteLine(later());
            Console.WriteLine(local.Twice());
            static S Made() => new() { A = 1 };
            static int In(in S s) => s.M();
            public struct S
            {
                public int A;
                [Memoize] public int M() => A + 1;
                public int Twice() => M() + this.M();
            }
            public sealed class Holder
            {
                public readonly S Fixed = new() { A = 1 };
                public S Free = new() { A = 1 };
                public S Property => Free;
                public static S Static = new() { A = 1 };
            }
            """;
        Assert.That(ReadFieldTests.Calls(source), Is.EqualTo((string[])["miss S.M()", .. Enumerable.Repeat("hit S.M()", 14)]));
    }

    [Test]
    public void A_method_that_changes_it_changes_it_at_every_call() => Assert.That(ReadFieldTests.Calls("""
        var s = new S();
        Console.WriteLine(s.Next());
        Console.WriteLine(s.Next());
        var all = new[] { s };
        Console.WriteLine(all[0].Next() + all[0].Next());
        Console.WriteLine(all[0].Grow());
        Console.WriteLine((s.A, all[0].A));
        public struct S
        {
            public int A;
            [Memoize] public int Next() => ++A;
            public int Grow() => Own();
            [Memoize] internal int Own() => A += 10;
        }
        """), Is.EqualTo(["bypass S.Next()", "bypass S.Next()", "bypass S.Next()", "bypass S.Next()", "bypass S.Own()"]));

    [Test]
    public void An_asynchronous_method_works_on_a_copy() => Assert.That(ReadFieldTests.Calls("""
        var s = new S { A = 1 };
        Console.WriteLine(s.M().Result);
        Console.WriteLine(s.M().Result);
        Console.WriteLine(s.A);
        public struct S { public int A; [Memoize] public async Task<int> M() { await Task.Yield(); return A; } }
        """), Is.EqualTo(["miss S.M()", "hit S.M()"]));

    [Test]
    public async Task A_task_of_a_method_that_is_not_asynchronous_is_refused()
    {
        var findings = await Reported.InFiles(("C.cs", """
            public struct S { public int A;
                [Memoize] public Task<int> F(int y) => Task.FromResult(A + y);
                [Memoize] public async Task<int> G(int y) { await Task.Yield(); return A + y; }
                [Memoize] public readonly Task<int> H(int y) => Task.FromResult(A + y);
                [Memoize] public int I(int y) => A + y;
            }
            """));
        Assert.That(findings.IdsAndLines(), Is.EqualTo(["MEMO206 line 2"]));
    }
}
