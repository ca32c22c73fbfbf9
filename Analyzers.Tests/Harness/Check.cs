namespace Memo.Analyzers.Tests.Harness;

/// <summary>Holds a program to the diagnostics that are marked in it.</summary>
internal static class Check
{
    /// <summary>A whole file.</summary>
    public static Task Code(string source) => new AnalysisTest().File("C.cs", source).RunAsync();

    /// <summary>Members of a static class.</summary>
    public static Task Members(string members) => Code(SourceText.Class(members));

    /// <summary>As <see cref="Members"/>, with what only informs marked too.</summary>
    public static Task MembersWithInfo(string members) =>
        new AnalysisTest { WithInfo = true }.File("C.cs", SourceText.Class(members)).RunAsync();

    public static Task Files(params (string Name, string Source)[] files)
    {
        var test = new AnalysisTest();
        foreach (var (name, source) in files) test.File(name, source);
        return test.RunAsync();
    }
}
