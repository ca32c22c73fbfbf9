using static Memo.Analyzers.Tests.Hashing.Edit;

namespace Memo.Analyzers.Tests.Hashing;

/// <summary>Attributes that change what the compiler or the runtime makes of a body that stays as it is, and those that do not.</summary>
public sealed class SteeringAttributesTests
{
    private const string Compiler = "System.Runtime.CompilerServices.";
    private const string Sum = "static async Task<int> Sum(IAsyncEnumerable<int> a) { var s = 0; await foreach (var i in a) s += i; return s; }\n";
    private const string Stacked = "{ Span<int> s = stackalloc int[4]; return s[x & 3] + x; }";

    private static IEnumerable<Edit> Steering =>
    [
        new("which parameter stops an iterator", Stream(""), Stream($"[{Compiler}EnumeratorCancellation] ")),
        Body("which parameter stops an iterator inside of a method", "{ return Sum(A(x)).Result; " + Iterator("") + " }", "{ return Sum(A(x)).Result; " + Iterator($"[{Compiler}EnumeratorCancellation] ") + " }", Sum),
        Others("what builds a task", "=> A(x).Result;", "static async ValueTask<int> A(int x) { await Task.Yield(); return x; }", $"[{Compiler}AsyncMethodBuilder(typeof({Compiler}PoolingAsyncValueTaskMethodBuilder<>))] static async ValueTask<int> A(int x) {{ await Task.Yield(); return x; }}"),
        Members("memory that is not cleared", F + Stacked, $"[{Compiler}SkipLocalsInit] " + F + Stacked),
        new("memory that is not cleared in a type", SourceText.Class(F + Stacked), $"[{Compiler}SkipLocalsInit]\n" + SourceText.Class(F + Stacked)),
        new("memory that is not cleared in a module", SourceText.Class(F + Stacked), $"[module: {Compiler}SkipLocalsInit]\n" + SourceText.Class(F + Stacked)),
        Body("memory that is not cleared in a local function", "{ return A(x); static int A(int x) " + Stacked + " }", $"{{ return A(x); [{Compiler}SkipLocalsInit] static int A(int x) " + Stacked + " }"),
        Others("one thread at a time", "=> A(x);", "static int A(int x) => x + 1;", $"[{Compiler}MethodImpl({Compiler}MethodImplOptions.Synchronized)] static int A(int x) => x + 1;"),
        Others("one thread at a time, as a number", "=> A(x);", "static int A(int x) => x + 1;", $"[{Compiler}MethodImpl((short)32)] static int A(int x) => x + 1;"),
        Others("a static of each thread", "{ A += x; return A; }", "static int A;", "[ThreadStatic] static int A;"),
        Others("a static of each thread that is only read", "=> A.Length + x;", "static readonly string A = new('a', 3);", "[ThreadStatic] static readonly string A = new('a', 3);"),
        Others("a volatile static", "{ A = x; return A; }", "static int A;", "static volatile int A;"),
    ];

    private static IEnumerable<Edit> Advice =>
    [
        Others("to be compiled into its callers", "=> A(x);", "static int A(int x) => x + 1;", $"[{Compiler}MethodImpl({Compiler}MethodImplOptions.AggressiveInlining)] static int A(int x) => x + 1;"),
        Others("not to be compiled into its callers", "=> A(x);", "static int A(int x) => x + 1;", $"[{Compiler}MethodImpl({Compiler}MethodImplOptions.NoInlining | {Compiler}MethodImplOptions.NoOptimization)] static int A(int x) => x + 1;"),
        Others("to debuggers", "=> A(x);", "static int A(int x) => x + 1;", "[System.Diagnostics.DebuggerStepThrough] static int A(int x) => x + 1;"),
        Others("to the compiler's flow analysis", "=> A(\"a\") + x;", "static int A(string? s) => s?.Length ?? 1;", "static int A([System.Diagnostics.CodeAnalysis.AllowNull] string s) => s?.Length ?? 1;"),
        Others("of the caller's line where every caller gives one", "=> A(x, 7);", "static int A(int x, int line = 0) => x + line;", $"static int A(int x, [{Compiler}CallerLineNumber] int line = 0) => x + line;"),
        Others("memory that is not cleared, in a method that is not reached", "=> x;", "static int A(int x) " + Stacked, $"[{Compiler}SkipLocalsInit] static int A(int x) " + Stacked),
    ];

    [TestCaseSource(nameof(Steering))]
    public void An_attribute_that_steers_changes_the_hash(Edit edit) => ChangedBodyTests.AssertDifferent(edit);

    [TestCaseSource(nameof(Advice))]
    public void Advice_keeps_the_hash(Edit edit)
    {
        var (before, after) = Hash.Of(edit);
        Assert.That(after, Is.EqualTo(before));
    }

    private static string Stream(string attribute) => SourceText.Class(F + "=> Sum(A(x)).Result;\n" + Sum + Iterator(attribute).Replace("async", "static async", StringComparison.Ordinal));

    private static string Iterator(string attribute) => $"async IAsyncEnumerable<int> A(int x, {attribute}CancellationToken stop = default) {{ await Task.Yield(); if (!stop.IsCancellationRequested) yield return x; }}";
}
