using System.Collections.Concurrent;
using System.Collections.Immutable;
using Memo.Analyzers.Closures;
using Memo.Analyzers.Hashing;
using Memo.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Memo.Analyzers.Manifest;

/// <summary>
/// The members that other assemblies may call and of which everything can be told: nobody can put code of his own into what they
/// run but by delegates and by what the framework's types declare.
/// </summary>
internal sealed class Exports
{
    private readonly ClosureEngine _engine;
    private readonly CancellationToken _cancellation;
    private readonly bool _hasFriends;
    private readonly ConcurrentDictionary<CodeNode, bool> _isOpen = new();
    private readonly ConcurrentDictionary<CodeNode, ISymbol[]> _tables = new();
    private readonly ConcurrentDictionary<INamedTypeSymbol, Part?> _callbacks = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<int, INamedTypeSymbol> _types = [];

    public Exports(ClosureEngine engine, CancellationToken cancellation)
    {
        _engine = engine;
        _cancellation = cancellation;
        _hasFriends = engine.Compilation.Assembly.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "InternalsVisibleToAttribute");
        foreach (var type in Types(engine.Compilation.Assembly.GlobalNamespace))
        {
            _types[engine.NumberOf(type)] = type;
        }

        Members = Find();
    }

    /// <summary>Those of which something can be told, by declaration id in ordinal order.</summary>
    public IReadOnlyList<IMethodSymbol> Members { get; }

    /// <summary>Each as a JSON object.</summary>
    public IEnumerable<string> Write() => Members.AsParallel().AsOrdered().WithCancellation(_cancellation).Select(Entry).Where(entry => entry is not null)!;

    private IReadOnlyList<IMethodSymbol> Find()
    {
        var found = new SortedDictionary<string, IMethodSymbol?>(StringComparer.Ordinal);
        foreach (var type in _types.Values)
        {
            foreach (var member in type.GetMembers().OfType<IMethodSymbol>().Where(IsExported))
            {
                var id = SymbolNames.DeclarationId(member);
                found[id] = found.ContainsKey(id) ? null : member;
            }
        }

        return [.. found.Values.OfType<IMethodSymbol>()];
    }

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol around) => around.GetMembers().SelectMany(member => member switch
    {
        INamespaceSymbol space => Types(space),
        INamedTypeSymbol type => Types(type).Prepend(type),
        _ => [],
    });

    private bool IsExported(IMethodSymbol method) =>
        method.ContainingType is { IsGenericType: false, TypeKind: TypeKind.Class or TypeKind.Struct, IsRefLikeType: false } type
        && method is { IsGenericMethod: false, IsAbstract: false, IsExtern: false, PartialDefinitionPart: null, RefKind: RefKind.None, ReturnType.IsRefLikeType: false }
        && method.MethodKind is MethodKind.Ordinary or MethodKind.PropertyGet or MethodKind.PropertySet or MethodKind.Constructor or MethodKind.UserDefinedOperator or MethodKind.Conversion
        && !method.Name.Contains('<')
        && (type.IsSealed || type.IsValueType || !(method.IsVirtual || method.IsOverride))
        && method.Parameters.All(parameter => !parameter.Type.IsRefLikeType && parameter.Type.TypeKind is not (TypeKind.Pointer or TypeKind.FunctionPointer or TypeKind.Dynamic)
            && (parameter.RefKind == RefKind.None || _engine.Traits.IsDeeplyImmutable(parameter.Type)))
        && method.Parameters.Length < 32
        && IsVisible(method) && !_engine.Assumptions.Accepts(method) && !HasFinalizer(method) && !Around(type).Any(outer => outer.IsGenericType);

    private static IEnumerable<INamedTypeSymbol> Around(INamedTypeSymbol type)
    {
        for (var outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            yield return outer;
        }
    }

    private IEnumerable<INamedTypeSymbol> WithBases(INamedTypeSymbol type)
    {
        for (var current = type; current is not null && _engine.Hierarchy.IsInSource(current); current = current.BaseType)
        {
            yield return current.OriginalDefinition;
        }
    }

    private bool HasFinalizer(IMethodSymbol method) =>
        method.MethodKind == MethodKind.Constructor && WithBases(method.ContainingType).Any(type => type.GetMembers().Any(member => member is IMethodSymbol { MethodKind: MethodKind.Destructor }));

    private bool IsVisible(ISymbol symbol)
    {
        for (var current = symbol; current is not null and not INamespaceSymbol; current = current.ContainingType)
        {
            if (current.DeclaredAccessibility is Accessibility.Private
                || (current.DeclaredAccessibility is Accessibility.Internal or Accessibility.ProtectedAndInternal && !_hasFriends))
            {
                return false;
            }
        }

        return true;
    }

    private string? Entry(IMethodSymbol method)
    {
        var closure = _engine.ClosureOf(method, _cancellation);
        var effects = new ExportedEffects(method);
        if (!effects.TryAdd(closure.Nodes[0].Summary, closure))
        {
            return null;
        }

        var writer = new HashWriter().Write("export").Write(OperationHasher.FormVersion).Write(closure.Hash);
        var externals = closure.Externals.ToBuilder();
        var parts = new List<Part?>([Visible(closure, [])]);
        foreach (var initializer in WithBases(method.ContainingType).SelectMany(Initializers))
        {
            var initial = _engine.ClosureOf(initializer, _cancellation);
            effects.AddInitialization(initial);
            parts.Add(PartOf(initial, []));
        }

        parts.AddRange(Given(method, parts).Select(given => _callbacks.GetOrAdd(given, PartOf)));
        foreach (var part in parts)
        {
            if (part is null)
            {
                return null;
            }

            writer.Write(part.Hash);
            externals.UnionWith(part.Externals);
            effects.Add(part.Terms);
        }

        return new JsonText().Open('{')
            .Property("id").Value(SymbolNames.DeclarationId(method))
            .Property("closure").Value(writer.ToHash().ToString())
            .Property("externals").Values(externals)
            .Property("effects").Values(effects.Terms)
            .Close('}').ToString();
    }

    // What others may call of an object of a type, through a base or an interface that they know.
    private Part? PartOf(INamedTypeSymbol made)
    {
        var writer = new HashWriter().Write("callbacks");
        var externals = ImmutableSortedSet.CreateBuilder<string>(StringComparer.Ordinal);
        var terms = new SortedSet<string>(StringComparer.Ordinal);
        var further = new NumberSet();
        foreach (var member in _engine.Contracts.OwnOf(made).OrderBy(SymbolNames.DeclarationId, StringComparer.Ordinal))
        {
            var closure = _engine.ClosureOf(member, _cancellation);
            var effects = new ExportedEffects(member);
            effects.AddCallback(member, closure);
            if (PartOf(closure, effects.Said) is not { } part)
            {
                return null;
            }

            writer.Write(SymbolNames.DeclarationId(member)).Write(part.Hash);
            externals.UnionWith(part.Externals);
            terms.UnionWith(part.Terms);
            further.Add(part.Made);
        }

        return new(writer.ToHash(), externals.ToImmutable(), [.. terms], further);
    }

    // Null for what nobody calls who could be told what it reads.
    private Part? PartOf(Closure closure, IEnumerable<string> terms) => closure.Nodes[0].Summary.HasTracedCalls ? null : Visible(closure, terms);

    // Null for one in which code of other assemblies may run. Code of others may be given what a table holds: that nobody changes it, only the whole program could tell.
    private Part? Visible(Closure closure, IEnumerable<string> terms) => closure.Nodes.Any(IsOpen) ? null
        : new(closure.Hash, closure.Externals, [.. terms, .. closure.Nodes.SelectMany(Tables).Select(ExportedEffects.Static)], closure.Made);

    /// <param name="Hash">Of the code.</param>
    /// <param name="Externals">Of other assemblies, what takes part.</param>
    /// <param name="Terms">What it does.</param>
    /// <param name="Made">The types of the objects that it makes, which others may be given.</param>
    private sealed record Part(ContentHash Hash, ImmutableSortedSet<string> Externals, ImmutableArray<string> Terms, NumberSet Made);

    // Whoever calls from outside touches the type first.
    private static IEnumerable<ISymbol> Initializers(INamedTypeSymbol type) => type.GetMembers().Where(member => member switch
    {
        IMethodSymbol { MethodKind: MethodKind.StaticConstructor, IsImplicitlyDeclared: false } => true,
        IFieldSymbol { IsStatic: true, IsConst: false } or IPropertySymbol { IsStatic: true } => member.DeclaringSyntaxReferences.Any(declaration =>
            declaration.GetSyntax() is VariableDeclaratorSyntax { Initializer: not null } or PropertyDeclarationSyntax { Initializer: not null }),
        _ => false,
    });

    // The types of all objects that others may be given: those that are made, and what is made where members of these are called.
    private List<INamedTypeSymbol> Given(IMethodSymbol method, IEnumerable<Part?> parts)
    {
        var given = new SortedDictionary<string, INamedTypeSymbol>(StringComparer.Ordinal);
        var pending = new Stack<INamedTypeSymbol>(parts.SelectMany(TypesIn));
        if ((method.MethodKind == MethodKind.Constructor ? method.ContainingType : method.ReturnType) is INamedTypeSymbol named && _engine.Hierarchy.IsInSource(named))
        {
            pending.Push(named.OriginalDefinition);
        }

        while (pending.Count > 0)
        {
            var next = pending.Pop();
            if (!given.ContainsKey(TypeTraits.MetadataName(next)))
            {
                given.Add(TypeTraits.MetadataName(next), next);
                foreach (var further in TypesIn(_callbacks.GetOrAdd(next, PartOf)))
                {
                    pending.Push(further);
                }
            }
        }

        return [.. given.Values];
    }

    private IEnumerable<INamedTypeSymbol> TypesIn(Part? part) =>
        part is null ? [] : part.Made.Numbers().Select(number => _types.TryGetValue(number, out var type) ? type : null).OfType<INamedTypeSymbol>();

    /// <summary>Code of other assemblies may run in the place of what it calls, or it goes through the cache of this one.</summary>
    private bool IsOpen(CodeNode node) => _isOpen.GetOrAdd(node, _ => node.Edges.Concat(node.Decided).Concat(node.Open)
        .Any(edge => edge.ThroughCache || (edge.Root is { IsSealed: false, IsValueType: false } root && IsVisible(root))));

    private ISymbol[] Tables(CodeNode node) => _tables.GetOrAdd(node, _ =>
    [
        .. node.Unit.Operations.SelectMany(operation => operation.DescendantsAndSelf()).Select(operation => operation switch
        {
            IFieldReferenceOperation { Field: { IsStatic: true, IsConst: false } field } when _engine.Hierarchy.IsInSource(field) && !_engine.Traits.IsDeeplyImmutable(field.Type) => (ISymbol)field,
            IPropertyReferenceOperation { Property: { IsStatic: true } property } when _engine.Hierarchy.IsInSource(property) && !_engine.Traits.IsDeeplyImmutable(property.Type) => property,
            _ => null,
        }).OfType<ISymbol>(),
    ]);
}
