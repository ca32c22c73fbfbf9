namespace Memo.Runtime.Tests;

/// <summary>Tests of users: each with memoized methods of its own.</summary>
public sealed class ScopeTests : WorkbenchTests
{
    private static readonly MemoizedMethod<string?> s_method = new(Manifests.Of("Scoped.F"));

    private static string? Invoke(string text, Func<string?, string?> compute) => s_method.Invoke(new TextCall(text, compute));

    private static string? Never(string? text) => throw new InvalidOperationException("ran");

    [Test]
    public void A_scope_begins_with_nothing_and_leaves_nothing()
    {
        for (var i = 0; i < 2; i++)
        {
            using (Memoizer.Scope())
            {
                Assert.That(Invoke("a", _ => "computed " + i), Is.EqualTo("computed " + i));
                Assert.That(Invoke("a", Never), Is.EqualTo("computed " + i));
            }
        }
    }

    [Test]
    public void Statistics_are_those_of_the_scope()
    {
        using (Memoizer.Scope())
        {
            Invoke("a", _ => "1");
            Invoke("a", Never);
            var counts = Memoizer.Statistics.Single();
            Assert.That((counts.Method, counts.Hits, counts.Misses), Is.EqualTo(("Scoped.F", 1L, 1L)));
        }
    }

    [Test]
    public void A_scope_within_a_scope_ends_where_it_ends()
    {
        using (Memoizer.Scope())
        {
            Invoke("a", _ => "outer");
            using (Memoizer.Scope(options => options.Mode = MemoizerMode.Off))
            {
                Assert.That(Invoke("a", _ => "inner"), Is.EqualTo("inner"));
            }
            Assert.That(Invoke("a", Never), Is.EqualTo("outer"));
        }
    }

    [Test]
    public async Task Flows_that_run_at_the_same_time_do_not_see_each_other()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(async i =>
        {
            await Task.Yield();
            using (Memoizer.Scope())
            {
                Invoke("a", _ => "result " + i);
                await Task.Delay(1);
                return await Task.Run(() => Invoke("a", Never));
            }
        }));
        Assert.That(results, Is.EqualTo(Enumerable.Range(0, 20).Select(i => "result " + i)));
    }

    [Test]
    public void A_scope_may_have_a_store()
    {
        for (var i = 0; i < 2; i++)
        {
            using (Memoizer.Scope(options => (options.Directory, options.InMemory) = (Bench.Store, false)))
            {
                Assert.That(Invoke("a", _ => "computed " + i), Is.EqualTo("computed 0"));
            }
        }
        Assert.That(Bench.Entries, Has.Length.EqualTo(1));
    }

    [Test]
    public void What_is_kept_in_memory_only_touches_no_folder()
    {
        using (Memoizer.Scope(options => (options.Directory, options.Log) = (Bench.Store, MemoizerLog.None)))
        {
            Invoke("a", _ => "computed");
            Assert.That(Invoke("a", Never), Is.EqualTo("computed"));
        }
        Assert.That(Directory.Exists(Bench.Store), Is.False);
    }

    [Test]
    public void To_end_a_scope_twice_is_to_end_it_once()
    {
        using (Memoizer.Scope())
        {
            Invoke("a", _ => "outer");
            var inner = Memoizer.Scope();
            inner.Dispose();
            inner.Dispose();
            Assert.That(Invoke("a", Never), Is.EqualTo("outer"));
        }
    }
}
