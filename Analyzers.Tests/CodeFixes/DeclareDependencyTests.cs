using Memo.CodeFixes.Dependencies;
using NUnit.Framework;

namespace Memo.Analyzers.Tests.CodeFixes;

/// <summary>MEMO101, 102, 105 and 404: what is read is declared.</summary>
[TestFixture]
internal sealed class DeclareDependencyTests
{
    [Test]
    public Task A_path_parameter_becomes_the_template() => FixTest.Mends<DeclareDependency>(
        """
        using Memo;
        static class Pipeline
        {
            [Memoize]
            public static string Load(string path) => {|MEMO101:File.ReadAllText(path)|};
        }
        """,
        """
        using Memo;
        static class Pipeline
        {
            [Memoize]
            [DependsOnFile("{path}")]
            public static string Load(string path) => File.ReadAllText(path);
        }
        """);

    [TestCase("File.ReadAllText($\"{dir}/index.json\")", "{dir}/index.json")]
    [TestCase("File.ReadAllText(dir + \"/index.json\")", "{dir}/index.json")]
    [TestCase("File.ReadAllText(Path.Combine(dir, \"index.json\"))", "{dir}/index.json")]
    [TestCase("File.ReadAllText(Path.Combine(dir, \"sub\", \"index.json\"))", "{dir}/sub/index.json")]
    [TestCase("File.ReadAllText(\"data/{all}.json\")", "data/{{all}}.json")]
    public Task Constant_parts_stay_in_the_template(string read, string template) => FixTest.Mends<DeclareDependency>(
        $$"""
        using Memo;
        static class Pipeline
        {
            [Memoize]
            public static string Load(string dir) => {|MEMO101:{{read}}|};
        }
        """,
        $$"""
        using Memo;
        static class Pipeline
        {
            [Memoize]
            [DependsOnFile("{{template}}")]
            public static string Load(string dir) => {{read}};
        }
        """);

    [Test]
    public Task A_member_of_a_parameter_is_named_with_a_dot() => FixTest.Mends<DeclareDependency>(
        """
        using Memo;
        sealed record Options(string Index);
        static class Pipeline
        {
            [Memoize]
            public static string Load(Options options) => {|MEMO101:File.ReadAllText(options.Index)|};
        }
        """,
        """
        using Memo;
        sealed record Options(string Index);
        static class Pipeline
        {
            [Memoize]
            [DependsOnFile("{options.Index}")]
            public static string Load(Options options) => File.ReadAllText(options.Index);
        }
        """);

    [Test]
    public Task A_read_in_a_helper_is_declared_where_the_helper_is_called() => FixTest.Mends<DeclareDependency>(
        """
        using Memo;
        static class Pipeline
        {
            [Memoize]
            public static int Count(string folder) => {|MEMO101:Lines(folder + "/a.txt")|}.Length;

            private static string[] Lines(string file) => File.ReadAllLines(file);
        }
        """,
        """
        using Memo;
        static class Pipeline
        {
            [Memoize]
            [DependsOnFile("{folder}/a.txt")]
            public static int Count(string folder) => Lines(folder + "/a.txt").Length;

            private static string[] Lines(string file) => File.ReadAllLines(file);
        }
        """);

    [Test]
    public Task Comments_documentation_and_layout_are_kept() => FixTest.Mends<DeclareDependency>(
        """
        using Memo;
        static class Pipeline
        {
            /// <summary>Reads.</summary>
            // why
            [Memoize] // because it is slow
            [Obsolete("x")]
            public static string Load(string path) => {|MEMO101:File.ReadAllText(path)|}; // here

            [Memoize] public static string Other(string path) => {|MEMO101:File.ReadAllText(path)|};
        }
        """,
        """
        using Memo;
        static class Pipeline
        {
            /// <summary>Reads.</summary>
            // why
            [Memoize] // because it is slow
            [DependsOnFile("{path}")]
            [Obsolete("x")]
            public static string Load(string path) => File.ReadAllText(path); // here

            [Memoize][DependsOnFile("{path}")] public static string Other(string path) => File.ReadAllText(path);
        }
        """,
        iterations: 2);

    [Test]
    public Task Two_files_of_one_method_are_two_declarations_also_in_fix_all() => FixTest.Mends<DeclareDependency>(
        """
        using Memo;
        static class Pipeline
        {
            [Memoize]
            public static string Join(string left, string right) => {|MEMO101:File.ReadAllText(left)|} + {|MEMO101:File.ReadAllText(right)|};
        }
        """,
        """
        using Memo;
        static class Pipeline
        {
            [Memoize]
            [DependsOnFile("{left}")]
            [DependsOnFile("{right}")]
            public static string Join(string left, string right) => File.ReadAllText(left) + File.ReadAllText(right);
        }
        """,
        iterations: 2);

    [Test]
    public Task The_attribute_is_qualified_as_its_neighbour_is() => FixTest.Mends<DeclareDependency>(
        """
        static class Pipeline
        {
            [global::Memo.Memoize]
            public static string Load(string path) => {|MEMO101:File.ReadAllText(path)|};
        }
        """,
        """
        static class Pipeline
        {
            [global::Memo.Memoize]
            [global::Memo.DependsOnFile("{path}")]
            public static string Load(string path) => File.ReadAllText(path);
        }
        """);

    [Test]
    public Task A_name_that_means_something_else_here_is_said_in_full() => FixTest.Mends<DeclareDependency>(
        """
        using Remember = Memo.MemoizeAttribute;
        sealed class DependsOnFileAttribute : Attribute;
        static class Pipeline
        {
            [Remember]
            public static string Load(string path) => {|MEMO101:File.ReadAllText(path)|};
        }
        """,
        """
        using Remember = Memo.MemoizeAttribute;
        sealed class DependsOnFileAttribute : Attribute;
        static class Pipeline
        {
            [Remember]
            [global::Memo.DependsOnFile("{path}")]
            public static string Load(string path) => File.ReadAllText(path);
        }
        """);

    [TestCase("File.ReadAllText(path.Trim())")]
    [TestCase("File.ReadAllText(Path.Combine(path, \"/etc/hosts\"))")]
    public Task Nothing_is_offered_for_a_path_that_no_template_can_name(string read) => FixTest.OffersNothing<DeclareDependency>(
        $$"""
        using Memo;
        static class Pipeline
        {
            [Memoize]
            public static string Load(string path) => {|MEMO101:{{read}}|};
        }
        """);

    [Test]
    public Task Nothing_is_offered_for_a_parameter_that_is_no_text() => FixTest.OffersNothing<DeclareDependency>(
        """
        using Memo;
        static class Pipeline
        {
            [Memoize]
            public static long Load(FileInfo {|MEMO201:file|}) => {|MEMO101:file.Length|};
        }
        """);

    [Test]
    public Task A_file_as_an_object_is_declared_by_its_path() => Declares(
        "new FileInfo(path).OpenRead()", "new StreamReader(new FileInfo(path).OpenRead()).ReadToEnd()", "DependsOnFile(\"{path}\")", "string Load(string path)");

    [TestCase("Directory.GetFiles(dir)", "DependsOnDirectory(\"{dir}\")")]
    [TestCase("Directory.EnumerateFiles(dir, \"*.csv\")", "DependsOnDirectory(\"{dir}\", Pattern = \"*.csv\")")]
    [TestCase("Directory.GetFiles(dir, \"*.csv\", SearchOption.AllDirectories)", "DependsOnDirectory(\"{dir}\", Pattern = \"*.csv\", Recursive = true)")]
    [TestCase("new DirectoryInfo(dir + \"/in\").GetFiles()", "DependsOnDirectory(\"{dir}/in\")")]
    public Task A_loop_over_the_files_of_a_directory_is_covered_by_it(string listing, string declaration) => FixTest.Mends<DeclareDependency>(
        $$"""
        using Memo;
        static class Pipeline
        {
            [Memoize]
            public static long Size(string dir)
            {
                long size = 0;
                foreach (var file in {|MEMO101:{{listing}}|}) size += {|MEMO101:Length(file)|};
                return size;
            }
            static long Length(string file) => File.ReadAllText(file).Length;
            static long Length(FileInfo file) => file.Length;
        }
        """,
        $$"""
        using Memo;
        static class Pipeline
        {
            [Memoize]
            [{{declaration}}]
            public static long Size(string dir)
            {
                long size = 0;
                foreach (var file in {{listing}}) size += Length(file);
                return size;
            }
            static long Length(string file) => File.ReadAllText(file).Length;
            static long Length(FileInfo file) => file.Length;
        }
        """, key: "DeclareDependencyDependsOnDirectory");

    [Test]
    public Task Nothing_is_offered_for_a_parameter_that_is_assigned() => FixTest.OffersNothing<DeclareDependency>(
        """
        using Memo;
        static class Pipeline
        {
            [Memoize]
            public static string Load(string path)
            {
                path += ".txt";
                return {|MEMO101:File.ReadAllText(path)|};
            }
        }
        """);

    [Test]
    public Task Nothing_is_offered_for_writing() => FixTest.OffersNothing<DeclareDependency>(
        """
        using Memo;
        static class Pipeline
        {
            [Memoize]
            public static int Save(string path, string text)
            {
                {|MEMO101:File.WriteAllText(path, text)|};
                return text.Length;
            }
        }
        """);

    [TestCase("Directory.GetFiles(dir).Length", "DependsOnDirectory(\"{dir}\")")]
    [TestCase("Directory.GetFiles(dir, \"*.csv\").Length", "DependsOnDirectory(\"{dir}\", Pattern = \"*.csv\")")]
    [TestCase("Directory.GetFiles(Path.Combine(dir, \"in\"), \"*\", SearchOption.AllDirectories).Length", "DependsOnDirectory(\"{dir}/in\", Recursive = true)")]
    public Task A_directory_is_declared_with_its_pattern_and_depth(string read, string declaration) => Declares(read.Replace(".Length", "", StringComparison.Ordinal), read, declaration, "int Load(string dir)");

    [TestCase("Environment.GetEnvironmentVariable(\"HOME\")", "DependsOnEnvironment(\"HOME\")")]
    [TestCase("Environment.GetEnvironmentVariable(dir)", "DependsOnEnvironment(\"{dir}\")")]
    public Task An_environment_variable_is_declared_by_its_name(string read, string declaration) => Declares(read, read, declaration, "string? Load(string dir)", "MEMO105");

    [Test]
    public Task The_culture_is_declared() => Declares("double.Parse(dir)", "double.Parse(dir)", "DependsOnCulture", "double Load(string dir)", "MEMO105");

    [Test]
    public Task A_static_is_declared_by_its_type_and_name() => FixTest.Mends<DeclareDependency>(
        """
        using Memo;
        namespace App;
        static class Settings { public static int Limit = 3; public static int Scale { get; set; } = 2; }
        static class Pipeline
        {
            internal static int s_own;
            [Memoize]
            public static int Load(int x) => x + {|MEMO102:Settings.Limit|} + {|MEMO102:Scaled()|} + {|MEMO102:s_own|};
            static int Scaled() => Settings.Scale;
            public static void Set() { Settings.Limit = 4; Settings.Scale = 3; s_own = 2; }
        }
        """,
        """
        using Memo;
        namespace App;
        static class Settings { public static int Limit = 3; public static int Scale { get; set; } = 2; }
        static class Pipeline
        {
            internal static int s_own;
            [Memoize]
            [DependsOnStatic(typeof(Settings), nameof(Settings.Limit))]
            [DependsOnStatic(typeof(Settings), nameof(Settings.Scale))]
            [DependsOnStatic(typeof(Pipeline), nameof(s_own))]
            public static int Load(int x) => x + Settings.Limit + Scaled() + s_own;
            static int Scaled() => Settings.Scale;
            public static void Set() { Settings.Limit = 4; Settings.Scale = 3; s_own = 2; }
        }
        """, iterations: 3);

    [Test]
    public Task A_static_that_cannot_be_keyed_is_not_offered() => FixTest.OffersNothing<DeclareDependency>(
        """
        using Memo;
        static class Pipeline
        {
            public static Stream Client = Stream.Null;
            [Memoize]
            public static bool Load(int x) => {|MEMO102:Client|} is null;
            public static void Set() => Client = new MemoryStream();
        }
        """);

    [Test]
    public Task A_directory_that_is_declared_in_part_is_widened() => FixTest.Mends<WidenDependency>(
        """
        using Memo;
        static class Pipeline
        {
            [Memoize]
            [DependsOnDirectory("{dir}", Pattern = "*.csv")] // all that we read
            public static int Load(string dir) => {|MEMO404:Directory.GetFiles(dir, "*.txt", SearchOption.AllDirectories)|}.Length;
        }
        """,
        """
        using Memo;
        static class Pipeline
        {
            [Memoize]
            [DependsOnDirectory("{dir}", Recursive = true)] // all that we read
            public static int Load(string dir) => Directory.GetFiles(dir, "*.txt", SearchOption.AllDirectories).Length;
        }
        """);

    [TestCase("dir, Pattern = \"*.csv\"", "File.ReadAllText(dir + \"/a.json\")", "dir", TestName = "By its names")]
    [TestCase("dir, Pattern = \"*.csv\"", "File.ReadAllText(dir + \"/sub/a.json\")", "dir, Recursive = true", TestName = "By its names and its depth")]
    [TestCase("dir", "File.ReadAllText(dir + \"/sub/a.json\")", "dir, Recursive = true", TestName = "By its depth")]
    public Task A_directory_is_widened_no_more_than_needed(string declared, string read, string widened) => FixTest.Mends<WidenDependency>(
        Reading(declared, "{|MEMO404:" + read + "|}"), Reading(widened, read));

    [Test]
    public Task A_file_that_no_wider_directory_holds_is_declared_itself() => FixTest.Mends<DeclareDependency>(
        """
        using Memo;
        static class Pipeline
        {
            [Memoize]
            [DependsOnDirectory("{dir}", Recursive = true)]
            public static int Load(string dir, string name) => Directory.GetFiles(dir).Length + {|MEMO404:File.ReadAllText(dir + "/" + name)|}.Length;
        }
        """,
        """
        using Memo;
        static class Pipeline
        {
            [Memoize]
            [DependsOnFile("{dir}/{name}")]
            [DependsOnDirectory("{dir}", Recursive = true)]
            public static int Load(string dir, string name) => Directory.GetFiles(dir).Length + File.ReadAllText(dir + "/" + name).Length;
        }
        """);

    private static string Reading(string directory, string read) => $$"""
        using Memo;
        static class Pipeline
        {
            [Memoize]
            [DependsOnDirectory({{directory.Replace("dir", "\"{dir}\"", StringComparison.Ordinal)}})]
            public static int Load(string dir) => {{read}}.Length;
        }
        """;

    private static Task Declares(string marked, string read, string declaration, string signature, string id = "MEMO101") => FixTest.Mends<DeclareDependency>(
        $$"""
        using Memo;
        static class Pipeline
        {
            [Memoize]
            public static {{signature}} => {{read.Replace(marked, "{|" + id + ":" + marked + "|}", StringComparison.Ordinal)}};
        }
        """,
        $$"""
        using Memo;
        static class Pipeline
        {
            [Memoize]
            [{{declaration}}]
            public static {{signature}} => {{read}};
        }
        """);
}
