namespace Memo.Analyzers.Tests.Effects;

/// <summary>A static field, what somebody else does with it, how the memoized method reads it, and a member beside.</summary>
internal sealed record TableRead(string Name, string Field, string Touch, string Read, string Member)
{
    private const string Types = """
        public sealed record Row(string Name, int N);
        sealed class Cell { public int N; public List<int> All = []; public void Up() => N++; public int Twice() => N * 2; }
        static int Sum(IEnumerable<int> xs) { var n = 0; foreach (var x in xs) n += x; return n; }
        static int First(int[] xs) => xs[0];
        static void Change(int[] xs) => xs[0] = 1;
        static T Same<T>(T t) => t;

        """;

    public Snippet Snippet(params string[] rules) =>
        new(Name, Types + Field + "\n" + Member + "\npublic static void Touch() { " + Touch + " }", "int F(int x) => " + Read + ";", rules);
}
