using Memo.Analyzers.Closures;
using Memo.Analyzers.Encodings;
using Memo.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Memo.Analyzers.Generation;

/// <summary>
/// The statics that a method comes across and that may hold an object which is in an argument, too, or in the result: <c>color == Colors.Red</c>. Of a class
/// that is not compared by value it counts which object it is, and nothing that comes out of the store is an object that a static holds.
/// </summary>
internal sealed class HeldObjects(ClosureEngine engine, CancellationToken cancellation)
{
    // Closures have most of their code in common.
    private readonly Dictionary<CodeNode, IFieldSymbol[]> _statics = [];

    /// <summary>In the order of their names.</summary>
    public IReadOnlyList<HeldObject> Of(MemoizedMethod method)
    {
        var encoding = engine.Encodings.EncodingOf(method.Symbol);
        var met = new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default);
        var known = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var codec in encoding.Parameters.Append(encoding.Receiver).Append(encoding.Result).OfType<Codec>().SelectMany(codec => codec.Reach()).Where(HasIdentity))
        {
            met.Add(codec.Type);
            known.UnionWith(codec.KnownObjects); // the codec of the class asks for those
        }

        if (met.Count == 0)
        {
            return [];
        }

        var held = new SortedDictionary<string, HeldObject>(StringComparer.Ordinal);
        foreach (var field in Statics(method.Symbol))
        {
            if (!known.Contains(field) && engine.Encodings.CodecOf(field.Type) is var codec && (ConstructedMethods.FindOpen(field.Type) is not null || codec.Reach().Any(part => HasIdentity(part) && met.Contains(part.Type))))
            {
                held[SymbolNames.Identity(field.ContainingType) + "." + field.MetadataName] = Make(field, codec);
            }
        }

        return [.. held.Values];
    }

    private HeldObject Make(IFieldSymbol field, Codec codec)
    {
        var symbol = field.AssociatedSymbol ?? field;
        var owner = field.ContainingType;
        var isNamed = Interception.Unnameable(owner, engine.Compilation) is null && engine.Compilation.IsSymbolAccessibleWithin(symbol.OriginalDefinition, engine.Compilation.Assembly);
        return new($"{owner.Name}.{symbol.Name}", field, codec)
        {
            Place = isNamed ? $"{FieldAccessors.Name(owner)}.{CallSignature.Escape(symbol.Name)}" : null,
            WhyUnknown = ConstructedMethods.FindOpen(owner) is not null ? "is there for each type argument"
                : codec.FindRefusal(forValue: false) is not null || Interception.Unnameable(field.Type, engine.Compilation) is not null ? "holds more than can be told"
                : !isNamed && (GenericOwner.HasHiddenParameter(owner) || (owner.IsStatic && GenericOwner.Parameters(owner.OriginalDefinition).Any())) ? "is hidden in a generic class"
                : null,
        };
    }

    private static bool HasIdentity(Codec codec) =>
        codec is { Kind: CodecKind.Fields, IsReceiver: false, Type: INamedTypeSymbol { IsReferenceType: true } type } && !OwnTypes.ComparesByValue(type);

    // What inner memoized methods come across, they may return.
    private HashSet<IFieldSymbol> Statics(IMethodSymbol method)
    {
        var statics = new HashSet<IFieldSymbol>(SymbolEqualityComparer.Default);
        var seen = new HashSet<CodeNode>();
        var methods = new HashSet<ISymbol>(SymbolEqualityComparer.Default) { method };
        var pending = new Queue<IMethodSymbol>([method]);
        while (pending.Count > 0)
        {
            foreach (var node in engine.ClosureOf(pending.Dequeue(), cancellation).Nodes.Where(seen.Add))
            {
                statics.UnionWith(Of(node));
                foreach (var inner in node.Edges.Where(edge => edge.ThroughCache).SelectMany(edge => edge.Targets).OfType<IMethodSymbol>().Where(methods.Add))
                {
                    pending.Enqueue(inner);
                }
            }
        }

        return statics;
    }

    private IFieldSymbol[] Of(CodeNode node)
    {
        if (!_statics.TryGetValue(node, out var statics))
        {
            _statics.Add(node, statics = [.. node.Unit.Operations.SelectMany(operation => operation.DescendantsAndSelf()).Select(Field).OfType<IFieldSymbol>()
                .Where(field => engine.Hierarchy.IsInSource(field.ContainingType)).Distinct<IFieldSymbol>(SymbolEqualityComparer.Default)]);
        }

        return statics;
    }

    private static IFieldSymbol? Field(IOperation operation) => operation switch
    {
        IFieldReferenceOperation { Field: { IsStatic: true, IsConst: false } field } => field,
        IPropertyReferenceOperation { Property: { IsStatic: true } property } =>
            property.ContainingType.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(field => SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property)),
        _ => null,
    };
}

/// <param name="Name">For a person.</param>
/// <param name="Field">Where it is.</param>
/// <param name="Codec">Of its type.</param>
internal sealed record HeldObject(string Name, IFieldSymbol Field, Codec Codec)
{
    /// <summary>The expression for it; null where code elsewhere in the assembly cannot name it.</summary>
    public string? Place { get; init; }

    /// <summary>Why generated code cannot tell which objects these are; null when it can.</summary>
    public string? WhyUnknown { get; init; }
}
