using Memo.CodeFixes.Purity;

namespace Memo.Analyzers.Tests.CodeFixes;

/// <summary>MEMO101: what is read is found out when it is read.</summary>
public sealed class ReadThroughTrackedTests
{
    [Test]
    public Task A_read_in_a_helper_in_another_file_is_tracked_there() => FixTest.Mends<ReadThroughTracked>(
        ["using Memo; static class C { [Memoize] public static int F(string path) => {|MEMO101:Helper.Of(path.Trim())|}; }",
         "using System.Xml;\n\nstatic class Helper { public static int Of(string path) => System.IO.File.ReadAllText(/* all */ path).Length; }"],
        ["using Memo; static class C { [Memoize] public static int F(string path) => Helper.Of(path.Trim()); }",
         "using System.Xml;\n\nstatic class Helper { public static int Of(string path) => TrackedFile.ReadAllText(/* all */ path).Length; }"]);

    [Test]
    public Task A_loop_over_a_directory_is_tracked_as_a_whole() => FixTest.Mends<ReadThroughTracked>(
        """
        using Memo;
        static class C
        {
            [Memoize]
            public static int F(string folder)
            {
                var size = 0;
                foreach (var file in {|MEMO101:Directory.GetFiles(folder)|}) size += {|MEMO101:File.ReadAllText(file)|}.Length;
                return size;
            }
        }
        """,
        """
        using Memo;
        static class C
        {
            [Memoize]
            public static int F(string folder)
            {
                var size = 0;
                foreach (var file in TrackedDirectory.GetFiles(folder)) size += TrackedFile.ReadAllText(file).Length;
                return size;
            }
        }
        """, iterations: 2);

    [Test]
    public Task Writing_cannot_be_tracked() => FixTest.OffersNothing<ReadThroughTracked>(
        "using Memo; static class C { [Memoize] public static int F(string path) { {|MEMO101:File.WriteAllText(path, \"\")|}; return 1; } }");
}
