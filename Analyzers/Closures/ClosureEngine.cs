using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Memo.Analyzers.Calls;
using Memo.Analyzers.Catalog;
using Memo.Analyzers.Closures.Edits;
using Memo.Analyzers.Effects;
using Memo.Analyzers.Encodings;
using Memo.Analyzers.Hashing;
using Memo.Analyzers.Referenced;
using Memo.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Memo.Analyzers.Closures;

/// <summary>
/// Everything that is known of a compilation's code: which code calls which, what it does, what it hashes to. One engine
/// serves all analyzers and the generator of a compilation; each unit of code is looked at once.
/// </summary>
internal sealed partial class ClosureEngine : IHashContext
{
    private static readonly ConditionalWeakTable<Compilation, ConcurrentDictionary<string, ClosureEngine?>> s_engines = new();

    private readonly Compilation _compilation;
    private readonly ConcurrentDictionary<SyntaxTree, SemanticModel> _models;
    private readonly ConcurrentDictionary<ISymbol, CodeNode> _nodes = new(SymbolEqualityComparer.Default);
    private readonly FrameworkAssemblies _framework;
    private readonly ConcurrentDictionary<ISymbol, MemoizedMethod?> _memoized;
    private readonly ConcurrentDictionary<ISymbol, Closure> _closures = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, IMethodSymbol?> _memoizedImplementations = new(SymbolEqualityComparer.Default);
    private readonly ClosureSolver _solver;
    private readonly TakenOver? _taken;

    private ClosureEngine(
        Compilation compilation, KnownTypes types, MarkedMembers marked, EffectCatalog catalog, string userCatalog, AnalyzerConfigOptionsProvider options)
    {
        _compilation = compilation;
        _models = new();
        _memoized = new(SymbolEqualityComparer.Default);
        UserCatalog = userCatalog;
        Options = options;
        Types = types;
        Marked = marked;
        Catalog = catalog;
        _framework = new(compilation, types.CoreAssembly);
        Hierarchy = new(compilation);
        Traits = new(compilation, Hierarchy.DerivedFrom);
        Shapes = new(Hierarchy);
        Mentions = new(Hierarchy, Shapes, IsExternal);
        Contracts = new(Hierarchy);
        Calls = new(Hierarchy, Contracts);
        Statics = new(compilation, Traits, Hierarchy, Contracts, catalog, Model);
        Manifests = new(compilation, Hierarchy, Traits, catalog, IsFramework);
        Outside = new(compilation, Hierarchy, catalog, Manifests, IsFramework);
        Assumptions = new(compilation, types);
        Encodings = new(compilation, types, Traits, Hierarchy, Calls, Model);
        Texts = new(Hierarchy, catalog);
        TypeArguments = new(Hierarchy, catalog, Texts, Outside);
        Held = new(Hierarchy, compilation.GetSpecialType(SpecialType.System_Object));
        _solver = new(this);
    }

    /// <summary>An engine that goes on from a former compilation's, whose symbols it has. It says what is found in the later one.</summary>
    internal ClosureEngine(TakenOver taken)
    {
        var former = taken.Former;
        _taken = taken;
        _compilation = former._compilation;
        _models = former._models;
        _memoized = former._memoized;
        UserCatalog = former.UserCatalog;
        Options = taken.Current.Options;
        Types = former.Types;
        Marked = former.Marked;
        Catalog = former.Catalog;
        _framework = former._framework;
        Hierarchy = former.Hierarchy;
        Traits = former.Traits;
        Shapes = former.Shapes;
        Mentions = former.Mentions;
        Contracts = former.Contracts;
        Calls = former.Calls;
        Statics = former.Statics;
        Outside = former.Outside;
        Manifests = former.Manifests;
        Assumptions = former.Assumptions;
        Encodings = former.Encodings;
        Texts = former.Texts;
        TypeArguments = former.TypeArguments;
        Held = former.Held;
        Gate = former.Gate;
        _solver = new(this);
    }

    public KnownTypes Types { get; }
    public AnalyzerConfigOptionsProvider Options { get; }
    public TypeTraits Traits { get; }
    public TypeHierarchy Hierarchy { get; }
    public ContractMembers Contracts { get; }
    public HeldTypes Held { get; }
    public HiddenTexts Texts { get; }
    public TypeArgumentEffects TypeArguments { get; }
    public OperationCalls Calls { get; }
    public EffectCatalog Catalog { get; }
    public StaticMembers Statics { get; }
    public OutsideTypes Outside { get; }
    public ReferencedManifests Manifests { get; }
    public Assumptions Assumptions { get; }
    public TypeShapes Shapes { get; }
    public TypeMentions Mentions { get; }
    public EncodingTable Encodings { get; }
    public Compilation Compilation => _compilation;

    /// <summary>What the compiler was called with.</summary>
    public CompilationOptions CompilerOptions => (_taken?.Current ?? this)._compilation.Options;

    /// <summary>The lines that users have added to the catalog.</summary>
    public string UserCatalog { get; }

    /// <summary>The engine of a compilation; null when the compilation does not reference the runtime.</summary>
    public static ClosureEngine? For(
        Compilation compilation, ImmutableArray<AdditionalText> additionalFiles, AnalyzerConfigOptionsProvider options, CancellationToken cancellation)
    {
        if (compilation is not CSharpCompilation)
        {
            return null;
        }

        var userFiles = additionalFiles
            .Where(file => Path.GetFileName(file.Path).Equals(EffectCatalog.UserFileName, StringComparison.OrdinalIgnoreCase))
            .Select(file => (file.Path, file.GetText(cancellation)?.ToString() ?? ""))
            .ToList();
        return s_engines.GetValue(compilation, _ => new())
            .GetOrAdd(string.Join("\0", userFiles.Select(file => file.Item2)), catalog => Create(compilation, userFiles, catalog, options, cancellation));
    }

    private static ClosureEngine? Create(
        Compilation compilation, List<(string, string)> userFiles, string catalog, AnalyzerConfigOptionsProvider options, CancellationToken cancellation)
    {
        if (!KnownTypes.AreIn(compilation))
        {
            return null;
        }

        // No effect and no hash depends on it, and a quarter of what it takes to bind a body is nullable analysis.
        var marked = MarkedMembers.Of(compilation, cancellation);
        if (compilation.Options is CSharpCompilationOptions { NullableContextOptions: not NullableContextOptions.Disable } nullable && !marked.IsEmpty)
        {
            compilation = compilation.WithOptions(nullable.WithNullableContextOptions(NullableContextOptions.Disable));
        }

        return SharedEngines.Find(compilation, catalog, options)
            ?? SharedEngines.Add(new(compilation, KnownTypes.Of(compilation), marked, EffectCatalog.Load(userFiles), catalog, options));
    }

    /// <summary>
    /// The symbol of this engine's compilation for one of the same code with what generators have added to it; null for what is not
    /// in this engine's code.
    /// </summary>
    public ISymbol? Own(ISymbol symbol, CancellationToken cancellation)
    {
        if (ReferenceEquals(symbol.ContainingAssembly, _compilation.Assembly))
        {
            return symbol;
        }

        if (symbol is IMethodSymbol method && ConstructedMethods.IsGeneric(method) && !ConstructedMethods.IsDefinition(method))
        {
            var found = new ConstructedSymbols(_compilation, each => Own(each, cancellation)).Of(method);
            return found ?? _taken?.GiveUp();
        }

        return _taken is not null ? _taken.ToFormer(symbol, cancellation)
            : symbol.DeclaringSyntaxReferences is [var declaration, ..] && _compilation.ContainsSyntaxTree(declaration.SyntaxTree)
            ? Model(declaration.SyntaxTree).GetDeclaredSymbol(declaration.GetSyntax(cancellation), cancellation)
            : null;
    }

    /// <summary>Which members may be memoized, by their names.</summary>
    public MarkedMembers Marked { get; }

    /// <summary>How many units have been looked at, each time counted: what the engine costs, whatever the machine.</summary>
    public int Work => _work;

    private int _work;

    internal void Count() => Interlocked.Increment(ref _work);

    private int NextNumber() => Interlocked.Increment(ref _nodeCount) - 1;

    /// <summary>A number for each type of the compilation, in no order.</summary>
    internal int NumberOf(INamedTypeSymbol type) =>
        _taken is not null ? _taken.Former.NumberOf(type)
            : _typeNumbers.TryGetValue(type, out var known) ? known : _typeNumbers.GetOrAdd(type, NextType(type));

    private int NextType(INamedTypeSymbol type)
    {
        var number = Interlocked.Increment(ref _typeCount) - 1;
        if (Hierarchy.IsInSource(type) && TypeParts.Of(type) is { } parts)
        {
            _parts[number] = parts;
        }

        return number;
    }

    /// <summary>What was seen of the partial types among those with the numbers of a set (see <see cref="TypeParts"/>).</summary>
    internal IEnumerable<string> PartsIn(NumberSet numbers) =>
        _taken is not null ? _taken.Former.PartsIn(numbers) : _parts.Where(pair => numbers.Contains(pair.Key)).Select(pair => pair.Value);

    /// <summary>The types with the numbers of a set, in no order.</summary>
    internal List<INamedTypeSymbol> TypesIn(NumberSet numbers) =>
        _taken is not null ? _taken.Former.TypesIn(numbers) : [.. _typeNumbers.Where(pair => numbers.Contains(pair.Value)).Select(pair => (INamedTypeSymbol)pair.Key)];

    private readonly ConcurrentDictionary<ISymbol, int> _typeNumbers = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<int, string> _parts = new();
    private int _nodeCount;
    private int _typeCount;

    /// <summary>The node of a unit of code with everything that it reaches solved.</summary>
    public CodeNode Solve(ISymbol unit, CancellationToken cancellation)
    {
        // One root at a time: what the roots share, and they share most, is then computed once.
        lock (Gate)
        {
            return _solver.Solve(unit.OriginalDefinition, cancellation);
        }
    }

    /// <summary>What a method, a constructed one too, can run, by the types that it makes or is given, and what that does.</summary>
    public Closure ClosureOf(ISymbol root, CancellationToken cancellation)
    {
        // One after the other, inner ones first: a chain of memoized methods may be longer than the stack is deep.
        var pending = new Stack<ISymbol>([root]);
        var missing = new List<CodeNode>();
        while (pending.Count > 0)
        {
            var next = pending.Peek();
            if (_closures.ContainsKey(next))
            {
                pending.Pop();
                continue;
            }

            var start = Solve(next, cancellation);
            if (_taken?.Closure(start, next, cancellation) is { } same)
            {
                _closures.TryAdd(next, same with { Effects = Shown(same.Effects) });
            }
            else if (new ClosureWalk(this, start, next, Known, cancellation).Run(missing) is { } found)
            {
                _closures.TryAdd(next, found);
            }

            missing.ForEach(node => pending.Push(node.Symbol));
            missing.Clear();
        }

        return _closures[root];

        Closure? Known(CodeNode node) => _closures.TryGetValue(node.Symbol, out var known) ? known : null;
    }

    /// <summary>What the attributes of a method say; null when it is not memoized.</summary>
    public MemoizedMethod? MemoizedMethod(IMethodSymbol method) =>
        _memoized.TryGetValue(method.OriginalDefinition, out var known) ? known
            : _memoized.GetOrAdd(method.OriginalDefinition, Symbols.MemoizedMethod.TryCreate(method.OriginalDefinition, Types));

    internal CodeNode Node(ISymbol unit, CancellationToken cancellation) =>
        _nodes.TryGetValue(unit, out var known) ? known : _nodes.GetOrAdd(unit, Build(unit, cancellation));

    private CodeNode Build(ISymbol unit, CancellationToken cancellation) =>
        _taken is null ? CodeNode.Build(this, CodeUnit.Load(unit, Model, cancellation), NextNumber(), cancellation)
            : _taken.Node(unit, out var number, cancellation)
                ?? CodeNode.Build(this, CodeUnit.Load(unit, Model, cancellation, _taken.Edits.Body), number, cancellation);

    /// <summary>Held while units are solved, here and by those that go on from here: they share units.</summary>
    internal object Gate { get; } = new();

    /// <summary>A memoized method that a call of <paramref name="method"/>, an interface's or a base type's, may run; else null.</summary>
    public IMethodSymbol? MemoizedImplementationOf(IMethodSymbol method) =>
        (method.IsVirtual || method.IsAbstract || method.IsOverride) && Hierarchy.IsInSource(method)
            ? _memoizedImplementations.GetOrAdd(method, declared =>
                Hierarchy.Targets((IMethodSymbol)declared, declared.ContainingType).Select(target => target.Code).FirstOrDefault(Types.IsMemoized))
            : null;

    public bool IsExternal(IAssemblySymbol assembly) =>
        !IsFramework(assembly) && !SymbolEqualityComparer.Default.Equals(assembly, _compilation.Assembly);

    public bool IsFramework(IAssemblySymbol assembly) => _framework.Has(assembly);

    internal SemanticModel Model(SyntaxTree tree) => _models.GetOrAdd(tree, CreateModel);

    // The engine follows code through all files of the compilation, which no single analysis context covers; the models
    // are created once for each tree and shared by all roots.
#pragma warning disable RS1030
    private SemanticModel CreateModel(SyntaxTree tree) => _compilation.GetSemanticModel(tree);
#pragma warning restore RS1030
}
