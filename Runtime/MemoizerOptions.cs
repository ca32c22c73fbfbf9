using System.Globalization;

namespace Memo;

/// <summary>The configuration of the runtime. What the environment says is already in it when a program gets it to change.</summary>
public sealed class MemoizerOptions
{
    internal MemoizerOptions()
    {
    }

    /// <summary>
    /// The folder of the store; a relative one is relative to the current directory when it is first used. Null, unless
    /// <c>MEMO_DIRECTORY</c> is set, is the folder that the project of a method names, or else the user's cache folder.
    /// </summary>
    public string? Directory { get; set; }

    /// <summary>
    /// Whether results are kept in memory only, within <see cref="MemoryLimit"/>: nothing is read from a folder or written to one. For
    /// <see cref="Memoizer.Scope"/>, where it is set, and for programs that may not write files.
    /// </summary>
    public bool InMemory { get; set; }

    /// <summary>What to do with calls; <c>MEMO_MODE</c>, which is <c>on</c>, <c>off</c>, <c>readonly</c>, <c>refresh</c> or <c>verify</c>.</summary>
    public MemoizerMode Mode { get; set; }

    /// <summary>
    /// The share of the calls that could be answered from the store that run and are compared instead, as in <see cref="MemoizerMode.Verify"/>:
    /// from 0 (none) to 1 (all), drawn at random. <c>MEMO_VERIFY_SAMPLE</c>.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is no number from 0 to 1.</exception>
    public double VerifySample
    {
        get;
        set => field = value is >= 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "The share of calls to verify is a number from 0 to 1.");
    }

    /// <summary>
    /// How many bytes the store may have; beyond, the entries go that were not used for longest. <c>MEMO_MAX_SIZE</c>, such as <c>500 MB</c> or
    /// <c>5 GiB</c>, which is the value unless it is set. It is kept to by and by: processes that write at the same time may exceed it for a while.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not above zero.</exception>
    public long MaxSize
    {
        get;
        set => field = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "The size of a store is above zero; to store nothing, set Mode to Off.");
    } = 5L << 30;

    /// <summary>
    /// How many bytes of results the process keeps in memory, by estimate; 0 keeps none. Results that can be changed are kept as they are written
    /// and read for each call, so that no caller sees what another one does to them. 256 MiB unless it is set.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public long MemoryLimit
    {
        get;
        set => field = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A number of bytes is not negative; 0 keeps nothing in memory.");
    } = 256L << 20;

    /// <summary>
    /// Whether an entry is forced onto the disk before it counts as stored; <c>MEMO_DURABLE</c>, which is <c>1</c> or <c>0</c>. Without, a power
    /// failure may cost entries; a torn one is seen and computed again.
    /// </summary>
    public bool Durable { get; set; }

    /// <summary>What to say on standard error; <c>MEMO_LOG</c>, which is <c>calls</c> or <c>summary</c>.</summary>
    public MemoizerLog Log { get; set; }

    /// <summary>Reads the environment.</summary>
    /// <param name="variable">Gives a variable's value, or null.</param>
    /// <param name="warnings">Where to say that a variable has a value that it may not have.</param>
    internal static MemoizerOptions FromEnvironment(Func<string, string?> variable, Diagnostics.Warnings warnings)
    {
        var options = new MemoizerOptions { Directory = variable("MEMO_DIRECTORY") is { Length: > 0 } directory ? directory : null };
        switch (variable("MEMO_MODE"))
        {
            case null or "" or "on":
                break;
            case "off":
                options.Mode = MemoizerMode.Off;
                break;
            case "readonly":
                options.Mode = MemoizerMode.ReadOnly;
                break;
            case "refresh":
                options.Mode = MemoizerMode.Refresh;
                break;
            case "verify":
                options.Mode = MemoizerMode.Verify;
                break;
            case var unknown:
                // Whoever sets it wants something other than the default; to run everything is never wrong.
                options.Mode = MemoizerMode.Off;
                warnings.Once($"MEMO_MODE is '{unknown}', but may be 'on', 'off', 'readonly', 'refresh' or 'verify'; nothing is memoized");
                break;
        }
        if (variable("MEMO_VERIFY_SAMPLE") is { Length: > 0 } sample)
        {
            if (double.TryParse(sample, NumberStyles.Float, CultureInfo.InvariantCulture, out var share) && share is >= 0 and <= 1) options.VerifySample = share;
            else warnings.Once($"MEMO_VERIFY_SAMPLE is '{sample}', but may be a number from 0 to 1; nothing is verified");
        }
        if (variable("MEMO_MAX_SIZE") is { Length: > 0 } size)
        {
            if (Store.ByteSize.Parse(size) is { } bytes) options.MaxSize = bytes;
            else warnings.Once($"MEMO_MAX_SIZE is '{size}', but may be a size such as '500 MB' or '5 GiB'; the store is kept to 5 GiB");
        }
        switch (variable("MEMO_DURABLE"))
        {
            case null or "" or "0":
                break;
            case "1":
                options.Durable = true;
                break;
            case var unknown:
                options.Durable = true; // whoever sets it fears for the entries
                warnings.Once($"MEMO_DURABLE is '{unknown}', but may be '1' or '0'; entries are forced onto the disk");
                break;
        }
        switch (variable("MEMO_LOG"))
        {
            case null or "":
                break;
            case "calls":
                options.Log = MemoizerLog.Calls;
                break;
            case "summary":
                options.Log = MemoizerLog.Summary;
                break;
            case var unknown:
                warnings.Once($"MEMO_LOG is '{unknown}', but may be 'calls' or 'summary'; nothing is logged");
                break;
        }
        return options;
    }
}
