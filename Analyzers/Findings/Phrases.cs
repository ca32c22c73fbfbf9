using Memo.Analyzers.Effects;

namespace Memo.Analyzers.Findings;

/// <summary>What an effect is in a sentence: <c>'Clean' reads the clock …</c></summary>
internal static class Phrases
{
    // The catalog names what an effect concerns; where "depends on …" would not be said like that, it is said here.
    private static readonly Dictionary<(EffectKind Kind, string Detail), string> s_phrases = new()
    {
        [(EffectKind.Nondeterministic, "clock")] = "reads the clock",
        [(EffectKind.Nondeterministic, "a new GUID")] = "makes a new GUID",
        [(EffectKind.Nondeterministic, "random numbers")] = "draws random numbers",
        [(EffectKind.Nondeterministic, "a per-process hash code")] = "depends on a hash code (it differs from process to process)",
        [(EffectKind.Nondeterministic, "a per-process string hash")] = "depends on the hash code of a string (it differs from process to process)",
        [(EffectKind.Nondeterministic, "an identity hash code")] = "depends on an identity hash code (it differs from run to run)",
        [(EffectKind.Nondeterministic, "hash order")] = "depends on an order that follows hash codes",
        [(EffectKind.Nondeterministic, "the order of hash codes")] = "depends on an order that follows hash codes",
        [(EffectKind.Nondeterministic, "memory")] = "depends on how much memory is in use",
        [(EffectKind.Nondeterministic, "scheduling")] = "depends on the order in which threads run",
        [(EffectKind.Nondeterministic, "stack trace")] = "reads the stack trace",
        [(EffectKind.Nondeterministic, "the process")] = "depends on the process that it runs in",
        [(EffectKind.Nondeterministic, "the thread")] = "depends on the thread that it runs on",
        [(EffectKind.Ambient, "environment variable")] = "depends on an environment variable",
        [(EffectKind.PerformsIO, "")] = "performs IO",
        [(EffectKind.PerformsIO, "network")] = "uses the network",
        [(EffectKind.PerformsIO, "database")] = "uses a database",
        [(EffectKind.PerformsIO, "process")] = "uses another process",
        [(EffectKind.PerformsIO, "registry")] = "uses the registry",
        [(EffectKind.PerformsIO, "certificates")] = "uses the certificates of the machine",
        [(EffectKind.PerformsIO, "console")] = "uses the console",
        [(EffectKind.PerformsIO, "console input")] = "reads the console",
        [(EffectKind.PerformsIO, FileMetadata)] = "reads the attributes or times of a file",
        [(EffectKind.PerformsIO, FileWrite)] = "writes a file or directory",
        [(EffectKind.Unverifiable, "changes an object of unknown origin")] = "changes an object that somebody else may hold",
        [(EffectKind.Unknown, "")] = "calls external code with unknown effects",
    };

    /// <summary>The details of IO that concerns one file, not a service as a whole.</summary>
    public const string FileMetadata = "file metadata";

    public const string FileWrite = "writes file";

    /// <param name="effect">Of a memoized method.</param>
    /// <param name="parameterName">The names of its parameters by position.</param>
    public static string Of(Effect effect, Func<int, string> parameterName)
    {
        if (effect.Template is { } template)
        {
            var name = template.Render(parameterName);
            switch (effect.Kind)
            {
                case EffectKind.ReadsFile:
                    return $"reads the file '{name}'";
                case EffectKind.ReadsDirectory:
                    return $"reads the directory '{name}'";
                case EffectKind.Ambient:
                    return $"depends on the {effect.Detail} '{name}'";
            }
        }

        return s_phrases.TryGetValue((effect.Kind, effect.Detail), out var phrase) ? phrase : effect.Kind switch
        {
            EffectKind.ReadsFile => "reads a file whose path is not known",
            EffectKind.ReadsDirectory => "reads a directory whose path is not known",
            EffectKind.PerformsIO => $"performs IO ({effect.Detail})",
            EffectKind.ReadsStatic => "reads mutable static state" + Named(effect),
            EffectKind.WritesStatic => "changes static state" + Named(effect),
            EffectKind.Nondeterministic => $"depends on {effect.Detail}",
            EffectKind.Ambient => $"depends on the {effect.Detail}",
            EffectKind.ReadsCulture or EffectKind.ReadsCultureOfIntegers => "depends on the current culture",
            EffectKind.MutatesArgument => $"changes its argument '{effect.Culprit?.Name}'",
            EffectKind.MutatesReceiver => "changes its receiver",
            EffectKind.Output when effect.Detail == "progress" => "reports its progress",
            EffectKind.Output => $"writes to the {effect.Detail}",
            EffectKind.Unknown => $"calls code with unknown effects ({effect.Detail})",
            _ => $"runs code that cannot be verified ({effect.Detail})",
        };
    }

    private static string Named(Effect effect) => effect.Culprit switch
    {
        null => "",
        { ContainingType: { } owner } culprit => $" '{owner.Name}.{culprit.Name}'",
        var culprit => $" '{culprit.Name}'",
    };
}
