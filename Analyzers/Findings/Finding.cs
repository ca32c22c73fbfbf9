using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Memo.Analyzers.Closures;
using Memo.Analyzers.Effects;
using Memo.Analyzers.Rules;
using Memo.Analyzers.Symbols;
using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Findings;

/// <summary>An effect of a memoized method that nothing declares or excuses.</summary>
internal sealed class Finding
{
    /// <summary>The property of a diagnostic that holds the declaration which would cover the effect: the template of a path.</summary>
    public const string TemplateProperty = "template";

    private readonly Effect _effect;
    private readonly IMethodSymbol _method;

    private Finding(IMethodSymbol method, Effect effect, DiagnosticDescriptor rule)
    {
        _method = method;
        _effect = effect;
        Rule = rule;
    }

    public DiagnosticDescriptor Rule { get; }

    public EffectKind Kind => _effect.Kind;

    /// <summary><c>reads the clock through Clean → Normalize → DateTime.UtcNow</c></summary>
    public string Text => $"{What()} through {Path()}";

    /// <summary>The findings of a memoized method: one for each distinct cause, in source order.</summary>
    public static ImmutableArray<Finding> Of(MemoizedMethod method, ClosureEngine engine, CancellationToken cancellation)
    {
        if (method.AssumedPure)
        {
            return [];
        }

        var summary = engine.Solve(method.Symbol, cancellation).Summary;
        var findings = new List<Finding>();
        foreach (var effect in summary.Effects)
        {
            if (!Declarations.Cover(method, effect) && !BenignEffects.Include(effect, method.Symbol.Locations[0].SourceTree, engine) && PurityRules.For(effect.Kind) is { } rule)
            {
                findings.Add(new(method.Symbol, effect, rule));
            }
        }

        foreach (var (parameter, path) in summary.Invokes)
        {
            var culprit = parameter == SummaryOrigins.Receiver ? null : method.Symbol.Parameters[parameter];
            findings.Add(new(method.Symbol, new(EffectKind.Unverifiable, "a delegate of unknown origin", culprit, path.Entry, path), PurityRules.Unverifiable));
        }

        // A change of the argument and of what it holds are one cause.
        findings = [.. findings.GroupBy(finding => finding._effect.Kind is EffectKind.MutatesArgument or EffectKind.MutatesReceiver
                ? (object)(finding._effect.Kind, finding._effect.Culprit) : finding)
            .Select(group => group.OrderBy(finding => finding._effect.Path.Length).ThenBy(finding => finding._effect.Entry.SourceSpan.Start).First())];
        findings.Sort((left, right) => Compare(left._effect, right._effect));
        return [.. findings];
    }

    public Diagnostic ToDiagnostic()
    {
        var properties = ImmutableDictionary<string, string?>.Empty;
        if (_effect is { Kind: EffectKind.ReadsFile, Template: { } template })
        {
            properties = properties.Add(TemplateProperty, template.Render(parameter => _method.Parameters[parameter].Name));
        }

        return Diagnostic.Create(
            Rule, _effect.Entry, PurityRules.SeverityFor(Kind), [_effect.Location], properties,
            SymbolNames.InMessage(_method, _method.ContainingType), What(), Path(), Place(_effect.Location));
    }

    private static int Compare(Effect left, Effect right)
    {
        var file = string.CompareOrdinal(left.Entry.SourceTree?.FilePath, right.Entry.SourceTree?.FilePath);
        var position = file != 0 ? file : left.Entry.SourceSpan.Start.CompareTo(right.Entry.SourceSpan.Start);
        return position != 0 ? position
            : left.Kind != right.Kind ? left.Kind.CompareTo(right.Kind)
            : string.CompareOrdinal(Key(left), Key(right));

        static string Key(Effect effect) => effect.Detail + "|" + (effect.Culprit is null ? "" : SymbolNames.DeclarationId(effect.Culprit));
    }

    private string What() => _effect.Kind switch
    {
        EffectKind.ReadsFile => _effect.Template is { } template
            ? $"reads the file '{template.Render(parameter => _method.Parameters[parameter].Name)}'"
            : "reads a file whose path is not known",
        EffectKind.ReadsDirectory => "reads a directory",
        EffectKind.PerformsIO => _effect.Detail.Length == 0 ? "performs IO" : $"performs IO ({_effect.Detail})",
        EffectKind.ReadsStatic => $"reads mutable static state {Named("")}",
        EffectKind.WritesStatic => $"changes static state {Named("")}",
        EffectKind.Nondeterministic => _effect.Detail == "clock" ? "reads the clock" : $"depends on {_effect.Detail}",
        EffectKind.Ambient => _effect.Template is { } name
            ? $"depends on the {_effect.Detail} '{name.Render(parameter => _method.Parameters[parameter].Name)}'"
            : $"depends on the {_effect.Detail}",
        EffectKind.ReadsCulture or EffectKind.ReadsCultureOfIntegers => "depends on the current culture",
        EffectKind.MutatesArgument => $"changes its argument '{_effect.Culprit?.Name}'",
        EffectKind.MutatesReceiver => "changes its receiver",
        EffectKind.Output => $"writes to the {_effect.Detail}",
        EffectKind.Unknown => "calls external code with unknown effects",
        _ => $"runs code that cannot be verified ({_effect.Detail})",
    };

    private string Named(string missing) => _effect.Culprit is { } culprit ? $"'{culprit.ContainingType?.Name}.{culprit.Name}'" : missing;

    private string Path()
    {
        var text = new StringBuilder(SymbolNames.InMessage(_method, _method.ContainingType));
        for (var step = _effect.Path; step is not null; step = step.Rest)
        {
            if (step.Member is { } member)
            {
                text.Append(" → ").Append(SymbolNames.InMessage(member, _method.ContainingType));
            }
        }

        return text.ToString();
    }

    private static string Place(Location location)
    {
        var span = location.GetLineSpan();
        return System.IO.Path.GetFileName(span.Path) + ":" + (span.StartLinePosition.Line + 1).ToString(CultureInfo.InvariantCulture);
    }
}
