using System.Collections.Immutable;
using Memo.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Memo.Analyzers.Calls;

/// <summary>
/// The calls of one unit of code, found once for all who ask, with what the unit itself knows about who decides its virtual calls.
/// </summary>
internal sealed class UnitCalls(OperationCalls calls, TypeHierarchy hierarchy, CodeUnit unit)
{
    private const int DeepestValue = 8;

    private readonly Dictionary<IOperation, ImmutableArray<CodeCall>> _known = [];
    private readonly List<CodeCall> _found = [];
    private AssignedVariables? _assigned;

    public AssignedVariables Assigned => _assigned ??= new(unit);

    /// <summary>What the operation itself runs, in order; its children answer for themselves.</summary>
    public ImmutableArray<CodeCall> Of(IOperation operation)
    {
        if (!OperationCalls.MayCall(operation.Kind))
        {
            return [];
        }

        if (_known.TryGetValue(operation, out var known))
        {
            return known;
        }

        _found.Clear();
        calls.Collect(operation, _found);
        for (var i = 0; i < _found.Count; i++)
        {
            if (_found[i] is { IsVirtual: true, Target: IMethodSymbol method } call && hierarchy.IsInSource(method))
            {
                _found[i] = call with { Subject = Decides(call, method), Root = hierarchy.Narrow(method, OnWhichItIsCalled(call)?.Type) };
            }
        }

        _known.Add(operation, known = [.. _found]);
        return known;
    }

    /// <summary>What is known of the run-time type of a value.</summary>
    public DispatchSubject SubjectOf(IOperation? value, int depth = 0)
    {
        if (value is null || depth > DeepestValue)
        {
            return DispatchSubject.Open;
        }

        value = OperationCalls.Unconverted(value);
        switch (value)
        {
            case IObjectCreationOperation { Type: INamedTypeSymbol made }:
                return DispatchSubject.Exactly(made);
            case IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance, Type: INamedTypeSymbol own }:
                return own.IsSealed || own.IsValueType ? DispatchSubject.Exactly(own) : DispatchSubject.OfReceiver;
            case { Type: INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } type } when type.IsSealed || type.IsValueType:
                return DispatchSubject.Exactly(type);
            case IParameterReferenceOperation { Parameter: { RefKind: RefKind.None or RefKind.In } parameter }
                when PartialMembers.IsParameterOf(parameter, unit.Symbol) && !Assigned.IsAssigned(parameter):
                return DispatchSubject.OfParameter(parameter.Ordinal);
            case ILocalReferenceOperation local:
                return SubjectOf(Assigned.OnlyValue(local), depth + 1);
            case IConditionalOperation { WhenFalse: { } otherwise } conditional:
                return SubjectOf(conditional.WhenTrue, depth + 1).Or(SubjectOf(otherwise, depth + 1));
            default:
                return DispatchSubject.Open;
        }
    }

    private DispatchSubject Decides(CodeCall call, IMethodSymbol method)
    {
        if (method.IsStatic)
        {
            // static abstract: the type argument decides
            return ConstrainedTo(call.Site) is ITypeParameterSymbol { TypeParameterKind: TypeParameterKind.Method } parameter
                && SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, unit.Symbol)
                    ? DispatchSubject.OfTypeParameter(parameter.Ordinal)
                    : ConstrainedTo(call.Site) is INamedTypeSymbol named ? DispatchSubject.Exactly(named) : DispatchSubject.Open;
        }

        return SubjectOf(OnWhichItIsCalled(call));
    }

    // The compiler calls MoveNext and the like on objects that the source does not show: what is written there is another object.
    private static IOperation? OnWhichItIsCalled(CodeCall call) => call.Site switch
    {
        IInvocationOperation or IPropertyReferenceOperation or IEventAssignmentOperation or IDelegateCreationOperation
            or IImplicitIndexerReferenceOperation or IWithOperation or IInterpolationOperation or IBinaryOperation or ICompoundAssignmentOperation
            or IIncrementOrDecrementOperation => call.Receiver,
        _ => null,
    };

    private static ITypeSymbol? ConstrainedTo(IOperation site) => site switch
    {
        IInvocationOperation invocation => invocation.ConstrainedToType,
        IPropertyReferenceOperation property => property.ConstrainedToType,
        IBinaryOperation binary => binary.ConstrainedToType,
        IUnaryOperation unary => unary.ConstrainedToType,
        ICompoundAssignmentOperation compound => compound.ConstrainedToType,
        IIncrementOrDecrementOperation increment => increment.ConstrainedToType,
        IConversionOperation conversion => conversion.ConstrainedToType,
        IDelegateCreationOperation { Target: IMethodReferenceOperation method } => method.ConstrainedToType,
        _ => null,
    };
}
