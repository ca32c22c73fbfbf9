using System.Collections.Immutable;
using Memo.Analyzers.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Calls;

/// <summary>
/// The one answer to "which code does this operation run?", implicit calls included. Effects and hashes both ask here,
/// so what is checked is what is hashed. Children of the operation answer for themselves.
/// </summary>
internal sealed partial class OperationCalls(TypeHierarchy hierarchy, ContractMembers contracts)
{
    public InheritedArguments Inherited { get; } = new(hierarchy, contracts);

    /// <summary>Whether operations of a kind ever run other code themselves.</summary>
    public static bool MayCall(OperationKind kind) => kind is OperationKind.Invocation or OperationKind.ObjectCreation or OperationKind.TypeParameterObjectCreation
        or OperationKind.PropertyReference or OperationKind.FieldReference or OperationKind.EventAssignment or OperationKind.DelegateCreation
        or OperationKind.Binary or OperationKind.Unary or OperationKind.CompoundAssignment or OperationKind.Increment or OperationKind.Decrement
        or OperationKind.Conversion or OperationKind.Interpolation or OperationKind.Range or OperationKind.With or OperationKind.TupleBinary
        or OperationKind.ImplicitIndexerReference or OperationKind.CollectionExpression or OperationKind.Coalesce or OperationKind.AddressOf
        or OperationKind.Spread or OperationKind.Loop or OperationKind.Await or OperationKind.Using or OperationKind.UsingDeclaration
        or OperationKind.DeconstructionAssignment or OperationKind.RecursivePattern or OperationKind.ListPattern or OperationKind.SlicePattern;

    /// <summary>Adds every call that <paramref name="operation"/> itself makes, in the order in which they run.</summary>
    public void Collect(IOperation operation, List<CodeCall> into)
    {
        switch (operation)
        {
            case IInvocationOperation invocation:
                Invoke(invocation, into);
                break;
            case IObjectCreationOperation { Constructor: { } constructor } creation:
                Add(into, constructor, creation, null, Values(creation.Arguments, constructor.Parameters.Length));
                if (!hierarchy.IsInSource(constructor))
                {
                    GiveArguments(into, creation, constructor.ContainingType);
                }

                if (constructor.ContainingType.BaseType is { SpecialType: SpecialType.None } parent && !hierarchy.IsInSource(parent))
                {
                    Mention(into, creation, creation.Type); // the base may call what is overridden
                }

                AddFinalizer(into, creation, creation.Type);
                break;
            case ITypeParameterObjectCreationOperation creation:
                Mention(into, creation, creation.Type);
                break;
            case IPropertyReferenceOperation property:
                Property(property, into);
                break;
            case IFieldReferenceOperation { Field: { IsStatic: true, IsConst: false } field } reference:
                StaticRead(field, reference, into);
                break;
            case IEventAssignmentOperation { EventReference: IEventReferenceOperation { Event: { } e } reference } assignment:
                Add(into, assignment.Adds ? e.AddMethod : e.RemoveMethod, assignment, reference.Instance, [assignment.HandlerValue], IsOverridable(e, reference.Instance));
                break;
            case IDelegateCreationOperation { Target: IMethodReferenceOperation { Method.MethodKind: not MethodKind.LocalFunction } method } creation:
                Add(into, method.Method, creation, method.Instance, [], method.IsVirtual && !IsBaseAccess(method.Instance), CallKind.MethodGroup);
                break;
            case IBinaryOperation binary:
                Binary(binary, into);
                break;
            case IUnaryOperation unary:
                Add(into, unary.OperatorMethod, unary, null, [unary.Operand]);
                break;
            case ICompoundAssignmentOperation compound:
                Compound(compound, into);
                break;
            case IIncrementOrDecrementOperation increment:
                Increment(increment, into);
                break;
            case IConversionOperation conversion:
                Convert(conversion, into);
                break;
            case IInterpolationOperation interpolation:
                Interpolate(interpolation, into);
                break;
            case IInterpolatedStringAppendOperation:
                break; // its AppendCall child is an invocation of its own
            case IRangeOperation range:
                Add(into, range.Method, range, null, [range.LeftOperand, range.RightOperand]);
                break;
            case IWithOperation with:
                Add(into, with.CloneMethod, with, with.Operand, [], IsOverridable(with.CloneMethod, with.Operand));
                break;
            case ITupleBinaryOperation tuples:
                TupleEquality(tuples, into);
                break;
            case IImplicitIndexerReferenceOperation indexer:
                Accessor(indexer.LengthSymbol, indexer, indexer.Instance, into);
                Accessor(indexer.IndexerSymbol, indexer, indexer.Instance, into);
                break;
            case ICollectionExpressionOperation collection:
                CollectionExpression(collection, into);
                break;
            case ICoalesceOperation coalesce:
                Add(into, coalesce.ValueConversion.MethodSymbol, coalesce, null, [coalesce.Value]);
                break;
            case IAddressOfOperation { Reference: IMethodReferenceOperation { Method.MethodKind: not MethodKind.LocalFunction } pointed } address:
                Add(into, pointed.Method, address, pointed.Instance, [], kind: CallKind.MethodGroup);
                break;
            case ISpreadOperation spread:
                Add(into, spread.ElementConversion.MethodSymbol, spread, null, [null]);
                Mention(into, spread, spread.ElementType);
                Mention(into, spread, spread.Operand.Type);
                break;
            case IForEachLoopOperation loop:
                ForEach(loop, into);
                break;
            case IAwaitOperation { Syntax: AwaitExpressionSyntax syntax, SemanticModel: { } model } await:
                var info = model.GetAwaitExpressionInfo(syntax);
                Add(into, info.GetAwaiterMethod, await, await.Operation, []);
                Mention(into, await, info.GetAwaiterMethod?.ReturnType); // which is given the rest of the method to run
                if (hierarchy.IsInSource(info.IsCompletedProperty))
                {
                    // The framework's own is asked by the compiler alone: it decides when the rest runs, not what it computes.
                    Add(into, info.IsCompletedProperty!.GetMethod, await, await.Operation, []);
                }

                Add(into, info.GetResultMethod, await, await.Operation, []);
                break;
            case IUsingOperation @using:
                Dispose(@using.Resources, @using, @using.IsAsynchronous, into);
                break;
            case IUsingDeclarationOperation @using:
                Dispose(@using.DeclarationGroup, @using, @using.IsAsynchronous, into);
                break;
            case IDeconstructionAssignmentOperation { Syntax: AssignmentExpressionSyntax syntax, SemanticModel: { } model } deconstruction:
                Deconstruct(model.GetDeconstructionInfo(syntax), deconstruction, deconstruction.Value, into);
                break;
            case IRecursivePatternOperation pattern:
                Add(into, pattern.DeconstructSymbol as IMethodSymbol, pattern, null, []);
                break;
            case IListPatternOperation pattern:
                Accessor(pattern.LengthSymbol, pattern, null, into);
                Accessor(pattern.IndexerSymbol, pattern, null, into);
                break;
            case ISlicePatternOperation pattern:
                Accessor(pattern.SliceSymbol, pattern, null, into);
                break;
        }
    }

    private void Invoke(IInvocationOperation invocation, List<CodeCall> into)
    {
        var method = invocation.TargetMethod;
        if (method.MethodKind is MethodKind.DelegateInvoke or MethodKind.LocalFunction)
        {
            return; // counted where the delegate is created; a local function belongs to this unit
        }

        // `someValueType.ToString()` and the like name the overridden method; the type knows which one runs.
        var receiver = invocation.Instance;
        var isVirtual = invocation.IsVirtual || (method.IsStatic && (method.IsAbstract || method.IsVirtual));
        if (isVirtual && receiver is not null && Unconverted(receiver) is var made && IsExact(made) && ExactTarget(method, (INamedTypeSymbol)made.Type!) is { } exact)
        {
            method = exact;
            isVirtual = false;
        }

        Add(into, method, invocation, receiver, Values(invocation.Arguments, method.Parameters.Length), isVirtual && !IsBaseAccess(receiver));
        if (hierarchy.IsInSource(method))
        {
            return; // what a method of the compilation does with its own object, its code says
        }

        foreach (var argument in method.TypeArguments)
        {
            Give(into, invocation, argument);
        }

        if (isVirtual)
        {
            Mention(into, invocation, receiver?.Type); // what the type, or one derived from it, overrides
        }

        Mention(into, invocation, method.ContainingType);
        GiveArguments(into, invocation, method.ContainingType);
        foreach (var argument in invocation.Arguments)
        {
            Mention(into, invocation, argument.Value.Type);
        }

        if (KnownNames.Namespace(method.ContainingNamespace).StartsWith("System.Text.Json", StringComparison.Ordinal))
        {
            Serialize(into, invocation, method);
        }
    }

    // A serializer reads and writes what it is given by its properties and constructors.
    private void Serialize(List<CodeCall> into, IInvocationOperation invocation, IMethodSymbol method)
    {
        foreach (var member in contracts.Serialized(method.TypeArguments.Concat(invocation.Arguments.Select(argument => Unconverted(argument.Value).Type).OfType<ITypeSymbol>())))
        {
            if (method.Name.StartsWith("Serialize", StringComparison.Ordinal) && member.MethodKind is MethodKind.PropertySet or MethodKind.Constructor)
            {
                continue; // writing only reads
            }

            // What an object's own type makes of it, where the type that the serializer goes by is one of its bases.
            into.Add(new(CallKind.Contract, member, invocation, null, [], IsOverridable(member, null)));
        }
    }

    /// <summary>Whether the operation's value is all that is left of it: what stands below a constant never runs.</summary>
    public static bool IsConstant(IOperation operation) =>
        operation.ConstantValue.HasValue && operation is not IInterpolatedStringOperation { Parent: IInterpolatedStringHandlerCreationOperation }; // a handler is given its text

    /// <summary>The code of the compilation that a call can run; empty for code from outside of it.</summary>
    public ImmutableArray<ISymbol> Targets(CodeCall call)
    {
        if (!hierarchy.IsInSource(call.Target))
        {
            return [];
        }

        switch (call.Target)
        {
            case INamedTypeSymbol type:
                return [.. contracts.Of(type)];
            case not IMethodSymbol:
                return [call.Target];
        }

        var method = (IMethodSymbol)call.Target;
        var own = method.ReducedFrom ?? method;
        if (call.IsVirtual)
        {
            return DispatchTargets(own, call);
        }

        return [(own.PartialImplementationPart ?? own).OriginalDefinition is { PartialDefinitionPart: { } declared } ? declared : own.OriginalDefinition];
    }

    private ImmutableArray<ISymbol> DispatchTargets(IMethodSymbol member, CodeCall call)
    {
        var targets = ImmutableArray.CreateBuilder<ISymbol>();
        foreach (var (type, code) in hierarchy.Targets(member, call.Root ?? hierarchy.Narrow(member, null)))
        {
            if ((call.Subject.Kind != SubjectKind.Exact || call.Subject.Types.Contains(type, SymbolEqualityComparer.Default))
                && !targets.Contains(code, SymbolEqualityComparer.Default))
            {
                targets.Add(code);
            }
        }

        if (targets.Count == 0 && !member.IsAbstract)
        {
            targets.Add(member.OriginalDefinition);
        }

        return targets.ToImmutable();
    }
}
