using Memo.Analyzers.Calls;
using Memo.Analyzers.Catalog;
using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Effects;

/// <summary>Applies what the manifest of a referenced assembly says of a member: word by word, as its analysis found it.</summary>
internal sealed partial class EffectVisitor
{
    private OriginSet ApplyManifest(CodeCall call, IMethodSymbol method, CatalogEntry entry, OriginSet receiver, OriginSet reach, Location location)
    {
        foreach (var effect in entry.Effects)
        {
            var template = TemplateOf(effect, call, method);
            AddEffect(new(effect.Kind, effect.Detail, Culprit(method), location, new CallPath(Culprit(method), location, null), template));
        }

        _hasTracedCalls |= entry.IsTraced;
        if (entry.MutatesReceiver)
        {
            ChangeReceiver(call, receiver, reach, location, method);
        }

        foreach (var name in entry.Mutates)
        {
            var changed = ArgumentNamed(name, call, method);
            WriteInto(ValueOf(changed), reach, location, new CallPath(Culprit(method), location, null), place: PlaceOf(changed, call), changed: ClassOf(changed?.Type));
        }

        AssignVariables(call, method, reach);
        var unseen = entry.IsShared ? OriginSet.Of(Unknown) : OriginSet.Empty;
        if (method.MethodKind != MethodKind.Constructor && (method.ReturnsVoid || _context.Traits.IsDeeplyImmutable(method.ReturnType)))
        {
            return OriginSet.Empty;
        }

        // A new object that holds what came along, or one of those.
        var made = Allocate(call.Site);
        Fill(made, reach | unseen);
        return method is { MethodKind: MethodKind.Constructor, ContainingType.IsReferenceType: true } ? OriginSet.Of(made) : OriginSet.Of(made) | reach | unseen;
    }
}
