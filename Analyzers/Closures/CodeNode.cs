using System.Collections.Immutable;
using Memo.Analyzers.Calls;
using Memo.Analyzers.Effects;
using Memo.Analyzers.Hashing;
using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Closures;

/// <summary>A unit of code as a node of the call graph, with what has been found out about it.</summary>
internal sealed class CodeNode
{
    private CodeNode(
        CodeUnit unit, ImmutableArray<IMethodSymbol> implicitCallees, ImmutableArray<ImmutableArray<ISymbol>> calleeGroups, ImmutableArray<ISymbol> neighbours,
        ContentHash own, ImmutableArray<string> externals)
    {
        Unit = unit;
        ImplicitCallees = implicitCallees;
        CalleeGroups = calleeGroups;
        Neighbours = neighbours;
        Own = own;
        Externals = externals;
    }

    public CodeUnit Unit { get; }

    public ISymbol Symbol => Unit.Symbol;

    /// <summary>What the compiler calls without an operation that says so: a base constructor, the members that a record's members use.</summary>
    public ImmutableArray<IMethodSymbol> ImplicitCallees { get; }

    /// <summary>
    /// Units whose code this one runs: a group for each distinct call, in the order of first use; more than one member where the
    /// run-time type decides.
    /// </summary>
    public ImmutableArray<ImmutableArray<ISymbol>> CalleeGroups { get; }

    /// <summary>Units that run beside it (other initializers of a touched type): their effects count, their text does not.</summary>
    public ImmutableArray<ISymbol> Neighbours { get; }

    /// <summary>Set when the component that the node belongs to has been solved.</summary>
    public bool IsSolved { get; set; }

    public EffectSummary Summary { get; set; } = EffectSummary.Bottom;

    /// <summary>The hash of the node's own code (see <see cref="OperationHasher"/>).</summary>
    public ContentHash Own { get; }

    /// <summary>The hash of its code closure.</summary>
    public ContentHash Closure { get; set; }

    /// <summary>Assemblies outside of the compilation and the framework that its own code calls.</summary>
    public ImmutableArray<string> Externals { get; }

    public static CodeNode Build(ClosureEngine engine, ISymbol symbol, CancellationToken cancellation)
    {
        var unit = CodeUnit.Load(symbol, engine.Model, cancellation);
        var implied = FindImplicitCallees(engine, unit);
        var hasher = new OperationHasher(engine, unit, cancellation);
        ContentHash own;
        try
        {
            own = hasher.Hash(implied);
        }
        catch (InsufficientExecutionStackException)
        {
            // An expression too deep to walk: what it calls is not known, so any change of the compilation counts.
            own = WholeCompilation(engine, cancellation);
        }

        return new(unit, implied, hasher.CalleeGroups, hasher.Neighbours, own, hasher.Externals);
    }

    private static ContentHash WholeCompilation(ClosureEngine engine, CancellationToken cancellation)
    {
        var writer = new HashWriter().Write("compilation");
        foreach (var text in engine.Compilation.SyntaxTrees.Select(tree => tree.GetText(cancellation).ToString()).OrderBy(text => text, StringComparer.Ordinal))
        {
            writer.Write(text);
        }

        return writer.ToHash();
    }

    private static ImmutableArray<IMethodSymbol> FindImplicitCallees(ClosureEngine engine, CodeUnit unit)
    {
        if (unit.Symbol is not IMethodSymbol method)
        {
            return [];
        }

        var implied = ImmutableArray.CreateBuilder<IMethodSymbol>();
        if (method.MethodKind == MethodKind.Constructor && method.ContainingType is { TypeKind: TypeKind.Class, BaseType: { } parent } && !unit.CallsConstructor)
        {
            implied.AddRange(parent.OriginalDefinition.InstanceConstructors.Where(constructor => constructor.Parameters.All(parameter => parameter.IsOptional || parameter.IsParams)));
        }

        if (unit.Shape == CodeShape.Synthesized && method.ContainingType.IsRecord && method.MethodKind != MethodKind.Constructor)
        {
            AddRecordMembers(engine, method, implied);
        }

        return implied.ToImmutable();
    }

    // What the compiler writes for a record goes through the members of its fields' types, and through those of its own that the user wrote.
    private static void AddRecordMembers(ClosureEngine engine, IMethodSymbol method, ImmutableArray<IMethodSymbol>.Builder implied)
    {
        var record = method.ContainingType;
        var users = new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default);
        foreach (var field in record.GetMembers().OfType<IFieldSymbol>())
        {
            engine.Contracts.CollectUserTypes(field.Type, users);
        }

        foreach (var user in users)
        {
            implied.AddRange(engine.Contracts.Of(user));
        }

        implied.AddRange(record.GetMembers().OfType<IMethodSymbol>().Where(member =>
            !SymbolEqualityComparer.Default.Equals(member, method)
            && (member.Name is "PrintMembers" or "Equals" or "get_EqualityContract" || (method.Name == "<Clone>$" && IsCopyConstructor(member)))));
        if (method.Name is "ToString" or "PrintMembers")
        {
            implied.AddRange(record.GetMembers().OfType<IPropertySymbol>().Where(property => !property.IsStatic && property.GetMethod is not null)
                .Select(property => property.GetMethod!));
        }

        for (var ancestor = record.BaseType; ancestor is not null && engine.Hierarchy.IsInSource(ancestor); ancestor = ancestor.BaseType)
        {
            implied.AddRange(ancestor.OriginalDefinition.GetMembers(method.Name).OfType<IMethodSymbol>());
        }
    }

    private static bool IsCopyConstructor(IMethodSymbol method) =>
        method is { MethodKind: MethodKind.Constructor, Parameters: [{ Type: var type }] } && SymbolEqualityComparer.Default.Equals(type, method.ContainingType);
}
