using Memo.Dependencies;
using Memo.Diagnostics;
using Memo.Keys;
using Memo.Values;

namespace Memo.Runtime.Tests;

/// <summary>What generated code says about the methods of the tests.</summary>
internal static class Manifests
{
    public static MethodManifest Of(
        string name = "Pipeline.Clean", string closure = "c0", string version = "", string expires = "", string[]? findings = null,
        bool culture = false, string[]? externals = null, string manifest = "", string contract = "r0", string framework = "patch",
        DependencyReader[]? readers = null, bool shares = false) => new()
        {
            Id = $"M:App.{name}(System.String)",
            Assembly = "App",
            Name = name,
            Closure = closure,
            Contract = contract,
            Version = version,
            ExpiresAfter = expires,
            Findings = findings ?? [],
            ReadsCulture = culture,
            Externals = externals ?? [],
            FrameworkIdentity = framework,
            Readers = readers ?? [],
            SharesResult = shares,
            Manifest = () => manifest,
        };
}

/// <summary>A call from text to text, with the file that the text names as a dependency if it is to have one.</summary>
internal readonly struct TextCall(string? text, Func<string?, string?> compute, bool dependsOnFile = false, bool cancelled = false) : ICall<string?>
{
    public void WriteArguments(KeyWriter key)
    {
        key.Argument("text");
        key.Write(text);
    }

    public void WritePreview(PreviewWriter preview)
    {
        preview.Argument("text");
        preview.Write(text is null ? null : Path.GetFileName(text));
    }

    public void AddDependencies(DependencySet dependencies)
    {
        if (dependsOnFile) dependencies.File("{text}").Parameter("text", text);
    }

    public bool Cancelled => cancelled;

    public string? Compute() => compute(text);

    public static void WriteKey(KeyWriter key, string? value) => key.Write(value);

    public static void WriteValue(ValueWriter writer, string? value) => writer.Write(value);

    public static string? ReadValue(ref ValueReader reader) => reader.ReadString();
}

/// <summary>The same for a method that returns a task.</summary>
internal readonly struct AsyncTextCall(string? text, Func<string?, Task<string?>> compute, bool dependsOnFile = false, bool cancelled = false)
    : IAsyncCall<string?>
{
    public void WriteArguments(KeyWriter key)
    {
        key.Argument("text");
        key.Write(text);
    }

    public void WritePreview(PreviewWriter preview)
    {
        preview.Argument("text");
        preview.Write(text is null ? null : Path.GetFileName(text));
    }

    public void AddDependencies(DependencySet dependencies)
    {
        if (dependsOnFile) dependencies.File("{text}").Parameter("text", text);
    }

    public bool Cancelled => cancelled;

    public Task<string?> ComputeAsync() => compute(text);

    public static void WriteKey(KeyWriter key, string? value) => key.Write(value);

    public static void WriteValue(ValueWriter writer, string? value) => writer.Write(value);

    public static string? ReadValue(ref ValueReader reader) => reader.ReadString();
}

/// <summary>A call whose argument and result are lists of numbers: mutable, so that identity counts.</summary>
internal readonly struct ListCall(List<int>? numbers, Func<List<int>?, List<int>?[]?> compute) : ICall<List<int>?[]?>
{
    public void WriteArguments(KeyWriter key)
    {
        key.Argument("numbers");
        Write(key, numbers);
    }

    public void WritePreview(PreviewWriter preview)
    {
        preview.Argument("numbers");
        preview.Elide();
    }

    public void AddDependencies(DependencySet dependencies)
    {
    }

    public bool Cancelled => false;

    public List<int>?[]? Compute() => compute(numbers);

    public static void WriteKey(KeyWriter key, List<int>?[]? value)
    {
        if (!key.BeginSequence(value, value?.Length ?? 0, "List<int>[]", immutable: false)) return;
        foreach (var list in value!) Write(key, list);
        key.End();
    }

    public static void WriteValue(ValueWriter writer, List<int>?[]? value)
    {
        if (value is null)
        {
            writer.WriteNull();
            return;
        }
        writer.BeginArray(value.Length);
        foreach (var list in value)
        {
            if (list is null) writer.WriteNull();
            else writer.WriteBits<int>(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(list));
        }
        writer.EndArray();
    }

    public static List<int>?[]? ReadValue(ref ValueReader reader)
    {
        if (reader.TryReadNull()) return null;
        var lists = new List<int>?[reader.BeginArray()];
        for (var i = 0; i < lists.Length; i++) lists[i] = reader.TryReadNull() ? null : [.. reader.ReadBits<int>()];
        reader.EndArray();
        return lists;
    }

    private static void Write(KeyWriter key, List<int>? list)
    {
        if (!key.BeginSequence(list, list?.Count ?? 0, "List<int>", immutable: false)) return;
        key.WriteBits<int>(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(list));
        key.End();
    }
}

/// <summary>A call with an argument that cannot be keyed.</summary>
internal readonly struct LazyCall(Func<int> compute, Exception? thrown = null) : ICall<int>
{
    public void WriteArguments(KeyWriter key)
    {
        key.Argument("xs");
        if (thrown is not null) throw thrown;
        key.Refuse("is a lazy sequence");
    }

    public void WritePreview(PreviewWriter preview)
    {
        preview.Argument("xs");
        preview.Elide();
    }

    public void AddDependencies(DependencySet dependencies)
    {
    }

    public bool Cancelled => false;

    public int Compute() => compute();

    public static void WriteKey(KeyWriter key, int value) => key.Write(value);

    public static void WriteValue(ValueWriter writer, int value) => writer.Write(value);

    public static int ReadValue(ref ValueReader reader) => reader.ReadInt32();
}
