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

    /// <summary>What to do with calls; <c>MEMO_MODE</c>, which is <c>on</c> or <c>off</c>.</summary>
    public MemoizerMode Mode { get; set; }

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
            case var unknown:
                // Whoever sets it wants something other than the default; to run everything is never wrong.
                options.Mode = MemoizerMode.Off;
                warnings.Once($"MEMO_MODE is '{unknown}', but may be 'on' or 'off'; nothing is memoized");
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
