using System.Collections.Concurrent;
using Memo.Analyzers.Calls;
using Memo.Analyzers.Catalog;
using Memo.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Memo.Analyzers.Effects;

/// <summary>What a static field or property can be for a remembered result.</summary>
internal enum StaticState
{
    /// <summary>Anyone may change it: reading it is an effect.</summary>
    Mutable,

    /// <summary>Assigned once and deeply immutable: its initializer is code of the closure and nothing else is needed.</summary>
    Immutable,

    /// <summary>A mutable object that nobody changes or hands out: a lookup table. Its initializer is code of the closure.</summary>
    Table,

    /// <summary>The code that asks is the initialization of the member's own type.</summary>
    UnderConstruction,
}

/// <summary>Decides for each static whether it can ever change.</summary>
internal sealed class StaticMembers
{
    private readonly ConcurrentDictionary<ISymbol, StaticState> _known = new(SymbolEqualityComparer.Default);
    private readonly TypeTraits _traits;
    private readonly TypeHierarchy _hierarchy;
    private readonly Func<SyntaxTree, SemanticModel> _model;
    private readonly StaticUses _uses;
    private readonly WrittenPlaces _places;
    private readonly StaticTables _tables;
    private readonly List<StaticVerdict> _verdicts = [];
    private StaticVerdict? _open;

    public StaticMembers(Compilation compilation, TypeTraits traits, TypeHierarchy hierarchy, ContractMembers contracts, EffectCatalog catalog, Func<SyntaxTree, SemanticModel> model)
    {
        _traits = traits;
        _hierarchy = hierarchy;
        _model = Look;
        _uses = new(compilation, hierarchy, Look);
        _places = new(hierarchy, catalog, Look);
        _tables = new(traits, hierarchy, contracts, catalog, UsesOf, _places, Look);

        SemanticModel Look(SyntaxTree tree)
        {
            _open?.Trees.Add(tree);
            return model(tree);
        }
    }

    /// <summary>What has been decided of the statics of the compilation, from a number on.</summary>
    public IReadOnlyList<StaticVerdict> VerdictsFrom(int number)
    {
        lock (_verdicts)
        {
            return _verdicts.Count == number ? [] : _verdicts.GetRange(number, _verdicts.Count - number);
        }
    }

    /// <summary>Takes over what another compilation's code has been searched for, in the files that are in both.</summary>
    public void TakeOver(StaticMembers other) => _uses.TakeOver(other._uses);

    public StaticState Judge(ISymbol member, ISymbol? askedFrom)
    {
        var declared = member.OriginalDefinition;
        var isInitialization = askedFrom is IMethodSymbol { MethodKind: MethodKind.StaticConstructor } or IFieldSymbol or IPropertySymbol;
        return isInitialization && SymbolEqualityComparer.Default.Equals(askedFrom!.ContainingType?.OriginalDefinition, declared.ContainingType)
            ? StaticState.UnderConstruction
            : _known.TryGetValue(declared, out var known) ? known : Record(declared);
    }

    // One after the other, to know what each of them looks at.
    private StaticState Record(ISymbol member)
    {
        if (!_hierarchy.IsInSource(member))
        {
            return _known.GetOrAdd(member, Decide);
        }

        lock (_verdicts)
        {
            if (_known.TryGetValue(member, out var known))
            {
                return known;
            }

            _open = new(member);
            try
            {
                _open.State = Decide(member);
                _verdicts.Add(_open);
                return _known[member] = _open.State;
            }
            finally
            {
                _open = null;
            }
        }
    }

    private StaticState Decide(ISymbol member)
    {
        if (!_hierarchy.IsInSource(member))
        {
            return member is IFieldSymbol { IsReadOnly: true } or IFieldSymbol { IsConst: true } or IPropertySymbol { SetMethod: null }
                && _traits.IsDeeplyImmutable(Type(member)) ? StaticState.Immutable : StaticState.Mutable;
        }

        // The store of a property: its accessors may do with it what they like, unless the compiler writes them.
        member = member is IFieldSymbol { AssociatedSymbol: IPropertySymbol stored } ? stored : member;
        if (member is not (IFieldSymbol or IPropertySymbol) || (member is IPropertySymbol property && !IsAutomatic(property)) || IsForEachThread(member))
        {
            return StaticState.Mutable;
        }

        if (!IsReadOnly(member) && !IsNeverAssigned(member))
        {
            return StaticState.Mutable;
        }

        if (_traits.IsDeeplyImmutable(Type(member)))
        {
            return StaticState.Immutable;
        }

        return Values(member) is not { } values ? StaticState.Mutable
            : values.All(value => ImmutableValues.Contains(value, _traits)) ? StaticState.Immutable
            : _traits.IsHiddenFromOthers(member) && _tables.IsTable(member, values) ? StaticState.Table
            : StaticState.Mutable;
    }

    private static ITypeSymbol? Type(ISymbol member) => member switch
    {
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        _ => null,
    };

    private static bool IsReadOnly(ISymbol member) => member is IFieldSymbol { IsReadOnly: true } or IFieldSymbol { IsConst: true } or IPropertySymbol { SetMethod: null };

    // Accessors with bodies may assign their `field` whenever they run.
    private static bool IsAutomatic(IPropertySymbol property) =>
        property.DeclaringSyntaxReferences.All(reference => reference.GetSyntax() is PropertyDeclarationSyntax { ExpressionBody: null, AccessorList: { } list }
            && list.Accessors.All(accessor => accessor.Body is null && accessor.ExpressionBody is null));

    // Its initializer runs for one thread alone.
    private static bool IsForEachThread(ISymbol member) =>
        (member is IPropertySymbol
            ? member.ContainingType.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(field => SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, member)) : member)
        ?.GetAttributes().Any(attribute => attribute.AttributeClass?.Name is "ThreadStaticAttribute") == true;

    // Nothing but its initializer and its type's static constructor assigns it: as good as readonly.
    private bool IsNeverAssigned(ISymbol member) =>
        member is not IFieldSymbol { IsVolatile: true }
        && _traits.IsHiddenFromOthers(member is IPropertySymbol { SetMethod: { } setter } ? setter : member)
        && UsesOf(member).All(use => use is not null && (WrittenPlaces.IsInOwnStaticConstructor(use, member) ? !_places.IsReferenced(use) : !_places.IsWritten(use)));

    private IEnumerable<IOperation?> UsesOf(ISymbol member)
    {
        _open?.Names.Add(member.Name);
        return _uses.Of(member);
    }

    /// <summary>All that is ever assigned to a member; null when that cannot be told.</summary>
    private List<IOperation>? Values(ISymbol member)
    {
        var values = new List<IOperation>();
        foreach (var part in member.DeclaringSyntaxReferences)
        {
            if (part.GetSyntax() switch { VariableDeclaratorSyntax field => field.Initializer, PropertyDeclarationSyntax property => property.Initializer, _ => null } is { } initializer)
            {
                if (_model(part.SyntaxTree).GetOperation(initializer) is not ISymbolInitializerOperation { Value: { } value })
                {
                    return null;
                }

                values.Add(value);
            }
        }

        foreach (var constructor in member.ContainingType.StaticConstructors.Where(_hierarchy.IsInSource))
        {
            foreach (var body in CodeUnit.Load(constructor, _model, CancellationToken.None).Operations)
            {
                foreach (var use in body.DescendantsAndSelf().OfType<IMemberReferenceOperation>())
                {
                    if (!SymbolEqualityComparer.Default.Equals(use.Member.OriginalDefinition, member) || !OperationCalls.Access(use).Writes)
                    {
                        continue;
                    }

                    if (use.Parent is not ISimpleAssignmentOperation { IsRef: false } assignment)
                    {
                        return null;
                    }

                    values.Add(assignment.Value);
                }
            }
        }

        return values;
    }
}
