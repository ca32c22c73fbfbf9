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
    private readonly Dictionary<CodeNode, bool> _isOpen = [];
    private readonly Dictionary<CodeNode, ISymbol[]> _tables = [];
    private readonly List<(int Number, INamedTypeSymbol Type)> _types = [];

    public Exports(ClosureEngine engine, CancellationToken cancellation)
    {
        _engine = engine;
        _cancellation = cancellation;
        _hasFriends = engine.Compilation.Assembly.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "InternalsVisibleToAttribute");
    }

    /// <summary>Each as a JSON object, by declaration id in ordinal order.</summary>
    public IEnumerable<string> Write()
    {
        foreach (var type in Types(_engine.Compilation.Assembly.GlobalNamespace))
        {
            _types.Add((_engine.NumberOf(type), type));
        }

        var found = new SortedDictionary<string, string?>(StringComparer.Ordinal);
        foreach (var (_, type) in _types)
        {
            foreach (var member in type.GetMembers().OfType<IMethodSymbol>().Where(IsExported))
            {
                _cancellation.ThrowIfCancellationRequested();
                var id = SymbolNames.DeclarationId(member);
                found[id] = found.ContainsKey(id) ? null : Entry(id, member);
            }
        }

        return found.Values.OfType<string>();
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

    private string? Entry(string id, IMethodSymbol method)
    {
        var closure = _engine.ClosureOf(method, _cancellation);
        var effects = new ExportedEffects(method);
        if (!effects.TryAdd(closure.Nodes[0].Summary, closure) || closure.Nodes.Any(IsOpen))
        {
            return null;
        }

        var writer = new HashWriter().Write("export").Write(OperationHasher.FormVersion).Write(closure.Hash);
        var externals = closure.Externals.ToBuilder();
        AddStatics(closure);
        foreach (var initializer in WithBases(method.ContainingType).SelectMany(Initializers))
        {
            var initial = Add(initializer);
            if (initial is null)
            {
                return null;
            }

            effects.AddInitialization(initial);
        }

        foreach (var made in Made(method, closure))
        {
            foreach (var member in _engine.Contracts.OwnOf(made).OrderBy(SymbolNames.DeclarationId, StringComparer.Ordinal))
            {
                writer.Write(SymbolNames.DeclarationId(member));
                var callback = Add(member);
                if (callback is null)
                {
                    return null;
                }

                effects.AddCallback(member, callback);
            }
        }

        return new JsonText().Open('{')
            .Property("id").Value(id)
            .Property("closure").Value(writer.ToHash().ToString())
            .Property("externals").Values(externals.ToImmutable())
            .Property("effects").Values(effects.Terms)
            .Close('}').ToString();

        Closure? Add(ISymbol root)
        {
            var part = _engine.ClosureOf(root, _cancellation);
            if (part.Nodes.Any(IsOpen) || part.Nodes[0].Summary.HasTracedCalls)
            {
                return null;
            }

            writer.Write(part.Hash);
            externals.UnionWith(part.Externals);
            AddStatics(part);
            return part;
        }

        // Code of others may be given what a table holds; that nobody changes it, only the whole program could tell.
        void AddStatics(Closure part)
        {
            foreach (var table in part.Nodes.SelectMany(Tables))
            {
                effects.AddStatic(table);
            }
        }
    }

    // Whoever calls from outside touches the type first.
    private static IEnumerable<ISymbol> Initializers(INamedTypeSymbol type) => type.GetMembers().Where(member => member switch
    {
        IMethodSymbol { MethodKind: MethodKind.StaticConstructor, IsImplicitlyDeclared: false } => true,
        IFieldSymbol { IsStatic: true, IsConst: false } or IPropertySymbol { IsStatic: true } => member.DeclaringSyntaxReferences.Any(declaration =>
            declaration.GetSyntax() is VariableDeclaratorSyntax { Initializer: not null } or PropertyDeclarationSyntax { Initializer: not null }),
        _ => false,
    });

    private IEnumerable<INamedTypeSymbol> Made(IMethodSymbol method, Closure closure) => _types
        .Where(type => closure.Made.Contains(type.Number)
            || SymbolEqualityComparer.Default.Equals(type.Type, method.ReturnType)
            || (method.MethodKind == MethodKind.Constructor && SymbolEqualityComparer.Default.Equals(type.Type, method.ContainingType)))
        .Select(type => type.Type)
        .OrderBy(TypeTraits.MetadataName, StringComparer.Ordinal);

    /// <summary>Code of other assemblies may run in the place of what it calls, or it goes through the cache of this one.</summary>
    private bool IsOpen(CodeNode node)
    {
        if (!_isOpen.TryGetValue(node, out var isOpen))
        {
            _isOpen.Add(node, isOpen = node.Edges.Concat(node.Decided).Concat(node.Open)
                .Any(edge => edge.ThroughCache || (edge.Root is { IsSealed: false, IsValueType: false } root && IsVisible(root))) || HasHiddenParts(node.Symbol.ContainingType));
        }

        return isOpen;
    }

    // What other generators add to a type, this one does not see.
    private static bool HasHiddenParts(INamedTypeSymbol? type) =>
        type is not null && type.DeclaringSyntaxReferences.Any(declaration => declaration.GetSyntax() is TypeDeclarationSyntax part && part.Modifiers.Any(SyntaxKind.PartialKeyword));

    private ISymbol[] Tables(CodeNode node)
    {
        if (!_tables.TryGetValue(node, out var tables))
        {
            _tables.Add(node, tables =
            [
                .. node.Unit.Operations.SelectMany(operation => operation.DescendantsAndSelf()).Select(operation => operation switch
                {
                    IFieldReferenceOperation { Field: { IsStatic: true, IsConst: false } field } when _engine.Hierarchy.IsInSource(field) && !_engine.Traits.IsDeeplyImmutable(field.Type) => (ISymbol)field,
                    IPropertyReferenceOperation { Property: { IsStatic: true } property } when _engine.Hierarchy.IsInSource(property) && !_engine.Traits.IsDeeplyImmutable(property.Type) => property,
                    _ => null,
                }).OfType<ISymbol>(),
            ]);
        }

        return tables;
    }
}
