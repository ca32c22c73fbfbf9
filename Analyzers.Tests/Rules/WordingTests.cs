namespace Memo.Analyzers.Tests.Rules;

/// <summary>A message is a sentence that a newcomer understands: what the method does, by which way, and where.</summary>
public sealed class WordingTests
{
    [TestCase("return DateTime.UtcNow.Second;", "'F' reads the clock through F → DateTime.UtcNow (C.cs:3)")]
    [TestCase("return Guid.NewGuid().ToByteArray()[0];", "'F' makes a new GUID through F → Guid.NewGuid (C.cs:3)")]
    [TestCase("return Random.Shared.Next();", "'F' draws random numbers through F → Random.Shared (C.cs:3)")]
    [TestCase("return x.GetHashCode();", "'F' depends on the hash code of a string (it differs from process to process) through F → String.GetHashCode (C.cs:3)")]
    [TestCase("return Environment.CurrentManagedThreadId;", "'F' depends on the thread that it runs on through F → Environment.CurrentManagedThreadId (C.cs:3)")]
    [TestCase("return Environment.ProcessorCount;", "'F' depends on the processor count through F → Environment.ProcessorCount (C.cs:3)")]
    [TestCase("return Environment.GetEnvironmentVariable(\"HOME\")!.Length;", "'F' depends on the environment variable 'HOME' through F → Environment.GetEnvironmentVariable (C.cs:3)")]
    [TestCase("return Environment.GetEnvironmentVariable(x.Trim())!.Length;", "'F' depends on an environment variable through F → Environment.GetEnvironmentVariable (C.cs:3)")]
    [TestCase("return File.ReadAllText(x).Length;", "'F' reads the file '{x}' through F → File.ReadAllText (C.cs:3)")]
    [TestCase("return File.ReadAllText(x.Trim()).Length;", "'F' reads a file whose path is not known through F → File.ReadAllText (C.cs:3)")]
    [TestCase("return Directory.GetFiles(x).Length;", "'F' reads the directory '{x}' through F → Directory.GetFiles (C.cs:3)")]
    [TestCase("File.Delete(x); return 1;", "'F' writes a file or directory through F → File.Delete (C.cs:3)")]
    [TestCase("return Console.Read();", "'F' reads the console through F → Console.Read (C.cs:3)")]
    [TestCase("Console.WriteLine(x); return 1;", "'F' writes to the console through F → Console.WriteLine (C.cs:3)")]
    [TestCase("return Counter.Value;", "'F' reads mutable static state 'Counter.Value' through F → Counter.Value (C.cs:3)")]
    [TestCase("Counter.Value = 1; return 1;", "'F' changes static state 'Counter.Value' through F → Counter.Value (C.cs:3)")]
    [TestCase("xs.Add(1); return 1;", "'F' changes its argument 'xs' through F → List.Add (C.cs:3)")]
    [TestCase("return ((dynamic)x).Length;", "'F' runs code that cannot be verified (dynamic) (C.cs:3)")]
    public async Task A_purity_message_is_a_sentence(string body, string message)
    {
        var found = await Reported.InMembers("[Memoize] public static int F(string x, List<int> xs) { " + body + " }\npublic static class Counter { public static int Value; }");
        Assert.That(found.Select(f => f.Message()), Is.EqualTo([message]));
    }
}
