using System.Globalization;
using System.Runtime.InteropServices;
using Memo.Keys;

namespace Memo.Dependencies;

/// <summary>What is known of a dependency at one moment: a fingerprint, or the reason why there is none.</summary>
internal readonly record struct DependencyState
{
    /// <summary>There is nothing of the name. That is a state like any other: it changes when something appears.</summary>
    public static readonly DependencyState Absent = new() { Fingerprint = "absent" };

    /// <summary>Nor is there the directory that it would be in: who reads such a file is told that in another exception.</summary>
    public static readonly DependencyState AbsentWithDirectory = new() { Fingerprint = "absent with its directory" };

    public string Fingerprint { get; private init; }

    public string? Refusal { get; private init; }

    public static DependencyState Content(Hash256 hash, long length) =>
        new() { Fingerprint = string.Create(CultureInfo.InvariantCulture, $"{hash}-{length}") };

    /// <summary>By hash, because a text may be a secret, and the store is no place for one.</summary>
    public static DependencyState Text(string text) => Content(Hash256.Of(MemoryMarshal.AsBytes(text.AsSpan())), text.Length);

    public static DependencyState Value(Hash256 hash) => new() { Fingerprint = hash.Hex() };

    /// <summary>What is short and no secret is its own fingerprint.</summary>
    public static DependencyState Fact(string fact) => new() { Fingerprint = fact };

    public static DependencyState Refused(string reason) => new() { Fingerprint = "", Refusal = reason };
}
