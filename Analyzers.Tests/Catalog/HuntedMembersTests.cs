using Memo.Analyzers.Catalog;
using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Tests.Catalog;

/// <summary>Members whose names say nothing of what they depend on, each with a neighbour that depends on nothing.</summary>
public sealed class HuntedMembersTests
{
    [TestCase("Nondeterministic",
        "System.Guid.NewGuid", "System.Guid.CreateVersion7", "System.Random.get_Shared", "System.Random.#ctor", "System.IO.Path.GetRandomFileName",
        "System.Security.Cryptography.RandomNumberGenerator.GetBytes(System.Int32)", "System.Security.Cryptography.RSA.Create", "System.Security.Cryptography.Aes.Create",
        "System.Security.Cryptography.ECDsa.Create", "System.Security.Cryptography.HMACSHA256.#ctor",
        "System.Security.Cryptography.Rfc2898DeriveBytes.#ctor(System.String,System.Int32,System.Int32,System.Security.Cryptography.HashAlgorithmName)",
        "System.Linq.Enumerable.Shuffle``1(System.Collections.Generic.IEnumerable{``0})")]
    [TestCase("",
        "System.Random.#ctor(System.Int32)", "System.Guid.Parse(System.String)", "System.Security.Cryptography.SHA256.HashData(System.Byte[])", "System.Security.Cryptography.SHA256.Create",
        "System.Security.Cryptography.HMACSHA256.#ctor(System.Byte[])", "System.Security.Cryptography.HMACSHA256.HashData(System.Byte[],System.Byte[])",
        "System.Security.Cryptography.Rfc2898DeriveBytes.#ctor(System.String,System.Byte[],System.Int32,System.Security.Cryptography.HashAlgorithmName)",
        "System.Security.Cryptography.CryptographicOperations.HmacData(System.Security.Cryptography.HashAlgorithmName,System.Byte[],System.Byte[])",
        "System.Security.Cryptography.HMACSHA3_256.HashData(System.Byte[],System.Byte[])", "System.Security.Cryptography.AesGcm.#ctor(System.Byte[],System.Int32)")]
    public void Chance(string kind, params string[] members) => Have(kind, members);

    [TestCase("Nondeterministic",
        "System.DateTime.get_Now", "System.DateTime.get_UtcNow", "System.DateTime.get_Today", "System.DateTimeOffset.get_UtcNow", "System.Environment.get_TickCount64",
        "System.Diagnostics.Stopwatch.GetTimestamp", "System.Diagnostics.Stopwatch.get_Elapsed", "System.Diagnostics.Stopwatch.ToString", "System.TimeProvider.GetUtcNow",
        "System.DateTime.Parse(System.String)", "System.Threading.CancellationTokenSource.#ctor(System.TimeSpan)", "System.Threading.PeriodicTimer.#ctor(System.TimeSpan)",
        "System.Threading.Timer.#ctor(System.Threading.TimerCallback)", "System.IO.Compression.ZipArchive.CreateEntry(System.String)",
        "System.Xml.XmlConvert.ToDateTime(System.String,System.Xml.XmlDateTimeSerializationMode)")]
    [TestCase("", "System.DateTime.#ctor(System.Int64)", "System.DateTime.AddDays(System.Double)", "System.Diagnostics.Stopwatch.StartNew", "System.TimeProvider.get_System", "System.DateTime.FromOADate(System.Double)")]
    public void The_clock(string kind, params string[] members) => Have(kind, members);

    [TestCase("Nondeterministic",
        "System.Object.GetHashCode", "System.String.GetHashCode", "System.HashCode.Combine``1(``0)", "System.HashCode.ToHashCode", "System.Int128.GetHashCode", "System.UInt128.GetHashCode",
        "System.ValueTuple`2.GetHashCode", "System.Tuple`2.GetHashCode", "System.StringComparer.GetHashCode(System.String)", "System.Type.GetHashCode", "System.Uri.GetHashCode",
        "System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(System.Object)", "System.Collections.Generic.EqualityComparer`1.GetHashCode(`0)",
        "System.Span`1.op_Equality(System.Span{`0},System.Span{`0})", "System.ReadOnlyMemory`1.Equals(System.ReadOnlyMemory{`0})",
        "System.Collections.Immutable.ImmutableArray`1.Equals(System.Collections.Immutable.ImmutableArray{`0})", "System.String.IsInterned(System.String)",
        "System.MemoryExtensions.Overlaps``1(System.ReadOnlySpan{``0},System.ReadOnlySpan{``0})")]
    [TestCase("",
        "System.Int32.GetHashCode", "System.Guid.GetHashCode", "System.String.Intern(System.String)", "System.String.Equals(System.String)", "System.ValueTuple`2.Equals(System.ValueTuple{`0,`1})",
        "System.MemoryExtensions.SequenceEqual``1(System.ReadOnlySpan{``0},System.ReadOnlySpan{``0})")]
    public void Hash_codes_and_identities(string kind, params string[] members) => Have(kind, members);

    [TestCase("Nondeterministic",
        "System.GC.AllocateUninitializedArray``1(System.Int32,System.Boolean)", "System.Buffers.ArrayPool`1.Rent(System.Int32)", "System.GC.GetTotalMemory(System.Boolean)", "System.WeakReference`1.TryGetTarget(`0@)",
        "System.Runtime.CompilerServices.ConditionalWeakTable`2.TryGetValue(`0,`1@)", "System.Runtime.InteropServices.CollectionsMarshal.SetCount``1(System.Collections.Generic.List{``0},System.Int32)",
        "System.Numerics.Vector.CreateScalarUnsafe``1(``0)", "System.Buffers.MemoryPool`1.Rent(System.Int32)")]
    [TestCase("", "System.GC.AllocateArray``1(System.Int32,System.Boolean)", "System.Buffers.ArrayPool`1.get_Shared", "System.Array.CreateInstance(System.Type,System.Int32)", "System.Numerics.Vector.Create``1(``0)")]
    public void Memory(string kind, params string[] members) => Have(kind, members);

    [TestCase("Nondeterministic",
        "System.Threading.Tasks.Task.WhenAny(System.Threading.Tasks.Task[])", "System.Threading.Tasks.Task.get_Id", "System.Threading.Tasks.Task.get_IsCompleted", "System.Threading.Tasks.Task.WaitAny(System.Threading.Tasks.Task[])",
        "System.Threading.Thread.get_CurrentThread", "System.Environment.get_CurrentManagedThreadId", "System.Threading.Thread.Yield", "System.Threading.Monitor.TryEnter(System.Object)",
        "System.Lazy`1.get_IsValueCreated", "System.Threading.ThreadLocal`1.get_Value", "System.Threading.Channels.ChannelReader`1.TryRead(`0@)", "System.Collections.Concurrent.ConcurrentBag`1.TryTake(`0@)",
        "System.Collections.Concurrent.BlockingCollection`1.Take", "System.Diagnostics.StackTrace.ToString", "System.Exception.get_StackTrace", "System.Environment.get_ProcessId",
        "System.Linq.ParallelEnumerable.Sum(System.Linq.ParallelQuery{System.Double})", "System.Linq.ParallelEnumerable.Aggregate``1(System.Linq.ParallelQuery{``0},System.Func{``0,``0,``0})")]
    [TestCase("",
        "System.Threading.Tasks.Task.WhenAll(System.Threading.Tasks.Task[])", "System.Threading.Tasks.Task.FromResult``1(``0)", "System.Threading.Tasks.Task`1.get_Result", "System.Lazy`1.get_Value",
        "System.Linq.ParallelEnumerable.Sum(System.Linq.ParallelQuery{System.Int32})", "System.Linq.ParallelEnumerable.Average(System.Linq.ParallelQuery{System.Int64})", "System.Threading.Interlocked.MemoryBarrier")]
    public void Scheduling(string kind, params string[] members) => Have(kind, members);

    [TestCase("Ambient",
        "System.TimeZoneInfo.get_Local", "System.DateTime.ToLocalTime", "System.Environment.get_MachineName", "System.Environment.get_ProcessorCount", "System.Environment.get_CurrentDirectory",
        "System.Environment.GetEnvironmentVariable(System.String)", "System.Environment.GetCommandLineArgs", "System.Environment.get_OSVersion", "System.AppContext.get_BaseDirectory",
        "System.AppContext.TryGetSwitch(System.String,System.Boolean@)", "System.IO.Path.GetFullPath(System.String)", "System.IO.Path.GetTempPath", "System.IO.FileSystemInfo.get_FullName",
        "System.Numerics.Vector`1.get_Count", "System.Numerics.Vector.Sum``1(System.Numerics.Vector{``0})", "System.Numerics.Vector.get_IsHardwareAccelerated", "System.Math.ReciprocalEstimate(System.Double)",
        "System.Double.MultiplyAddEstimate(System.Double,System.Double,System.Double)", "System.Runtime.InteropServices.RuntimeInformation.get_OSDescription", "System.Drawing.Color.FromName(System.String)")]
    [TestCase("",
        "System.TimeZoneInfo.get_Utc", "System.Environment.get_NewLine", "System.Environment.get_Is64BitProcess", "System.Environment.get_Version", "System.IntPtr.get_Size", "System.IO.Path.Combine(System.String,System.String)",
        "System.IO.Path.GetFullPath(System.String,System.String)", "System.OperatingSystem.IsWindows", "System.Runtime.InteropServices.RuntimeInformation.get_ProcessArchitecture", "System.Math.FusedMultiplyAdd(System.Double,System.Double,System.Double)",
        "System.Numerics.Vector3.Dot(System.Numerics.Vector3,System.Numerics.Vector3)", "System.Drawing.Color.FromArgb(System.Int32)")]
    public void Surroundings(string kind, params string[] members) => Have(kind, members);

    [TestCase("ReadsStatic", "System.Text.Encoding.GetEncoding(System.String)", "System.Threading.AsyncLocal`1.get_Value", "System.Threading.SynchronizationContext.get_Current", "System.Diagnostics.Activity.get_Current")]
    [TestCase("WritesStatic",
        "System.Text.Encoding.RegisterProvider(System.Text.EncodingProvider)", "System.Threading.AsyncLocal`1.set_Value(`0)", "System.Globalization.CultureInfo.set_CurrentCulture(System.Globalization.CultureInfo)",
        "System.Environment.SetEnvironmentVariable(System.String,System.String)", "System.AppContext.SetSwitch(System.String,System.Boolean)", "System.Console.SetOut(System.IO.TextWriter)")]
    [TestCase("", "System.Text.Encoding.get_UTF8", "System.Text.Json.JsonSerializerOptions.get_Default", "System.Collections.Generic.Comparer`1.get_Default")]
    public void State_of_the_process(string kind, params string[] members) => Have(kind, members);

    [TestCase("Unverifiable",
        "System.Activator.CreateInstance(System.Type)", "System.Activator.CreateInstance``1", "System.Type.GetType(System.String)", "System.Type.GetProperties", "System.Reflection.Assembly.GetExecutingAssembly", "System.Reflection.MethodBase.Invoke(System.Object,System.Object[])",
        "System.Runtime.InteropServices.Marshal.ReadInt32(System.IntPtr)", "System.Runtime.CompilerServices.Unsafe.AsPointer``1(``0@)", "System.Xml.Xsl.XslCompiledTransform.Transform(System.String,System.String)",
        "System.Xml.Serialization.XmlSerializer.#ctor(System.Type)", "System.Data.DataTable.#ctor", "System.Linq.Expressions.Expression`1.Compile", "System.Delegate.DynamicInvoke(System.Object[])",
        "System.Reflection.Assembly.ToString", "System.Linq.Expressions.Expression.ToString")]
    [TestCase("", "System.Type.get_FullName", "System.Type.GetTypeFromHandle(System.RuntimeTypeHandle)", "System.Runtime.CompilerServices.Unsafe.SizeOf``1", "System.Runtime.InteropServices.MemoryMarshal.Cast``2(System.Span{``0})", "System.Enum.GetNames``1")]
    public void What_is_only_known_at_run_time(string kind, params string[] members) => Have(kind, members);

    [TestCase("ReadsFile",
        "System.IO.File.ReadAllText(System.String)", "System.Xml.XmlReader.Create(System.String)", "System.Xml.Linq.XDocument.Load(System.String)", "System.Xml.XmlDocument.Load(System.String)", "System.IO.Compression.ZipFile.OpenRead(System.String)",
        "System.IO.StreamReader.#ctor(System.String)", "System.Xml.XPath.XPathDocument.#ctor(System.String)")]
    [TestCase("PerformsIO",
        "System.IO.File.WriteAllText(System.String,System.String)", "System.IO.File.GetLastWriteTimeUtc(System.String)", "System.IO.MemoryMappedFiles.MemoryMappedFile.CreateNew(System.String,System.Int64)", "System.Diagnostics.Process.Start(System.String)",
        "System.Net.Http.HttpClient.GetStringAsync(System.String)", "System.Net.Dns.GetHostEntry(System.String)", "System.Console.ReadLine", "System.Net.Sockets.Socket.Connect(System.Net.EndPoint)",
        "System.Security.Cryptography.X509Certificates.X509CertificateLoader.LoadCertificateFromFile(System.String)", "System.IO.StreamWriter.#ctor(System.String)")]
    [TestCase("Output", "System.Console.WriteLine(System.String)", "System.Diagnostics.Debug.WriteLine(System.String)", "System.Diagnostics.Trace.TraceError(System.String)", "System.IProgress`1.Report(`0)")]
    [TestCase("",
        "System.IO.MemoryStream.#ctor(System.Byte[])", "System.Xml.XmlReader.Create(System.IO.TextReader)", "System.Xml.Linq.XElement.Parse(System.String)", "System.IO.StringReader.#ctor(System.String)", "System.IO.Compression.GZipStream.#ctor(System.IO.Stream,System.IO.Compression.CompressionMode)",
        "System.Net.IPAddress.Parse(System.String)", "System.Net.Http.HttpClient.#ctor", "System.Diagnostics.Debug.Assert(System.Boolean)", "System.Text.Json.JsonDocument.Parse(System.String,System.Text.Json.JsonDocumentOptions)")]
    public void The_world_outside(string kind, params string[] members) => Have(kind, members);

    [TestCase("System.Threading.Interlocked.Increment(System.Int32@)", "location")]
    [TestCase("System.Threading.Volatile.Write``1(``0@,``0)", "location")]
    [TestCase("System.Array.Sort``1(``0[])", "array")]
    [TestCase("System.MemoryExtensions.Reverse``1(System.Span{``0})", "span")]
    [TestCase("System.IO.Stream.ReadExactly(System.Span{System.Byte})", "buffer")]
    [TestCase("System.Xml.XmlReader.ReadValueChunkAsync(System.Char[],System.Int32,System.Int32)", "buffer")]
    [TestCase("System.Security.Cryptography.AesGcm.Encrypt(System.Byte[],System.Byte[],System.Byte[],System.Byte[],System.Byte[])", "ciphertext")]
    public void An_argument_is_changed(string member, string parameter) => Assert.That(Entry(member).Mutates, Does.Contain(parameter));

    private static void Have(string kind, string[] members) => Assert.Multiple(() =>
    {
        foreach (var member in members)
        {
            var effects = Entry(member).Effects.Select(effect => effect.Kind.ToString()).Where(found => !found.StartsWith("ReadsCulture", StringComparison.Ordinal));
            Assert.That(string.Join(" ", effects.Where(found => kind.Length == 0 || found == kind).Distinct()), Is.EqualTo(kind), member);
        }
    });

    private static CatalogEntry Entry(string member)
    {
        var symbols = DocumentationCommentId.GetSymbolsForDeclarationId("M:" + member, FrameworkMembers.Compilation);
        Assert.That(symbols, Has.Length.EqualTo(1), member);
        return EffectCatalog.Embedded.Find(symbols[0])!;
    }
}
