using System.Buffers;

namespace Memo.Store;

/// <summary>The names of the entries that were evicted last, so that a miss can say that its entry was there. For explanations only: nothing rests on it.</summary>
/// <param name="folder">The folder of the entries.</param>
internal sealed class EvictedCalls(string folder)
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "evicted";

    // A name is half of a hash in hexadecimal digits.
    private const int NameSize = 16;
    private const int Most = 4096;

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789abcdef");

    private readonly string _path = Path.Combine(folder, FileName);

    /// <summary>Adds entries. Only who cleans does it, which is one process at a time.</summary>
    /// <param name="files">The names of their files.</param>
    public void Add(IEnumerable<string> files)
    {
        var names = files.Where(IsEntry).SelectMany(static file => Convert.FromHexString(file.AsSpan(0, 2 * NameSize))).ToArray();
        if (names.Length == 0) return;
        byte[] all = [.. Read(), .. names];
        var temporary = $"{_path}.{Guid.NewGuid():n}.tmp";
        File.WriteAllBytes(temporary, all.Length > Most * NameSize ? all[^(Most * NameSize)..] : all);
        File.Move(temporary, _path, overwrite: true);
    }

    /// <summary>Whether an entry of a call is among those that were evicted last.</summary>
    public bool Contains(CallAddress address)
    {
        try
        {
            var (name, all) = (Convert.FromHexString(address.Name), Read());
            for (var i = 0; i + NameSize <= all.Length; i += NameSize)
            {
                if (all.AsSpan(i, NameSize).SequenceEqual(name)) return true;
            }
        }
        catch (Exception reason) when (EntryStore.IsTrouble(reason))
        {
            // Then it is not known, and the explanation says less.
        }
        return false;
    }

    private static bool IsEntry(string file) => file.EndsWith(".json", StringComparison.Ordinal) && file.Length > 2 * NameSize && !file.AsSpan(0, 2 * NameSize).ContainsAnyExcept(Digits);

    private byte[] Read() => File.Exists(_path) ? File.ReadAllBytes(_path) : [];
}
