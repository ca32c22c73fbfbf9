using System.ComponentModel;
using Memo.Dependencies;

namespace Memo;

/// <summary>What the compiler found out about one memoized method. Written by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class MethodManifest
{
    /// <summary>The method's documentation comment id.</summary>
    public required string Id { get; init; }

    /// <summary>The simple name of the assembly that declares it.</summary>
    public required string Assembly { get; init; }

    /// <summary>The method for a person to read: <c>Outer.Inner.Method</c>, without namespace.</summary>
    public required string Name { get; init; }

    /// <summary>The hash of everything that the method can run, in hexadecimal digits.</summary>
    public required string Closure { get; init; }

    /// <summary>The hash of the result type's shape, in hexadecimal digits.</summary>
    public required string Contract { get; init; }

    /// <summary><see cref="MemoizeAttribute.Version"/>.</summary>
    public string Version { get; init; } = "";

    /// <summary><see cref="MemoizeAttribute.ExpiresAfter"/>.</summary>
    public string ExpiresAfter { get; init; } = "";

    /// <summary>Whether the method reads the current culture, which is then part of the key.</summary>
    public bool ReadsCulture { get; init; }

    /// <summary>The simple names of the assemblies that the method runs without the compiler seeing their source; and what was seen of partial types.</summary>
    public string[] Externals { get; init; } = [];

    /// <summary>Describes the partial types among <see cref="Externals"/>, by the part of each before <c>=</c>.</summary>
    public Func<string, string?>? PartialTypes { get; init; }

    /// <summary>Whether nobody can change a result, so that callers may share it.</summary>
    public bool SharesResult { get; init; }

    /// <summary>What could make a remembered result wrong, each as <c>MEMO104: reads the clock …</c>. If there is any, each call runs.</summary>
    public string[] Findings { get; init; } = [];

    /// <summary>Reads what only code can read, for all memoized methods of the assembly: an outer method has the dependencies of inner ones.</summary>
    public IReadOnlyList<DependencyReader> Readers { get; init; } = [];

    /// <summary>How much of the framework's version is part of the key: <c>patch</c>, <c>minor</c> or <c>major</c>; anything else is <c>patch</c>.</summary>
    public string FrameworkIdentity { get; init; } = "patch";

    /// <summary>Where the project wants its store; empty for the user's cache folder. <c>MEMO_DIRECTORY</c> and code come before it.</summary>
    public string Directory { get; init; } = "";

    /// <summary>Gives the assembly's manifest as JSON, or nothing. Only used to say what changed.</summary>
    public Func<string> Manifest { get; init; } = static () => "";
}
