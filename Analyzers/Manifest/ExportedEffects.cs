using System.Collections.Immutable;
using Memo.Analyzers.Closures;
using Memo.Analyzers.Effects;
using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Manifest;

/// <summary>
/// What a member does, in terms of the effect catalog. What these cannot say becomes something that is more, never less.
/// </summary>
internal sealed class ExportedEffects(IMethodSymbol method)
{
    private readonly SortedSet<string> _terms = new(StringComparer.Ordinal);

    /// <summary>All terms; that there is nothing is one, too.</summary>
    public IEnumerable<string> Terms => _terms.Count == 0 ? ["pure"] : _terms;

    /// <summary>The terms that say that something is done.</summary>
    public IEnumerable<string> Said => _terms;

    /// <summary>What a call of the member does; false when no term can say it.</summary>
    public bool TryAdd(EffectSummary summary, Closure closure)
    {
        if (!summary.Opens.IsEmpty
            || summary.Invokes.Any(run => run.Parameter >= method.Parameters.Length || method.Parameters[run.Parameter].Type.TypeKind != TypeKind.Delegate || summary.RunsInTask)
            || summary.Modes.Any(mode => mode.Mode != RunMode.InOrder)
            || summary.Stores.Any(store => store.What.Unknown))
        {
            return false;
        }

        if (summary.HasTracedCalls)
        {
            _terms.Add("traced");
        }

        var changes = false;
        foreach (var effect in closure.Effects)
        {
            changes |= effect.Kind is EffectKind.MutatesArgument or EffectKind.MutatesReceiver;
            _terms.Add(Term(effect));
        }

        foreach (var (into, _) in summary.Stores)
        {
            if (into < method.Parameters.Length)
            {
                _terms.Add($"mutates({method.Parameters[into].Name})");
                changes = true;
            }
            else if (method.MethodKind != MethodKind.Constructor)
            {
                _terms.Add("mutates-this");
                changes = true;
            }
        }

        if (closure.ReadsCulture)
        {
            _terms.Add("culture");
        }

        if (summary.Result.Unknown || summary.ResultContent.Unknown || summary.ResultAliases.Any(alias => alias is IFieldSymbol or IPropertySymbol))
        {
            _terms.Add("shared");
        }

        return !(changes && summary.RunsInTask); // when it is changed, no term says
    }

    /// <summary>What is done when the type is touched first: no declaration of a caller can stand for that moment.</summary>
    public void AddInitialization(Closure closure)
    {
        foreach (var effect in closure.Effects)
        {
            _terms.Add($"unverifiable({Plain("what initializes " + method.ContainingType.Name)})");
        }
    }

    /// <summary>What others may call on an object that the member makes, through a base type or an interface that they know.</summary>
    public void AddCallback(IMethodSymbol member, Closure closure)
    {
        foreach (var effect in closure.Effects)
        {
            // A collection that hashes its keys shows nothing of their hash codes.
            if (effect.Kind == EffectKind.Nondeterministic && member.Name == nameof(GetHashCode))
            {
                continue;
            }

            _terms.Add(effect.DependsOnCaller && effect.Kind is EffectKind.MutatesArgument or EffectKind.MutatesReceiver
                ? $"unverifiable({Plain($"what {member.ContainingType.Name}.{member.Name} changes")})"
                : Term(effect with { Template = null }));
        }
    }

    public void Add(IEnumerable<string> terms) => _terms.UnionWith(terms);

    public static string Static(ISymbol member) => $"reads-static({Plain(member.Name)})";

    private string Term(Effect effect) => effect.Kind switch
    {
        _ when effect.IsInitial => Unverifiable("what initializes a type"), // read once in the process, which no term says
        EffectKind.MutatesReceiver or EffectKind.MutatesArgument when effect.Detail.Length > 0 || effect.Through is not null => Unverifiable("what its arguments hold is changed"),
        EffectKind.MutatesReceiver => method.MethodKind == MethodKind.Constructor ? "pure" : "mutates-this",
        EffectKind.MutatesArgument when effect.Culprit is IParameterSymbol parameter && parameter.Ordinal < method.Parameters.Length
            && SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, method) => $"mutates({parameter.Name})",
        EffectKind.MutatesArgument => Unverifiable("an argument is changed"),
        EffectKind.ReadsFile when Parameter(effect) is { } path => $"reads-file({path})",
        EffectKind.ReadsFile => "reads-file(?)", // of no parameter: no declaration can name it
        EffectKind.ReadsDirectory => Unverifiable("a directory is read"),
        EffectKind.ReadsCulture => "culture",
        EffectKind.ReadsCultureOfIntegers => "culture(integers)",
        EffectKind.Nondeterministic => With("nondeterministic", effect),
        EffectKind.Ambient => With("ambient", effect),
        EffectKind.Output => With("output", effect),
        EffectKind.PerformsIO => With("io", effect),
        EffectKind.ReadsStatic => effect.Culprit is { } read ? Static(read) : $"reads-static({Plain(effect.Detail)})",
        EffectKind.WritesStatic => $"writes-static({Plain(effect.Culprit?.Name ?? effect.Detail)})",
        EffectKind.Unknown => Unverifiable("calls " + (effect.Culprit is { } culprit ? $"{culprit.ContainingType?.Name}.{culprit.Name}" : "unknown code")),
        _ => Unverifiable(effect.Detail),
    };

    private string? Parameter(Effect effect) =>
        effect.Template is { Pieces: [{ IsParameter: true, Members: "" } piece] } && piece.Parameter < method.Parameters.Length
            ? method.Parameters[piece.Parameter].Name
            : null;

    private static string Unverifiable(string why) => $"unverifiable({Plain(why)})";

    private static string With(string term, Effect effect) => effect.Detail.Length == 0 ? term : $"{term}({Plain(effect.Detail)})";

    // Commas, parentheses and conditions mean something between terms.
    private static string Plain(string text)
    {
        var letters = text.Select(letter => letter is '(' or ')' or ',' or '#' or '=' || char.IsControl(letter) ? ' ' : letter).ToArray();
        var plain = new string(letters).Replace(" unless ", " but for ").Trim();
        return plain.Length == 0 ? "what cannot be told" : plain;
    }
}
