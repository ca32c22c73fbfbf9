using Memo.Dependencies;
using Memo.Diagnostics;
using Memo.Keys;
using Memo.Values;

namespace Memo.Runtime.Tests;

/// <summary>A call from text to text with whatever dependencies.</summary>
internal readonly struct DeclaringCall(string text, Action<DependencySet> declare, Func<string?> compute) : ICall<string?>
{
    public void WriteArguments(KeyWriter key)
    {
        key.Argument("text");
        key.Write(text);
    }

    public void WritePreview(PreviewWriter preview)
    {
        preview.Argument("text");
        preview.Write(text);
    }

    public void AddDependencies(DependencySet dependencies) => declare(dependencies);

    public string? Compute() => compute();

    public static void WriteKey(KeyWriter key, string? value) => key.Write(value);

    public static void WriteValue(ValueWriter writer, string? value) => writer.Write(value);

    public static string? ReadValue(ref ValueReader reader) => reader.ReadString();
}
