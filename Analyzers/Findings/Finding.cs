using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Memo.Analyzers.Closures;
using Memo.Analyzers.Effects;
using Memo.Analyzers.Rules;
using Memo.Analyzers.Symbols;
using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Findings;

/// <summary>An effect of a memoized method that nothing declares, excuses or accepts.</summary>
internal sealed class Finding
{
    /// <summary>The property of a diagnostic that holds the attribute which would cover the effect, such as <c>DependsOnFile("{path}")</c>.</summary>
    public const string DeclarationProperty = "declaration";

    /// <summary>The property of a diagnostic that holds what its second additional location, an attribute, would have to say to cover the effect.</summary>
    public const string WidenedProperty = "widened";

    /// <summary>The property of a diagnostic that holds the declaration id of the culprit.</summary>
    public const string CulpritProperty = "culprit";

    /// <summary>The property of a diagnostic that holds the declaration ids of the methods on the way to the culprit, the memoized one first, each on a line.</summary>
    public const string WayProperty = "way";

    /// <summary>The property of a diagnostic that holds the name of the parameter which is changed, if a copy of it has nothing in common with it.</summary>
    public const string ParameterProperty = "parameter";

    private readonly ClosureEngine _engine;

    private readonly IMethodSymbol _method;
    private readonly (DeclaredDependency Declared, string Missing)? _part;

    private Finding(IMethodSymbol method, Effect effect, DiagnosticDescriptor rule, (DeclaredDependency Declared, string Missing)? part, ClosureEngine engine)
    {
        _engine = engine;
        _method = method;
        _part = part;
        Effect = effect;
        Rule = rule;
    }

    public DiagnosticDescriptor Rule { get; }

    public Effect Effect { get; }

    public EffectKind Kind => Effect.Kind;

    /// <summary><c>reads the clock through Clean → Normalize → DateTime.UtcNow</c></summary>
    public string Text => What() + Way() + (_part is { } part ? $", but the dependency '{part.Declared.Text}' covers only a part of it" : "");

    /// <summary>The findings of a memoized method: one for each distinct cause, in source order.</summary>
    public static ImmutableArray<Finding> Of(MemoizedMethod method, ClosureEngine engine, CancellationToken cancellation)
    {
        if (method.AssumedPure)
        {
            return [];
        }

        var summary = engine.Solve(method.Symbol, cancellation).Summary;
        var findings = new List<Finding>();
        foreach (var effect in engine.ClosureOf(method.Symbol, cancellation).Effects)
        {
            Add(effect);
        }

        foreach (var (parameter, path) in summary.Invokes)
        {
            var culprit = parameter == SummaryOrigins.Receiver ? null : method.Symbol.OriginalDefinition.Parameters[parameter];
            Add(new(EffectKind.Unverifiable, "a delegate of unknown origin", culprit, engine.Shown(path.Entry), engine.Shown(path)));
        }

        // What is accepted goes first: a cause must not hide behind another one that nobody minds.
        findings = [.. Causes.Merge(findings)];
        findings.Sort((left, right) => Compare(left.Effect, right.Effect));
        return [.. findings];

        void Add(Effect effect)
        {
            if (PurityRules.For(effect.Kind) is not { } rule || Declarations.Cover(method, effect))
            {
                return;
            }

            var part = Declarations.FindPart(method, effect);
            rule = part is null ? rule : DependencyRules.Part;
            var tree = effect.Entry.SourceTree;
            if (!BenignEffects.Include(effect, tree, engine) && !Acceptance.Of(rule, tree, engine, cancellation))
            {
                findings.Add(new(method.Symbol, effect, rule, part, engine));
            }
        }
    }

    /// <param name="at">Where it is told; by default, where the method sets out for it.</param>
    public Diagnostic ToDiagnostic(Location? at = null)
    {
        var properties = ImmutableDictionary<string, string?>.Empty;
        // Code fixes know them by their order: the culprit, the [Memoize] that makes it one, and what else is to be edited.
        var memoize = KnownTypes.Find(_method, _engine.Types.Memoize)?.ApplicationSyntaxReference?.GetSyntax().GetLocation();
        var others = ImmutableArray.Create(Effect.Location, memoize is null ? _method.Locations[0] : _engine.Shown(memoize));
        if (_part is { Declared: var declared } && DeclarationText.Widened(declared, Effect, _method) is { } widened && declared.Attribute.ApplicationSyntaxReference is { } attribute)
        {
            properties = properties.Add(WidenedProperty, widened);
            others = others.Add(_engine.Shown(attribute.GetSyntax().GetLocation()));
        }
        else if (DeclarationText.For(Effect, _method, _engine) is { } declaration)
        {
            properties = properties.Add(DeclarationProperty, declaration);
        }

        if (Effect is { Kind: EffectKind.ReadsStatic, Culprit: IFieldSymbol { IsReadOnly: false } field } && _engine.Hierarchy.IsInSource(field) && _engine.Traits.IsDeeplyImmutable(field.Type))
        {
            others = others.Add(_engine.Shown(field.Locations[0]));
        }

        if (Effect is { IsInitial: false, Kind: EffectKind.ReadsStatic or EffectKind.Nondeterministic or EffectKind.Ambient or EffectKind.ReadsCulture })
        {
            properties = properties.Add(WayProperty, string.Join("\n", Methods().Select(SymbolNames.DeclarationId)));
        }

        if (Effect is { Kind: EffectKind.MutatesArgument, Culprit: IParameterSymbol changed } && Effect.Detail != Effect.Inside && HoldsValuesOnly(changed.Type))
        {
            properties = properties.Add(ParameterProperty, changed.Name);
        }

        if (Effect.Culprit is IMethodSymbol or IPropertySymbol or IFieldSymbol && SymbolNames.DeclarationId(Effect.Culprit) is { } id)
        {
            properties = properties.Add(CulpritProperty, id);
        }

        return Diagnostic.Create(
            Rule, at ?? Effect.Entry, PurityRules.SeverityFor(Kind), others, properties,
            SymbolNames.OfMethod(_method), What(), Way(), Place(Effect.Location), _part?.Declared.Text, _part?.Missing);
    }

    // Without the culprit itself, which the last of them uses.
    private IEnumerable<ISymbol> Methods()
    {
        yield return _method;
        for (var step = Effect.Path; step is { Rest: not null }; step = step.Rest)
        {
            if (step.Member is { } member && !SymbolEqualityComparer.Default.Equals(member, _method.OriginalDefinition))
            {
                yield return member;
            }
        }
    }

    // Then a copy of it has nothing in common with it.
    private bool HoldsValuesOnly(ITypeSymbol collection) =>
        collection is IArrayTypeSymbol array ? _engine.Traits.IsDeeplyImmutable(array.ElementType) : collection is INamedTypeSymbol named && named.TypeArguments.All(_engine.Traits.IsDeeplyImmutable);

    // As somebody comes upon them who reads the method and goes into each call: step by step in the order of the source.
    private static int Compare(Effect left, Effect right)
    {
        var (one, other) = (left.Path, right.Path);
        while (one is not null && other is not null)
        {
            var file = string.CompareOrdinal(one.Entry.SourceTree?.FilePath, other.Entry.SourceTree?.FilePath);
            var order = file != 0 ? file : one.Entry.SourceSpan.Start.CompareTo(other.Entry.SourceSpan.Start);
            order = order != 0 ? order : one.Entry.SourceSpan.End.CompareTo(other.Entry.SourceSpan.End); // in a chain of calls, the shorter comes first
            if (order != 0)
            {
                return order;
            }

            (one, other) = (one.Rest, other.Rest);
        }

        return one is not null ? 1
            : other is not null ? -1
            : left.Kind != right.Kind ? left.Kind.CompareTo(right.Kind)
            : string.CompareOrdinal(Key(left), Key(right));

        static string Key(Effect effect) => effect.Detail + "|" + (effect.Culprit is null ? "" : SymbolNames.DeclarationId(effect.Culprit));
    }

    private string What() => Phrases.Of(Effect, ParameterName);

    private string ParameterName(int position) => _method.Parameters[position].Name;

    // Nothing where the method does it with its own hands and no member has a name for it.
    private string Way()
    {
        var text = new StringBuilder();
        for (var step = Effect.Path; step is not null; step = step.Rest)
        {
            if (step.Member is { } member && !SymbolEqualityComparer.Default.Equals(member, _method.OriginalDefinition))
            {
                text.Append(" → ").Append(SymbolNames.InMessage(member, _method.ContainingType));
            }
        }

        return text.Length == 0 ? "" : $" through {SymbolNames.OfMethod(_method)}{text}";
    }

    private static string Place(Location location)
    {
        var span = location.GetLineSpan();
        return System.IO.Path.GetFileName(span.Path) + ":" + (span.StartLinePosition.Line + 1).ToString(CultureInfo.InvariantCulture);
    }
}
