namespace Memo.Analyzers.Tests.Effects;

public sealed class InputOutputTests
{
    [Test]
    public Task Reading_a_file_is_reported_at_the_call() => Check.Members("""
        [Memoize] public static string F(string path) => {|MEMO101:File.ReadAllText(path)|};
        """);

    [Test]
    public Task Taking_a_path_apart_is_no_io() => Check.Members("""
        [Memoize] public static string F(string path) => Path.GetFileName(path) + Path.Combine("a", path);
        """);

    [Test]
    public Task Asking_whether_a_file_exists_reads_it() => Check.Members("""
        [Memoize] public static bool F(string path) => {|MEMO101:File.Exists(path)|};
        """);

    [Test]
    public Task Listing_a_directory_is_reported() => Check.Members("""
        [Memoize] public static string[] F(string path) => {|MEMO101:Directory.GetFiles(path)|};
        """);

    [Test]
    public Task Writing_a_file_is_reported() => Check.Members("""
        [Memoize] public static int F(string path) { {|MEMO101:File.WriteAllText(path, "x")|}; return 1; }
        """);

    [Test]
    public Task Opening_a_stream_is_reported() => Check.Members("""
        [Memoize]
        public static long F(string path)
        {
            using var stream = {|MEMO101:File.OpenRead(path)|};
            return 1;
        }
        """);

    [Test]
    public Task A_stream_over_memory_is_no_io() => Check.Members("""
        [Memoize]
        public static long F(byte[] bytes)
        {
            using var stream = new MemoryStream(bytes);
            using var reader = new BinaryReader(stream);
            return reader.ReadInt64();
        }
        """);

    [Test]
    public Task A_reader_over_a_string_is_no_io() => Check.Members("""
        [Memoize]
        public static string? F(string text)
        {
            using var reader = new StringReader(text);
            return reader.ReadLine();
        }
        """);

    [Test]
    public Task Reading_the_console_is_reported() => Check.Members("""
        [Memoize] public static string? F(int x) => {|MEMO101:Console.ReadLine()|};
        """);

    [Test]
    public Task Downloading_is_reported() => Check.Members("""
        [Memoize]
        public static Task<string> F(string url)
        {
            using var client = new System.Net.Http.HttpClient();
            return {|MEMO101:client.GetStringAsync(url)|};
        }
        """);

    [Test]
    public Task Starting_a_process_is_reported() => Check.Members("""
        [Memoize] public static bool F(string command) => {|MEMO101:System.Diagnostics.Process.Start(command)|} != null;
        """);

    [Test]
    public Task Io_in_a_callee_is_reported_at_the_call_that_leads_there() => Check.Members("""
        [Memoize] public static string F(string path) => {|MEMO101:Middle(path)|};
        private static string Middle(string path) => Inner(path);
        private static string Inner(string path) => File.ReadAllText(path);
        """);

    [Test]
    public Task Io_in_a_method_that_is_not_called_is_not_reported() => Check.Members("""
        [Memoize] public static string F(string path) => path;
        public static string Other(string path) => File.ReadAllText(path);
        """);

    [Test]
    public Task Nothing_is_reported_outside_memoized_methods() => Check.Members("""
        public static string F(string path) { Console.WriteLine(DateTime.Now); return File.ReadAllText(path); }
        """);
}
