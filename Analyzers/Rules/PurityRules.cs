using Memo.Analyzers.Effects;
using Microsoft.CodeAnalysis;
using static Memo.Analyzers.Rules.RuleFactory;

namespace Memo.Analyzers.Rules;

/// <summary>MEMO1xx: effects that a remembered result would lose or miss.</summary>
internal static class PurityRules
{
    /// <summary>{0} the method, {1} what it does, {2} "through" and the path, {3} the place.</summary>
    private const string Message = "'{0}' {1}{2} ({3})";

    public static readonly DiagnosticDescriptor PerformsIO = Create(
        "MEMO101", "Memoized method performs IO", Message, PurityCategory,
        "A file, directory or service that the method reads can change while its arguments stay the same: a remembered result would be stale. What it writes, a hit would not write.");

    public static readonly DiagnosticDescriptor ReadsStatic = Create(
        "MEMO102", "Memoized method reads mutable static state", Message, PurityCategory,
        "A static that can change is an input that the key does not contain.");

    public static readonly DiagnosticDescriptor WritesStatic = Create(
        "MEMO103", "Memoized method changes static state", Message, PurityCategory,
        "A hit would not repeat the change.");

    public static readonly DiagnosticDescriptor Nondeterministic = Create(
        "MEMO104", "Memoized method is nondeterministic", Message, PurityCategory,
        "The result differs from run to run: remembering it freezes one of them.");

    public static readonly DiagnosticDescriptor Ambient = Create(
        "MEMO105", "Memoized method depends on its environment", Message, PurityCategory,
        "Environment variables, the current directory, the time zone or the machine are inputs that the key does not contain. The current culture is: a result that depends on it is only reported as information.");

    public static readonly DiagnosticDescriptor Mutates = Create(
        "MEMO106", "Memoized method changes an argument or its receiver", Message, PurityCategory,
        "A hit would not repeat the change.");

    public static readonly DiagnosticDescriptor Unverifiable = Create(
        "MEMO107", "Memoized method runs code that cannot be verified", Message, PurityCategory,
        "What this code does cannot be told from the source: it may be harmless, but nothing shows it.");

    public static readonly DiagnosticDescriptor Unknown = Create(
        "MEMO108", "Memoized method calls external code with unknown effects", Message, PurityCategory,
        "Neither the effect catalog nor a manifest describes this code. A line in MemoEffects.txt does.");

    public static readonly DiagnosticDescriptor Output = Create(
        "MEMO109", "Memoized method has output that a hit would not repeat", Message, PurityCategory,
        "The first run prints, the next ones answer from the cache and print nothing.");

    /// <summary>The rule that an effect breaks; null for what needs no report.</summary>
    public static DiagnosticDescriptor? For(EffectKind kind) => kind switch
    {
        EffectKind.ReadsFile or EffectKind.ReadsDirectory or EffectKind.PerformsIO => PerformsIO,
        EffectKind.ReadsStatic => ReadsStatic,
        EffectKind.WritesStatic => WritesStatic,
        EffectKind.Nondeterministic => Nondeterministic,
        EffectKind.Ambient or EffectKind.ReadsCulture => Ambient,
        EffectKind.ReadsCultureOfIntegers => null,
        EffectKind.MutatesArgument or EffectKind.MutatesReceiver => Mutates,
        EffectKind.Output => Output,
        EffectKind.Unknown => Unknown,
        _ => Unverifiable,
    };

    /// <summary>Culture alone is worth an information, not a warning: it is part of the key, so the result is never stale.</summary>
    public static DiagnosticSeverity SeverityFor(EffectKind kind) =>
        kind == EffectKind.ReadsCulture ? DiagnosticSeverity.Info : DiagnosticSeverity.Warning;

    /// <summary>Whether the effect, when nothing resolves it, makes the method run uncached. Culture does not: it is in the key.</summary>
    public static bool ClosesGate(EffectKind kind) => kind is not (EffectKind.ReadsCulture or EffectKind.ReadsCultureOfIntegers);
}
