using Memo.Analyzers.Calls;
using Memo.Analyzers.Catalog;
using Memo.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Memo.Analyzers.Effects;

/// <summary>Whether a reference to a place (a variable, a field, an element) can change what is in it: a struct changes in place.</summary>
internal sealed class WrittenPlaces(TypeHierarchy hierarchy, EffectCatalog catalog, Func<SyntaxTree, SemanticModel> model)
{
    public bool IsWritten(IOperation place) => IsWritten(place, new(SymbolEqualityComparer.Default));

    // 'open' holds the members of structs under decision: one that calls itself adds no write of its own.
    private bool IsWritten(IOperation place, HashSet<ISymbol> open)
    {
        while (true)
        {
            if (OperationCalls.Access(place).Writes || IsReferenced(place))
            {
                return true;
            }

            var type = place.Type;
            if (type is null or { IsReferenceType: true } || place.Parent is null)
            {
                return false;
            }

            switch (place.Parent)
            {
                case IFieldReferenceOperation field when field.Instance == place:
                    place = field;
                    break;
                // Whoever has the span can write what it spans.
                case IInlineArrayAccessOperation { Type: { Name: "Span", IsRefLikeType: true } } or IConversionOperation { Type: { Name: "Span", IsRefLikeType: true } }:
                    return true;
                case IInlineArrayAccessOperation access when access.Instance == place:
                    place = access;
                    break;
                case IPropertyReferenceOperation property when property.Instance == place:
                    return (property.Property.RefKind == RefKind.Ref && hierarchy.IsInSource(property.Property))
                        || (OperationCalls.Access(property) is var (reads, writes)
                            && ((reads && Changes(property.Property.GetMethod, open)) || (writes && property.Property.RefKind == RefKind.None)));
                case IImplicitIndexerReferenceOperation or IEventReferenceOperation:
                    return hierarchy.IsInSource(type);
                case IInvocationOperation invocation when invocation.Instance == place:
                    return Changes(invocation.TargetMethod, open);
                // What these call on the place, they call on the place itself.
                case IForEachLoopOperation or IDeconstructionAssignmentOperation or IUsingOperation or IAwaitOperation:
                    return hierarchy.IsInSource(type) && type is not (INamedTypeSymbol { IsReadOnly: true } or INamedTypeSymbol { IsRecord: true });
                case ISpreadOperation or IConversionOperation { OperatorMethod: null, Parent: IForEachLoopOperation or ISpreadOperation }:
                    return type is ITypeParameterSymbol || (hierarchy.IsInSource(type) && type is not INamedTypeSymbol { IsReadOnly: true });
                default:
                    return false;
            }
        }
    }

    /// <summary>A ref local, a ref argument, a ref return or an address lets others write.</summary>
    public bool IsReferenced(IOperation use) => use.Parent switch
    {
        IAddressOfOperation or { Kind: OperationKind.None } => true, // also `__makeref`, which has no operation of its own
        IArgumentOperation { Parameter: { RefKind: not RefKind.None } parameter } => parameter.RefKind is RefKind.Ref or RefKind.Out || IsWrittenUnsafely(parameter),
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.RefKind: not RefKind.None } declarator } =>
            declarator.Symbol.RefKind == RefKind.Ref || NamesUnsafe(use.Syntax.FirstAncestorOrSelf<MemberDeclarationSyntax>()),
        ISimpleAssignmentOperation { IsRef: true } or IConditionalOperation { IsRef: true } => true,
        IReturnOperation => use.SemanticModel?.GetEnclosingSymbol(use.Syntax.SpanStart) is not IMethodSymbol { RefKind: RefKind.None or RefKind.RefReadOnly },
        _ => false,
    };

    // `Unsafe.AsRef(in x)` and the like make a place that may only be read one that may be written.
    private bool IsWrittenUnsafely(IParameterSymbol parameter)
    {
        var method = parameter.OriginalDefinition.ContainingSymbol;
        if (!hierarchy.IsInSource(method))
        {
            return method.ContainingType is { Name: "Unsafe" or "MemoryMarshal" };
        }

        return method.DeclaringSyntaxReferences.Any(part => NamesUnsafe(model(part.SyntaxTree).SyntaxTree.GetRoot().FindNode(part.Span)));
    }

    private static bool NamesUnsafe(SyntaxNode? code) => code is null || code.DescendantTokens().Any(token => token.ValueText is "Unsafe" or "MemoryMarshal");

    private bool Changes(IMethodSymbol? method, HashSet<ISymbol> open)
    {
        if (method is null or { IsReadOnly: true } or { ContainingType.IsReadOnly: true }
            || method.ContainingType.SpecialType is SpecialType.System_Object or SpecialType.System_ValueType or SpecialType.System_Enum)
        {
            return false; // what is inherited is called on a copy
        }

        if (!hierarchy.IsInSource(method))
        {
            return catalog.Find(method) is not { MutatesReceiver: false };
        }

        if (!open.Add(method.OriginalDefinition))
        {
            return false;
        }

        var code = CodeUnit.Load(method.OriginalDefinition, model, CancellationToken.None);
        return code.Shape switch
        {
            CodeShape.Written => code.Operations.Any(body => body.DescendantsAndSelf().Any(part => IsOfReceiver(part, method) && IsWritten(part, open))),
            CodeShape.AutoAccessor => method.MethodKind != MethodKind.PropertyGet,
            CodeShape.Synthesized => false,
            _ => true,
        };
    }

    private static bool IsOfReceiver(IOperation part, IMethodSymbol method) => part
        is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance }
        || (part is IParameterReferenceOperation { Parameter: { RefKind: RefKind.Ref } receiver } && ExtensionReceivers.Is(receiver))
        || (part is IParameterReferenceOperation { Parameter.ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } } && method.MethodKind != MethodKind.Constructor);

    /// <summary>Whether code is that of the static constructor of a member's own type, not of a function inside of it.</summary>
    public static bool IsInOwnStaticConstructor(IOperation use, ISymbol member) =>
        use.SemanticModel?.GetEnclosingSymbol(use.Syntax.SpanStart) is IMethodSymbol { MethodKind: MethodKind.StaticConstructor } constructor
        && SymbolEqualityComparer.Default.Equals(constructor.ContainingType, member.ContainingType)
        // Of a generic type, it may name the member of another instantiation.
        && (use as IMemberReferenceOperation)?.Member is { } named && SymbolEqualityComparer.Default.Equals(named, member);
}
