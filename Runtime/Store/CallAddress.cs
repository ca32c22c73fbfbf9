using Memo.Keys;

namespace Memo.Store;

/// <summary>Where the entries of one call lie: those of one method with the same arguments are neighbours, for whoever asks why a call missed.</summary>
/// <param name="Method">The method's folder.</param>
/// <param name="Arguments">The hash of the arguments.</param>
/// <param name="Key">The key of the call.</param>
internal readonly record struct CallAddress(string Method, Hash256 Arguments, Hash256 Key)
{
    // Half of a hash is enough to find an entry, and keeps paths short; the entry itself holds the whole key, which is compared.
    private const int Digits = 32;

    public string Folder => Path.Combine(Method, Arguments.Hex(Digits));

    public string Name => Key.Hex(Digits);

    /// <summary>The file name of the entry with a trace.</summary>
    public string FileName(Hash256? trace) => trace is { } hash ? $"{Name}-{hash.Hex(16)}.json" : Name + ".json";
}
