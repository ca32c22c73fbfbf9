namespace Memo.Analyzers.Tests.Catalog.Precision;

/// <summary>The machine, the process, the network, and code that is only known when it runs.</summary>
public sealed class SurroundingsTests
{
    [Test]
    public Task A_watch_disturbs_where_it_is_read() => Check.Members("""
        [Memoize] public static int A(int x) { var w = System.Diagnostics.Stopwatch.StartNew(); w.Stop(); return x; }
        [Memoize] public static long B(int x) { var w = System.Diagnostics.Stopwatch.StartNew(); w.Stop(); return {|MEMO104:w.ElapsedMilliseconds|}; }
        [Memoize] public static string C1(int x) => {|MEMO104:new System.Diagnostics.Stopwatch().ToString()|};
        [Memoize] public static long D(int x) => {|MEMO104:System.Diagnostics.Stopwatch.GetTimestamp()|};
        [Memoize] public static long E(int x) => {|MEMO104:Environment.TickCount64|};
        """);

    [Test]
    public Task The_environment_is_not_in_the_key_and_the_platform_is() => Check.Members("""
        [Memoize] public static string? A() => {|MEMO105:Environment.GetEnvironmentVariable("A")|};
        [Memoize] public static string B() => {|MEMO105:Environment.MachineName|};
        [Memoize] public static int C1() => {|MEMO105:Environment.ProcessorCount|};
        [Memoize] public static string D() => {|MEMO105:Environment.CurrentDirectory|};
        [Memoize] public static bool E() => {|MEMO105:AppContext.TryGetSwitch("a", out var b)|} && b;
        [Memoize] public static string F() => {|MEMO105:AppContext.BaseDirectory|};
        [Memoize] public static string G() => Environment.NewLine + IntPtr.Size + BitConverter.IsLittleEndian + OperatingSystem.IsLinux() + Environment.Version.Major;
        """);

    [Test]
    public Task Reflection_cannot_be_verified_and_names_of_types_can() => Check.Members("""
        [Memoize] public static int A() => {|MEMO107:Activator.CreateInstance<List<int>>()|}.Count;
        [Memoize] public static int B() => {|MEMO107:typeof(string).GetProperties()|}.Length;
        [Memoize] public static string C1() => typeof(int).Name + typeof(List<>).FullName + typeof(int).IsValueType;
        [Memoize] public static int D() => {|MEMO107:System.Runtime.InteropServices.Marshal.SizeOf<int>()|};
        [Memoize] public static int E(byte[] x) => System.Runtime.InteropServices.MemoryMarshal.Cast<byte, int>(x)[0];
        [Memoize] public static string F() => {|MEMO107:Text(() => 1)|};
        private static string Text(System.Linq.Expressions.Expression<Func<int>> x) => x.ToString();
        """);

    [Test]
    public Task The_network_is_reported_once_where_it_is_used() => Check.Members("""
        [Memoize] public static async Task<string> A(string u)
        {
            using var client = new System.Net.Http.HttpClient { Timeout = TimeSpan.FromSeconds(1) };
            using var request = new System.Net.Http.HttpRequestMessage(System.Net.Http.HttpMethod.Post, u) { Content = new System.Net.Http.StringContent("a") };
            request.Headers.Add("a", "b");
            using var response = await {|MEMO101:client.SendAsync(request)|};
            response.EnsureSuccessStatusCode();
            return response.StatusCode == System.Net.HttpStatusCode.OK ? await response.Content.ReadAsStringAsync() : "";
        }
        [Memoize] public static string B(string u) => new Uri(u).Host + System.Net.WebUtility.UrlEncode(u) + System.Net.IPAddress.Parse(u);
        """);

    [Test]
    public Task Processes_and_consoles_are_outside() => Check.Members("""
        [Memoize] public static int A(string c) { using var p = {|MEMO101:System.Diagnostics.Process.Start(c)|}; p.WaitForExit(); return p.ExitCode; }
        [Memoize] public static string? B() => {|MEMO101:Console.ReadLine()|};
        [Memoize] public static int C1(int x) { {|MEMO109:Console.WriteLine(x)|}; return x; }
        [Memoize] public static int D(int x) { System.Diagnostics.Debug.Assert(x > 1); ArgumentOutOfRangeException.ThrowIfNegative(x); return x; }
        [Memoize] public static string E(int x) { try { return "a"[x..]; } catch (Exception e) { return {|MEMO104:e.ToString()|}; } }
        [Memoize] public static string F(int x) { try { return "a"[x..]; } catch (Exception e) { return e.Message; } }
        """);
}
