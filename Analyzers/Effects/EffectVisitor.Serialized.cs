using Memo.Analyzers.Calls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Memo.Analyzers.Effects;

/// <summary>Where values are handed to a serializer, here or in what is called.</summary>
internal sealed partial class EffectVisitor
{
    private SerializedTypes Serialized => _serialized ??= new(_context.Hierarchy, _context.Outside);

    private SerializedTypes? _serialized;

    private void CheckSerialized(IInvocationOperation invocation)
    {
        var method = invocation.TargetMethod;
        if (!IsSerializer(method))
        {
            return;
        }

        var location = invocation.Syntax.GetLocation();
        foreach (var effect in Serialized.Effects(
            [.. method.TypeArguments.Concat(invocation.Arguments.Select(argument => Plain(argument.Value).Type)).OfType<ITypeSymbol>()],
            method.OriginalDefinition, location, new(method.OriginalDefinition, location, null), _unit.Symbol))
        {
            AddEffect(effect);
        }
    }

    // The callee serializes what its caller gives it a type for.
    private void ApplySerialized(Effect effect, int typeParameter, CallKind kind, IOperation site, ISymbol target, CallPath path)
    {
        if (kind != CallKind.Direct || site is not IInvocationOperation { TargetMethod: { } called } || called.Arity != (target as IMethodSymbol)?.Arity)
        {
            AddEffect(effect with { Path = path, OfTypeParameter = null });
            return;
        }

        foreach (var found in Serialized.Effects([called.TypeArguments[typeParameter]], effect.Culprit!, effect.Location, path, _unit.Symbol))
        {
            AddEffect(found with { Through = effect.Through });
        }
    }

    // A node that is made of any value writes it as a serializer does, when it is written itself.
    private static bool IsSerializer(IMethodSymbol method) => method.ContainingType is { Name: "JsonSerializer", ContainingNamespace.Name: "Json" }
        || method is { ContainingType: { Name: "JsonValue", ContainingNamespace.Name: "Nodes" }, Name: "Create", IsGenericMethod: true }
        || method is { ContainingType: { Name: "JsonArray", ContainingNamespace.Name: "Nodes" }, Name: "Add", IsGenericMethod: true };
}
