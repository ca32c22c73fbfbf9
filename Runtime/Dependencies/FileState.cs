namespace Memo.Dependencies;

/// <summary>What is known of a file's content at one moment: a fingerprint, or the reason why there is none.</summary>
internal readonly record struct FileState
{
    /// <summary>There is no file of the name. That is a state like any other: it changes when a file appears.</summary>
    public static readonly FileState Absent = new() { Fingerprint = "absent" };

    public string Fingerprint { get; private init; }

    public string? Refusal { get; private init; }

    public static FileState Content(Keys.Hash256 hash, long length) =>
        new() { Fingerprint = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{hash}-{length}") };

    public static FileState Refused(string reason) => new() { Fingerprint = "", Refusal = reason };
}
