using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Memo.Analyzers.Effects;

/// <summary>Where types are given for type parameters.</summary>
internal sealed partial class EffectVisitor
{
    private void CheckTypeArguments(IOperation operation)
    {
        var given = operation switch
        {
            IInvocationOperation invocation => _context.TypeArguments.OfMember(invocation.TargetMethod),
            IObjectCreationOperation { Constructor: { } constructor } => _context.TypeArguments.OfMember(constructor),
            IMemberReferenceOperation reference => _context.TypeArguments.OfMember(reference.Member),
            _ => [],
        };
        AddGiven(given, operation.Syntax.GetLocation());
    }

    // What is called on an object, its type inherits with the type arguments that it gives.
    private void CheckInherited(INamedTypeSymbol type) => AddGiven(_context.TypeArguments.Inherited(_context.Calls.Inherited.Of(type)), type.Locations[0]);

    private void AddGiven(IEnumerable<(EffectKind Kind, string Detail, IMethodSymbol Culprit)> given, Location location)
    {
        foreach (var (kind, detail, culprit) in given)
        {
            AddEffect(kind, detail, culprit, location);
        }
    }
}
