using Memo.Analyzers.Calls;
using Memo.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Memo.Analyzers.Effects;

/// <summary>Which objects change when a member without source changes its receiver: itself, or what it wraps as well.</summary>
internal sealed partial class EffectVisitor
{
    private void ChangeReceiver(CodeCall call, OriginSet receiver, OriginSet stored, Location location, IMethodSymbol method)
    {
        if (call.Receiver is { Type.IsValueType: true } and not IInstanceReferenceOperation && receiver.IsEmpty)
        {
            Assign(call.Receiver, stored, null, call.Site);
        }
        else
        {
            WriteInto(IsAdvance(method) || IsCollection(call.Receiver?.Type) ? receiver : Changed(receiver), stored, location, new CallPath(Culprit(method), location, null), place: PlaceOf(call.Receiver, call), changed: ClassOf(call.Receiver?.Type));
        }
    }

    // Reading on in a stream, an enumerator or a generator moves its own position, and nothing of what it reads.
    private static bool IsAdvance(IMethodSymbol method) =>
        method.Name is "MoveNext" or "MoveNextAsync" or "Seek" or "Close" || method.MethodKind == MethodKind.PropertyGet
        || s_advances.Any(prefix => method.Name.StartsWith(prefix, StringComparison.Ordinal));

    private static readonly string[] s_advances = ["Read", "Peek", "Next", "Skip", "Dispose", "Get"];

    // Streams, writers, builders and hashes take what they are given as text or bytes, and keep nothing of it. (A channel keeps the object.)
    private static bool Copies(IMethodSymbol method) => KnownNames.Namespace(method.ContainingNamespace) switch
    {
        "System.Security.Cryptography" => true,
        "System.IO" or "System.IO.Compression" or "System.Text" or "System.Text.Json" or "System.Xml" =>
            method.Name.StartsWith("Write", StringComparison.Ordinal) || method.Name.StartsWith("Append", StringComparison.Ordinal),
        _ => false,
    };

    // A container changes in itself. Anything else may pass the change on to what it wraps: a writer to its stream.
    private OriginSet Changed(OriginSet receivers)
    {
        var changed = receivers;
        foreach (var node in receivers)
        {
            if (!(_nodes[node] is { Kind: NodeKind.Fresh, Type: var type } && IsContainer(type)))
            {
                changed |= Reach(OriginSet.Of(node));
            }
        }

        return changed;
    }

    // Adding to one, and sorting it, is a change of itself, whatever it holds and wherever it came from.
    private static bool IsCollection(ITypeSymbol? type) => type is INamedTypeSymbol { TypeKind: TypeKind.Class, Name: not "LinkedListNode" } named
        && KnownNames.Namespace(named.ContainingNamespace) == "System.Collections.Generic";

    // Of a writer or a reader, the change may be one of what is behind it.
    private static ITypeSymbol? ClassOf(ITypeSymbol? type) => type is IArrayTypeSymbol || IsCollection(type) ? type : null;

    private bool IsContainer(ITypeSymbol? type) => type is IArrayTypeSymbol || type?.OriginalDefinition is INamedTypeSymbol
    {
        ContainingNamespace: { } space,
    } named && (KnownNames.Namespace(space) is "System.Collections" or "System.Collections.Generic" or "System.Collections.Concurrent" or "System.Collections.Immutable"
        || TypeTraits.MetadataName(named) is "System.Text.StringBuilder" or "System.Random" or "System.String" or "System.Lazy`1" or "System.Threading.Tasks.Task`1" or "System.Threading.Tasks.ParallelOptions" || _context.Hierarchy.IsInSource(named));
}
