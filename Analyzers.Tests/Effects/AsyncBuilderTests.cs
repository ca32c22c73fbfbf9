using Memo.Analyzers.Tests.Harness;
using NUnit.Framework;

namespace Memo.Analyzers.Tests.Effects;

/// <summary>An async function whose task type brings its own builder runs that builder's code.</summary>
[TestFixture]
internal sealed class AsyncBuilderTests
{
    private const string Builder = """
        [System.Runtime.CompilerServices.AsyncMethodBuilder(typeof(OwnBuilder))]
        public sealed class OwnTask;
        public sealed class OwnBuilder
        {
            public static int N;
            public static OwnBuilder Create() { N++; return new(); }
            public OwnTask Task => new();
            public void Start<T>(ref T machine) where T : System.Runtime.CompilerServices.IAsyncStateMachine => machine.MoveNext();
            public void SetStateMachine(System.Runtime.CompilerServices.IAsyncStateMachine machine) { }
            public void SetResult() { }
            public void SetException(Exception exception) { }
            public void AwaitOnCompleted<A, T>(ref A awaiter, ref T machine) { }
            public void AwaitUnsafeOnCompleted<A, T>(ref A awaiter, ref T machine) { }
        }
        """;

    [TestCase("Go(); return x; static async OwnTask Go() { await Task.CompletedTask; }", TestName = "Of a local function")]
    [TestCase("Func<OwnTask> f = async () => { await Task.CompletedTask; }; f(); return x;", TestName = "Of a lambda")]
    public async Task Is_not_taken_for_the_framework_s(string body)
    {
        var findings = await Reported.InFiles(
            ("Builder.cs", Builder), ("C.cs", $"public static class C {{ [Memoize] public static int F(int x) {{ {body} }} }}"));
        Assert.That(findings.Select(f => f.Id), Does.Contain("MEMO107"));
    }

    [TestCase("Go(); return x; static async Task Go() { await Task.CompletedTask; }", TestName = "Of a local function that returns a Task")]
    public async Task The_framework_s_is_harmless(string body)
    {
        var findings = await Reported.InFiles(("C.cs", $"public static class C {{ [Memoize] public static int F(int x) {{ {body} }} }}"));
        Assert.That(findings, Is.Empty);
    }
}
