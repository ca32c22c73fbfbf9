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
            IObjectCreationOperation { Constructor: { } constructor } => _context.TypeArguments.OfObject(constructor.ContainingType),
            IConversionOperation { Operand.Type: INamedTypeSymbol { IsValueType: true } boxed, Type.IsReferenceType: true } => _context.TypeArguments.OfObject(boxed),
            IMemberReferenceOperation reference => _context.TypeArguments.OfMember(reference.Member),
            _ => [],
        };
        foreach (var (kind, detail, culprit) in given)
        {
            AddEffect(kind, detail, culprit, operation.Syntax.GetLocation());
        }
    }
}
