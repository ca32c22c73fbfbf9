using Memo.CodeFixes.Dependencies;

namespace Memo.Analyzers.Tests.CodeFixes;

/// <summary>MEMO401: the name that was meant.</summary>
public sealed class CorrectTemplateTests
{
    [TestCase("{pth}/a", "{path}/a")]
    [TestCase("{Path}", "{path}")]
    [TestCase("{options.Indx}", "{options.Index}")]
    [TestCase("{option.index}/{path}", "{options.Index}/{path}")]
    public Task The_nearest_name_is_offered(string wrong, string right)
    {
        static string Source(string template) => $$"""
            using Memo;
            public sealed record Options(string Index);
            static class C
            {
                [Memoize]
                [{{template}}]
                public static string F(string path, Options options) => File.ReadAllText({{(template.Contains("/a", StringComparison.Ordinal) ? "path + \"/a\"" : template.Contains("/{", StringComparison.Ordinal) ? "options.Index + \"/\" + path" : template.Contains("ption", StringComparison.Ordinal) ? "options.Index" : "path")}});
            }
            """;
        var marked = Source("{|MEMO401:DependsOnFile(\"" + wrong + "\")|}");
        return FixTest.Mends<CorrectTemplate>(marked.Replace("=> File", "=> {|MEMO101:File", StringComparison.Ordinal).Replace(");\n}", ")|};\n}", StringComparison.Ordinal), Source($"DependsOnFile(\"{right}\")"));
    }

    [TestCase("{whatever}")]
    [TestCase("{path")]
    public Task Nothing_is_offered_where_nothing_is_near(string wrong) => FixTest.OffersNothing<CorrectTemplate>($$"""
        using Memo;
        static class C
        {
            [Memoize]
            [{|MEMO401:DependsOnFile("{{wrong}}")|}]
            public static string F(string path) => {|MEMO101:File.ReadAllText(path)|};
        }
        """);
}
