using System.Collections.Concurrent;
using System.Collections.Immutable;
using Memo.Analyzers.Calls;
using Memo.Analyzers.Symbols;
using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Encodings;

/// <summary>How the types and memoized methods of a compilation go into keys and entries; each is decided once.</summary>
internal sealed class EncodingTable
{
    private readonly ConcurrentDictionary<IMethodSymbol, MethodEncoding> _methods = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IMethodSymbol, ImmutableArray<DependencyEncoding>> _dependencies = new(SymbolEqualityComparer.Default);
    private readonly CodecTable _codecs;

    public EncodingTable(Compilation compilation, KnownTypes types, TypeTraits traits, TypeHierarchy hierarchy, OperationCalls calls, Func<SyntaxTree, SemanticModel> model)
    {
        Compilation = compilation;
        Types = types;
        Traits = traits;
        Hierarchy = hierarchy;
        Calls = calls;
        Model = model;
        _codecs = new(this);
    }

    public Compilation Compilation { get; }
    public KnownTypes Types { get; }
    public TypeTraits Traits { get; }
    public TypeHierarchy Hierarchy { get; }
    public OperationCalls Calls { get; }
    public Func<SyntaxTree, SemanticModel> Model { get; }

    public Codec CodecOf(ITypeSymbol type) => _codecs.For(type);

    /// <summary>Of the objects that a method is called on, for keys only.</summary>
    public Codec CodecOf(INamedTypeSymbol receiver, ReceiverReads reads) => _codecs.For(receiver, reads);

    /// <summary>Those that have been asked for and that code has a say in, beside what is declared.</summary>
    public IEnumerable<MethodEncoding> ByCode => _methods.Select(pair => pair.Value).Where(encoding => encoding.Looked.Count > 0);

    /// <summary>Of a generic definition, what does not depend on its type arguments.</summary>
    public MethodEncoding EncodingOf(IMethodSymbol method) =>
        _methods.TryGetValue(method, out var known) ? known : _methods.GetOrAdd(method, MethodEncoding.Create(method, this));

    /// <summary>One for each declared dependency, in source order.</summary>
    public ImmutableArray<DependencyEncoding> DependenciesOf(MemoizedMethod method) =>
        _dependencies.GetOrAdd(method.Symbol, _ => [.. method.Dependencies.Select(declared => DependencyEncoding.Create(declared, method.Symbol, this))]);
}
