namespace Memo.Analyzers.Tests.CallSites;

/// <summary>What the type arguments of a call decide is told at the call; what holds for all of them, at the declaration.</summary>
public sealed class GenericCallTests
{
    // Line 1 is free for the call; the types follow.
    private static async Task<string[]> Of(string call, string members) =>
        [.. (await Reported.InFiles(("C.cs", "public static class P { public static object? F(string text) => " + call + "; }\n" + members)))
            .Where(d => d.Id != "MEMO105" || d.Severity != Microsoft.CodeAnalysis.DiagnosticSeverity.Info) // the culture is in the key
            .Select(d => $"{d.Id} {d.Location.GetLineSpan().StartLinePosition.Line + 1}: {d.Message()}")];

    private const string Parse = "public static class C { [Memoize] public static T Parse<T>(string text) where T : IParsable<T> => T.Parse(text, System.Globalization.CultureInfo.InvariantCulture); }";

    [TestCase("C.Parse<int>(text)", ExpectedResult = new string[0])]
    [TestCase("C.Parse<DateTime>(text)", ExpectedResult = new[] { "MEMO104 1: 'Parse<DateTime>' reads the clock through Parse<DateTime> → DateTime.Parse (C.cs:2)", "MEMO104 1: 'Parse<DateTime>' reads the clock through Parse<DateTime> → DateTime.TryParse (C.cs:2)" })]
    public Task<string[]> What_a_type_of_the_framework_does(string call) => Of(call, Parse);

    private const string Show = """
        public static class C { [Memoize] public static string Show<T>(T x) => x!.ToString()!; }
        public sealed record Quiet(int A) { public override string ToString() => "quiet"; }
        public sealed record Loud(int A) { public override string ToString() { Console.WriteLine("loud"); return "loud"; } }
        public sealed record Counting(int A) { private int _count; public override string ToString() => "count" + _count++; }
        """;

    [TestCase("C.Show(new Quiet(1))", ExpectedResult = new string[0])]
    [TestCase("C.Show(new List<Quiet>())", ExpectedResult = new string[0])]
    [TestCase("C.Show(new Loud(1))", ExpectedResult = new[] { "MEMO109 1: 'Show<Loud>' writes to the console through Show<Loud> → Loud.ToString → Console.WriteLine (C.cs:4)" })]
    [TestCase("C.Show(new Counting(1))", ExpectedResult = new[] { "MEMO106 1: 'Show<Counting>' changes its argument 'x' through Show<Counting> → Counting.ToString (C.cs:5)" })]
    public Task<string[]> What_a_type_of_the_program_does(string call) => Of(call, Show);

    private const string Make = """
        public static class C { [Memoize] public static T Make<T>() where T : new() => new T(); }
        public sealed record Quiet { public int A = 1; }
        public sealed record Timed { public long A = DateTime.UtcNow.Ticks; }
        """;

    [TestCase("C.Make<Quiet>()", ExpectedResult = new string[0])]
    [TestCase("C.Make<Timed>()", ExpectedResult = new[] { "MEMO104 1: 'Make<Timed>' reads the clock through Make<Timed> → new Timed → DateTime.UtcNow (C.cs:4)" })]
    public Task<string[]> What_a_constructor_does(string call) => Of(call, Make);

    private const string Area = """
        public static class C { [Memoize] public static int Area<T>(T shape) where T : IShape => shape.Area() + T.Corners(); }
        public interface IShape { int Area(); static abstract int Corners(); }
        public sealed record Quiet(int A) : IShape { public int Area() => 1; public static int Corners() => 4; }
        public sealed record Loud(int A) : IShape { public int Area() { Console.WriteLine(); return 1; } public static int Corners() => 4; }
        public sealed record Timed(int A) : IShape { public int Area() => 1; public static int Corners() => DateTime.Now.Day; }
        """;

    [TestCase("C.Area(new Quiet(1))", ExpectedResult = new[] { "MEMO109 2", "MEMO104 2" })]
    public async Task<string[]> The_definition_tells_what_any_of_its_types_may_do(string call) => [.. (await Of(call, Area)).Select(found => found[..9])];

    [TestCase("C.First(new[] { 1 })", ExpectedResult = new string[0])]
    [TestCase("C.First(new[] { \"a\" })", ExpectedResult = new string[0])]
    [TestCase("C.First(new[] { new int[1] })", ExpectedResult = new[] { "MEMO203 1" })]
    public async Task<string[]> A_result_that_somebody_else_has(string call) =>
        [.. (await Of(call, "public static class C { [Memoize] public static T First<T>(T[] list) => list[0]; }")).Select(found => found[..9])];

    [TestCase("C.Show(new System.IO.MemoryStream())", "its parameter 'x' cannot be part of a key: ", TestName = "A parameter")]
    [TestCase("C.Make<Action>()", "its result does not survive serialization", TestName = "A result")]
    [TestCase("C.Show(new { A = 1 })", "the type '<anonymous type: int A>' cannot be named in generated code; make it internal", TestName = "An anonymous type")]
    [TestCase("Q.Call()", "the type 'Q.Secret' cannot be named in generated code; make it internal", TestName = "A private type")]
    [TestCase("Q.Open(1)", "its type argument 'U' is another one for each caller", TestName = "An open type")]
    public async Task A_call_that_cannot_be_answered_says_why(string call, string reason)
    {
        var found = await Of(call, """
            public static class C { [Memoize] public static string Show<T>(T x) => ""; [Memoize] public static T? Make<T>() => default; }
            """ + (call.StartsWith('Q') ? """
            public static class Q
            {
                private sealed record Secret(int A);
                public static string Call() => nameof(Q) + (nameof(Call) == "Call" ? "" : C.Show(1)) + Hidden();
                private static string Hidden() => C.Show(new Secret(1));
                public static string Open<U>(U x) => C.Show(new List<U> { x });
            }
            """ : ""));
        Assert.That(found, Has.Some.Contains("does not go through the cache: " + reason));
    }
}
