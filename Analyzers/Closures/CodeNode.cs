using System.Collections.Immutable;
using Memo.Analyzers.Calls;
using Memo.Analyzers.Effects;
using Memo.Analyzers.Hashing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Memo.Analyzers.Closures;

/// <summary>A unit of code as a node of the call graph, with what has been found out about it.</summary>
internal sealed class CodeNode
{
    private CodeNode(int number, CodeUnit unit, UnitCalls calls, ImmutableArray<ISymbol> implicitCallees)
    {
        Number = number;
        Unit = unit;
        Calls = calls;
        ImplicitCallees = implicitCallees;
    }

    /// <summary>In the order in which the engine met them: nothing that is written down may depend on it.</summary>
    public int Number { get; }

    public CodeUnit Unit { get; }

    public UnitCalls Calls { get; }

    public ISymbol Symbol => Unit.Symbol;

    /// <summary>
    /// What the compiler calls without an operation that says so: a base constructor, the members that a record's members use, the
    /// types whose members those call in turn.
    /// </summary>
    public ImmutableArray<ISymbol> ImplicitCallees { get; }

    /// <summary>What this unit runs, in the order of first use.</summary>
    public ImmutableArray<CodeEdge> Edges { get; private set; } = [];

    /// <summary>
    /// The edges that count whoever calls: without those of local functions that nothing calls and those that a parameter decides, with
    /// what its callees call on what it passes to them.
    /// </summary>
    public CodeEdge[] Decided { get; private set; } = [];

    /// <summary>Virtual calls on what its callers pass, for one that does not say what that is.</summary>
    public CodeEdge[] Open { get; private set; } = [];

    /// <summary>What runs beside it (other initializers of a touched type): its effects count, its text does not.</summary>
    public CodeEdge[] Neighbours { get; private set; } = [];

    /// <summary>Types of the compilation of which it makes objects, by their numbers in the engine.</summary>
    public int[] Made { get; private set; } = [];

    /// <summary>Set when the component that the node belongs to has been solved.</summary>
    public bool IsSolved => Component is not null;

    /// <summary>What stands for the cycle of calls that the node is part of, if only of itself.</summary>
    public object? Component { get; set; }

    public EffectSummary Summary { get; private set; } = EffectSummary.Bottom;

    /// <summary>Effects of its own code that no caller's argument can change.</summary>
    public ImmutableArray<Effect> Effects { get; private set; } = [];

    /// <summary>The kinds of effects of it and of everything that it may run.</summary>
    public EffectKinds Kinds { get; set; }

    /// <summary>The hash of the node's own code (see <see cref="OperationHasher"/>).</summary>
    public ContentHash Own { get; private set; }

    /// <summary>It calls a serializer, which sees more of a type than other code does.</summary>
    public bool Serializes { get; private set; }

    /// <summary>It lets a package see objects of the compilation's types, or make them.</summary>
    public bool OpensObjects { get; private set; }

    /// <summary>An expression in it is nested too deeply to be walked.</summary>
    public bool IsTooDeep { get; private set; }

    /// <summary>The hash of its code closure, whatever types the caller holds.</summary>
    public ContentHash Closure { get; set; }

    /// <summary>Assemblies outside of the compilation and the framework that its own code calls; what was seen of the partial types that it is in or uses.</summary>
    public ImmutableArray<string> Externals { get; private set; } = [];

    public static CodeNode Build(ClosureEngine engine, CodeUnit unit, int number, CancellationToken cancellation)
    {
        var symbol = unit.Symbol;
        var node = new CodeNode(number, unit, new(engine.Calls, engine.Hierarchy, unit), FindImplicitCallees(engine, unit));
        var edges = new EdgeCollector(engine, unit, node.Calls);
        var hasher = new OperationHasher(engine, unit, edges, cancellation);
        try
        {
            node.Own = hasher.Hash(node.ImplicitCallees);
        }
        catch (InsufficientExecutionStackException)
        {
            // An expression too deep to walk: what it calls is not known, so any change of the compilation counts.
            node.Own = WholeCompilation(engine, cancellation);
            node.IsTooDeep = true;
        }

        node.Serializes = hasher.Serializes;
        node.OpensObjects = hasher.OpensObjects;
        edges.AddInherited();
        node.Edges = edges.Edges;
        node.Neighbours = [.. edges.Neighbours];
        node.Made = [.. edges.Made.Select(engine.NumberOf)];
        // What another generator writes is seen by nobody before it is compiled: the assembly as it is then stands for it.
        node.Externals = unit.Shape == CodeShape.Missing && symbol is IMethodSymbol { IsExtern: false } && engine.Compilation.AssemblyName is { } own
            ? [.. hasher.Externals.Union(TypeParts.Around(symbol)), own]
            : [.. hasher.Externals.Union(TypeParts.Around(symbol))];
        return node;
    }

    /// <summary>The same unit, of whose callees some have changed.</summary>
    public CodeNode Unsolved() => new(Number, Unit, Calls, ImplicitCallees)
    {
        Own = Own,
        Serializes = Serializes,
        OpensObjects = OpensObjects,
        IsTooDeep = IsTooDeep,
        Externals = Externals,
        Made = Made,
        Edges = [.. Edges.Select(edge => edge.Unresolved())],
        Neighbours = [.. Neighbours.Select(edge => edge.Unresolved())],
    };

    /// <summary>Everything that it may run, whoever calls and whatever types there are; once it is solved.</summary>
    public CodeNode[] Reached(ClosureEngine engine, CancellationToken cancellation) => _reached ??=
    [
        .. Edges.Concat(Neighbours).Concat(Decided).Concat(Open)
            .SelectMany(edge => edge.Nodes(engine, cancellation).Concat(edge.Candidates(engine, cancellation).Select(candidate => candidate.Node)))
            .Distinct(),
    ];

    private CodeNode[]? _reached;

    /// <summary>Whether the number of a line is a value in it: then it is another unit when it moves.</summary>
    public bool TellsLines => _tellsLines ??= Unit.Operations.Any(operation => operation.DescendantsAndSelf().Any(part =>
        part is IArgumentOperation { ArgumentKind: ArgumentKind.DefaultValue, Parameter: { } parameter }
        && parameter.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == nameof(System.Runtime.CompilerServices.CallerLineNumberAttribute))));

    private bool? _tellsLines;

    /// <summary>Takes what an analysis of the unit found; returns whether its callers have to look again.</summary>
    public bool Update(EffectSummary summary, ImmutableArray<Effect> effects, ImmutableArray<CodeEdge> resolved, Func<IMethodSymbol, bool> isCalled)
    {
        Decided =
        [
            .. Edges.Where(edge => edge.Subject.Kind is not (SubjectKind.Parameter or SubjectKind.TypeParameter) && (edge.Function is not { } function || isCalled(function))),
            .. resolved,
        ];
        Open = [.. summary.Opens.Select(open => new CodeEdge(CallKind.Direct, open.Member, null, []) { Root = open.Root, Path = open.Path })];
        Effects = effects;
        var isNew = !summary.SameAs(Summary);
        Summary = summary;
        return isNew;
    }

    /// <summary>Adds an effect that the unit has because of what it is part of.</summary>
    public void Add(Effect effect) => Effects = Effects.Contains(effect) ? Effects : Effects.Add(effect);

    /// <summary>All code that it may run, whatever types there are.</summary>
    public List<CodeNode> Callees(ClosureEngine engine, CancellationToken cancellation)
    {
        var callees = new List<CodeNode>();
        foreach (var edge in Edges)
        {
            callees.AddRange(edge.Nodes(engine, cancellation));
        }

        foreach (var edge in Neighbours)
        {
            callees.AddRange(edge.Nodes(engine, cancellation));
        }

        return callees;
    }

    /// <summary>As <see cref="Callees"/>, of which some may not have been looked at.</summary>
    public IEnumerable<ISymbol> CalledSymbols() => Edges.Concat(Neighbours).SelectMany(edge => edge.Targets);

    private static ContentHash WholeCompilation(ClosureEngine engine, CancellationToken cancellation)
    {
        var writer = new HashWriter().Write("compilation");
        foreach (var text in engine.Compilation.SyntaxTrees.Select(tree => tree.GetText(cancellation).ToString()).OrderBy(text => text, StringComparer.Ordinal))
        {
            writer.Write(text);
        }

        return writer.ToHash();
    }

    private static ImmutableArray<ISymbol> FindImplicitCallees(ClosureEngine engine, CodeUnit unit)
    {
        if (unit.Symbol is INamedTypeSymbol type)
        {
            return engine.Calls.Inherited.Callees(type);
        }

        if (unit.Symbol is not IMethodSymbol method)
        {
            return [];
        }

        var implied = ImmutableArray.CreateBuilder<ISymbol>();
        if (method.IsStatic && !method.ContainingType.AllInterfaces.IsEmpty)
        {
            // Who calls it through a type parameter does not name its type.
            implied.AddRange(method.ContainingType.StaticConstructors.Where(constructor => !constructor.IsImplicitlyDeclared && !SymbolEqualityComparer.Default.Equals(constructor, method)));
        }

        if (method.MethodKind == MethodKind.Constructor && method.ContainingType is { TypeKind: TypeKind.Class, BaseType: { } parent } && !unit.CallsConstructor)
        {
            implied.AddRange(parent.OriginalDefinition.InstanceConstructors.Where(constructor => constructor.Parameters.All(parameter => parameter.IsOptional || parameter.IsParams)));
            implied.AddRange(parent.OriginalDefinition.StaticConstructors.Where(constructor => !constructor.IsImplicitlyDeclared && engine.Hierarchy.IsInSource(constructor)));
        }

        if (unit.Shape == CodeShape.Synthesized && method.ContainingType.IsRecord && method.MethodKind != MethodKind.Constructor)
        {
            AddRecordMembers(engine, method, implied);
        }

        return implied.ToImmutable();
    }

    // What the compiler writes for a record goes through the members of its fields' types, and through those of its own that the user wrote.
    private static void AddRecordMembers(ClosureEngine engine, IMethodSymbol method, ImmutableArray<ISymbol>.Builder implied)
    {
        var record = method.ContainingType;
        switch (method.Name)
        {
            case "ToString":
                AddOwn("PrintMembers");
                break;
            case "PrintMembers":
                AddTypesOfFields();
                implied.AddRange(record.GetMembers().OfType<IPropertySymbol>()
                    .Where(property => property is { IsStatic: false, IsIndexer: false, DeclaredAccessibility: Accessibility.Public, GetMethod: not null })
                    .Select(property => property.GetMethod!));
                break;
            case "Deconstruct":
                implied.AddRange(record.GetMembers().OfType<IPropertySymbol>().Where(property => property is { IsStatic: false, GetMethod: not null }).Select(property => property.GetMethod!));
                break;
            case "<Clone>$":
                implied.AddRange(record.InstanceConstructors.Where(IsCopyConstructor));
                break;
            default: // Equals, GetHashCode, == and != go by each other, and by the fields
                AddTypesOfFields();
                AddOwn("Equals");
                AddOwn("get_EqualityContract");
                break;
        }

        for (var ancestor = record.BaseType; ancestor is not null && engine.Hierarchy.IsInSource(ancestor); ancestor = ancestor.BaseType)
        {
            implied.AddRange(ancestor.OriginalDefinition.GetMembers(method.Name).OfType<IMethodSymbol>());
        }

        void AddOwn(string name) =>
            implied.AddRange(record.GetMembers(name).OfType<IMethodSymbol>().Where(member => !SymbolEqualityComparer.Default.Equals(member, method)));

        void AddTypesOfFields() => implied.AddRange(record.GetMembers().OfType<IFieldSymbol>().SelectMany(field => engine.Contracts.UserTypesIn(field.Type))
            .Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default));
    }

    private static bool IsCopyConstructor(IMethodSymbol method) =>
        method is { MethodKind: MethodKind.Constructor, Parameters: [{ Type: var type }] } && SymbolEqualityComparer.Default.Equals(type, method.ContainingType);
}
