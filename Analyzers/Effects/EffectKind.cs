namespace Memo.Analyzers.Effects;

/// <summary>What a method does or observes beyond its arguments and its result (design: effects).</summary>
internal enum EffectKind
{
    ReadsFile,
    ReadsDirectory,
    PerformsIO,
    ReadsStatic,
    WritesStatic,
    Nondeterministic,
    Ambient,
    ReadsCulture,

    /// <summary>Culture read in a way that is rarely a mistake (the sign of an integer): keyed, never reported.</summary>
    ReadsCultureOfIntegers,
    MutatesArgument,
    MutatesReceiver,
    Output,
    Unverifiable,
    Unknown,
}
