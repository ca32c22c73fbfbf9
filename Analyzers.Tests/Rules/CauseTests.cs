namespace Memo.Analyzers.Tests.Rules;

/// <summary>What is one cause, and so one finding, and what are two.</summary>
public sealed class CauseTests
{
    [TestCase("using var client = new System.Net.Http.HttpClient(); return client.GetStringAsync(\"u\").Result.Length;", TestName = "A service that is opened, used and closed")]
    [TestCase("var watch = System.Diagnostics.Stopwatch.StartNew(); watch.Stop(); return (int)watch.ElapsedTicks;", TestName = "A stopwatch that is started, stopped and read")]
    [TestCase("return DateTime.UtcNow.Second + DateTime.UtcNow.Minute;", TestName = "A member that is used twice")]
    [TestCase("return File.Exists(\"a\") ? File.ReadAllText(\"a\").Length : 0;", TestName = "A file that is read in two ways")]
    [TestCase("using var stream = File.Open(\"a\", FileMode.Open); return stream.ReadByte();", TestName = "A file that is opened in a way that might write")]
    [TestCase("Console.Write(1); Console.WriteLine(2); return 1;", TestName = "An output that is written to in two ways")]
    [TestCase("s_calls++; return 1;", TestName = "A static that is read and changed in one place")]
    [TestCase("if (s_calls > 3) { s_calls = 0; } return 1;", TestName = "A static that is read in one place and changed in another")]
    [TestCase("return Environment.GetEnvironmentVariable(\"A\")!.Length + Environment.GetEnvironmentVariable(\"A\")!.Length;", TestName = "A variable that is read twice")]
    [TestCase("return (Environment.CurrentDirectory + Directory.GetCurrentDirectory()).Length;", TestName = "The current directory by two names")]
    [TestCase("xs[0] = 1; xs[1] = 2; return 1;", TestName = "An argument that is changed twice")]
    public async Task One_cause_is_one_finding(string body) => Assert.That(await Findings(body), Has.Length.EqualTo(1));

    [TestCase("return File.ReadAllText(\"a\").Length + File.ReadAllText(\"b\").Length;", TestName = "Two files")]
    [TestCase("return Read(\"a\") + Read(\"b\");", TestName = "Two files in one helper")]
    [TestCase("return DateTime.UtcNow.Second + Environment.TickCount;", TestName = "Two clocks")]
    [TestCase("return Guid.NewGuid().GetHashCode() + DateTime.UtcNow.Second;", TestName = "Two things that differ from run to run")]
    [TestCase("Console.Write(1); new System.Diagnostics.TraceSource(\"a\").Flush(); return 1;", TestName = "Two outputs")]
    [TestCase("return s_calls + s_other;", TestName = "Two statics")]
    [TestCase("s_calls = 1; return s_other;", TestName = "A static that is changed and one that is read")]
    [TestCase("return Environment.GetEnvironmentVariable(\"A\")!.Length + Environment.GetEnvironmentVariable(\"B\")!.Length;", TestName = "Two variables")]
    [TestCase("xs[0] = 1; ys[0] = 1; return 1;", TestName = "Two arguments")]
    [TestCase("File.WriteAllText(\"a\", \"\"); return File.ReadAllText(\"a\").Length;", TestName = "A file that is written and then read")]
    public async Task Two_causes_are_two(string body) => Assert.That(await Findings(body), Has.Length.EqualTo(2));

    [TestCase("var now = DateTime.UtcNow;\nreturn now.Second + DateTime.UtcNow.Second;", 7)]
    [TestCase("var a = Read(\"a\");\nreturn a + File.ReadAllText(\"a\").Length;", 8, TestName = "The shorter way, though it is later")]
    public async Task It_is_told_by_the_shortest_way_and_at_its_first_place(string body, int line)
    {
        var found = await Reported.InMembers(Program("\n" + body));
        Assert.That(found.IdsAndLines(), Has.One.EndsWith($" line {line}"), string.Join('\n', found));
    }

    private static async Task<string[]> Findings(string body) => (await Reported.InMembers(Program(body))).IdsAndLines();

    private static string Program(string body) => """
        private static int s_calls = 1;
        public static int s_other = 1;
        private static int Read(string path) => File.ReadAllText(path).Length;
        [Memoize] public static int F(int[] xs, int[] ys) {
        """ + body + "} public static void Set() { s_calls = 1; s_other = 1; }";
}
