using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Effects;

/// <summary>What each operation's value may be, once its children have been visited and its calls applied.</summary>
internal sealed partial class EffectVisitor
{
    private OriginSet Evaluate(IOperation operation, OriginSet called)
    {
        switch (operation)
        {
            case IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke } invocation:
                return InvokeDelegate(ValueOf(invocation.Instance), invocation.Arguments, invocation);
            case IInvocationOperation { TargetMethod.MethodKind: MethodKind.LocalFunction } invocation:
                return CallLocalFunction(invocation.TargetMethod, invocation.Arguments, invocation);
            case IInvocationOperation or IAwaitOperation or IUnaryOperation { OperatorMethod: not null } or IBinaryOperation { OperatorMethod: not null }
                or IRangeOperation:
                return called;
            case IPropertyReferenceOperation or IImplicitIndexerReferenceOperation:
                return operation is IPropertyReferenceOperation { Instance.Type.IsAnonymousType: true } member ? Read(Reach(ValueOf(member.Instance))) : called;

            case ILocalReferenceOperation local:
                return Variable(local.Local);
            case IParameterReferenceOperation parameter:
                return ParameterValue(parameter.Parameter, _assigned.IsReplacedBefore(parameter));
            case IInstanceReferenceOperation instance:
                return InstanceValue(instance);
            case IFieldReferenceOperation field:
                return field.Field.IsStatic ? StaticField(field) : Read(ValueOf(field.Instance), field.Field.OriginalDefinition) | HeldByValue(field.Instance!);
            case IEventReferenceOperation e:
                return e.Instance is null ? StaticEvent(e) : Read(ValueOf(e.Instance));
            case IArrayElementReferenceOperation element:
                return Read(ValueOf(element.ArrayReference));
            case IInlineArrayAccessOperation element:
                return Read(ValueOf(element.Instance)) | ValueOf(element.Instance);

            case IObjectCreationOperation or ITypeParameterObjectCreationOperation or IWithOperation:
                return Created(operation, called);
            case IAnonymousObjectCreationOperation:
            case IArrayCreationOperation:
            case ICollectionExpressionOperation:
                return Aggregate(operation);
            case IDelegateCreationOperation creation:
                return Delegate(creation);
            case ITupleOperation tuple:
                return Union(tuple.Elements);

            case IVariableDeclaratorOperation { Initializer: { } initializer } declarator:
                AddToVariable(declarator.Symbol, declarator.Symbol.RefKind != RefKind.None ? Owners(initializer.Value) : ValueOf(initializer.Value));
                return OriginSet.Empty;
            case ISimpleAssignmentOperation assignment:
                Assign(assignment.Target, ValueOf(assignment.Value), assignment.IsRef ? assignment.Value : null, assignment);
                return ValueOf(assignment.Value);
            case IDeconstructionAssignmentOperation deconstruction:
                Assign(deconstruction.Target, Reach(ValueOf(deconstruction.Value)) | called, null, deconstruction);
                return ValueOf(deconstruction.Value);
            case ICompoundAssignmentOperation { OperatorMethod.IsStatic: false } or IIncrementOrDecrementOperation { OperatorMethod.IsStatic: false }:
                return ValueOf(operation.ChildOperations.First()); // changes its target and assigns nothing
            case ICompoundAssignmentOperation compound:
                var combined = compound.OperatorMethod switch
                {
                    null => ValueOf(compound.Target) | ValueOf(compound.Value),
                    { IsStatic: true } => called,
                    _ => ValueOf(compound.Target), // it changes the object, which stays where it is
                };
                Assign(compound.Target, combined, null, compound);
                return combined;
            case IIncrementOrDecrementOperation increment:
                var incremented = increment.OperatorMethod is { IsStatic: false } ? ValueOf(increment.Target) : called;
                Assign(increment.Target, incremented, null, increment);
                return incremented;
            case ICoalesceAssignmentOperation coalesce:
                Assign(coalesce.Target, ValueOf(coalesce.Value), null, coalesce);
                return ValueOf(coalesce.Target) | ValueOf(coalesce.Value);
            case IEventAssignmentOperation { EventReference: IEventReferenceOperation e } assignment:
                WriteInto(e.Instance is null ? OriginSet.Of(StaticNode(e.Event)) : ValueOf(e.Instance), ValueOf(assignment.HandlerValue), assignment);
                return OriginSet.Empty;
            case IFieldInitializerOperation initializer:
                foreach (var field in initializer.InitializedFields)
                {
                    InitializeMember(field, ValueOf(initializer.Value));
                }

                return ValueOf(initializer.Value);
            case IPropertyInitializerOperation initializer:
                foreach (var property in initializer.InitializedProperties)
                {
                    InitializeMember(property, ValueOf(initializer.Value));
                }

                return ValueOf(initializer.Value);

            case IReturnOperation @return:
                Return(@return.ReturnedValue);
                return OriginSet.Empty;
            case IForEachLoopOperation loop:
                Assign(loop.LoopControlVariable, Reach(ValueOf(loop.Collection)) | called, null, loop);
                return OriginSet.Empty;
            case IDeclarationPatternOperation { DeclaredSymbol: { } declared } pattern:
                AddToVariable(declared, Reach(PatternInput(pattern)));
                return OriginSet.Empty;
            case IRecursivePatternOperation or IListPatternOperation or ISlicePatternOperation:
                return TakenApart(operation, called);
            case ICatchClauseOperation { ExceptionDeclarationOrExpression: IVariableDeclaratorOperation caught }:
                AddToVariable(caught.Symbol, OriginSet.Of(Unknown)); // a thrown object can hold anything
                return OriginSet.Empty;

            case ITranslatedQueryOperation or IConversionOperation or IParenthesizedOperation or IConditionalOperation or ICoalesceOperation
                or ISwitchExpressionOperation or ISwitchExpressionArmOperation or IConditionalAccessOperation or IConditionalAccessInstanceOperation
                or IDeclarationExpressionOperation or IArgumentOperation or ISpreadOperation or IInterpolatedStringHandlerCreationOperation:
                return Forward(operation) | called;

            case IDynamicInvocationOperation or IDynamicMemberReferenceOperation or IDynamicIndexerAccessOperation or IDynamicObjectCreationOperation:
                AddEffect(EffectKind.Unverifiable, "dynamic", null, operation.Syntax.GetLocation());
                return OriginSet.Of(Unknown);
            case IAddressOfOperation or IFunctionPointerInvocationOperation:
                AddEffect(EffectKind.Unverifiable, "pointers", null, operation.Syntax.GetLocation());
                return OriginSet.Of(Unknown);
            case IInvalidOperation:
                AddEffect(EffectKind.Unknown, "code that does not compile", null, operation.Syntax.GetLocation());
                return OriginSet.Of(Unknown);
        }

        // The placeholder came after the compiler that this is built against.
        if (IsHarmless(operation.Kind) || operation.Kind.ToString() == "CollectionExpressionElementsPlaceholder")
        {
            return OriginSet.Empty;
        }

        if (operation.Syntax is StackAllocArrayCreationExpressionSyntax or ImplicitStackAllocArrayCreationExpressionSyntax)
        {
            if (operation.Syntax is StackAllocArrayCreationExpressionSyntax { Initializer: null } && IsNotCleared(operation))
            {
                AddEffect(EffectKind.Nondeterministic, "what the memory held before", null, operation.Syntax.GetLocation());
            }

            return OriginSet.Of(Allocate(operation));
        }

        var what = operation.Kind == OperationKind.None
            ? "pointers, or other code that the compiler shows to no analysis"
            : $"code of the kind '{operation.Kind}', for which the analysis has no model";
        AddEffect(EffectKind.Unverifiable, what, null, operation.Syntax.GetLocation());
        return OriginSet.Of(Unknown);
    }

    // [SkipLocalsInit] on the function, on the types around it, or on the module.
    private static bool IsNotCleared(IOperation memory)
    {
        for (var around = memory.SemanticModel?.GetEnclosingSymbol(memory.Syntax.SpanStart); around is not null; around = around.ContainingSymbol)
        {
            if (around.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "SkipLocalsInitAttribute"))
            {
                return true;
            }
        }

        return false;
    }

    // A tuple or another struct has no identity: its value may be the very objects that were put into it.
    private OriginSet HeldByValue(IOperation instance)
    {
        var held = OriginSet.Empty;
        foreach (var node in instance.Type is { IsValueType: true } && instance is not IInstanceReferenceOperation ? ValueOf(instance) : OriginSet.Empty)
        {
            held |= _nodes[node] is { Kind: NodeKind.Parameter, IsInside: false, Symbol: IParameterSymbol { Type.IsValueType: true } } ? OriginSet.Empty : OriginSet.Of(node);
        }

        return held;
    }

    private OriginSet Forward(IOperation operation)
    {
        switch (operation)
        {
            case IConversionOperation { OperatorMethod: not null } conversion:
                return Reach(ValueOf(conversion.Operand));
            case IConditionalAccessInstanceOperation:
                var access = operation.Parent;
                while (access is not null and not IConditionalAccessOperation)
                {
                    access = access.Parent;
                }

                // The nearest enclosing access may be one inside of the receiver's own chain: take every one, it costs only precision.
                var result = OriginSet.Empty;
                for (; access is not null; access = access.Parent)
                {
                    if (access is IConditionalAccessOperation { Operation: { } receiver })
                    {
                        result |= ValueOf(receiver);
                    }
                }

                return result;
            case IConditionalAccessOperation conditional:
                return ValueOf(conditional.WhenNotNull);
            default:
                return Union(operation.ChildOperations);
        }
    }

    private OriginSet Union(IEnumerable<IOperation> operations)
    {
        var result = OriginSet.Empty;
        foreach (var operation in operations)
        {
            result |= ValueOf(operation);
        }

        return result;
    }

    private OriginSet Created(IOperation operation, OriginSet called)
    {
        var node = Allocate(operation);
        if (operation is IWithOperation with)
        {
            Fill(node, Read(Reach(ValueOf(with.Operand))) | called);
        }

        return operation is IObjectCreationOperation { Type.IsValueType: true } ? OriginSet.Of(node) | called : OriginSet.Of(node);
    }

    private OriginSet Aggregate(IOperation operation)
    {
        var node = Allocate(operation);
        Fill(node, operation switch
        {
            IArrayCreationOperation { Initializer: { } initializer } => Elements(initializer),
            ICollectionExpressionOperation collection => collection.Elements.Aggregate(OriginSet.Empty, (all, element) =>
                all | (element is ISpreadOperation spread ? Read(Reach(ValueOf(spread.Operand))) : ValueOf(element))),
            IAnonymousObjectCreationOperation anonymous => Union(anonymous.Initializers),
            _ => OriginSet.Empty,
        });
        return OriginSet.Of(node);
    }

    private OriginSet Elements(IArrayInitializerOperation initializer)
    {
        var result = OriginSet.Empty;
        foreach (var element in initializer.ElementValues)
        {
            result |= element is IArrayInitializerOperation nested ? Elements(nested) : ValueOf(element);
        }

        return result;
    }

    private void Return(IOperation? value)
    {
        if (value is null)
        {
            return;
        }

        var returned = IsReferenceReturn() ? Owners(value) | ValueOf(value) : ValueOf(value);
        if (_frames.Count == 0)
        {
            if (!_returned.Includes(returned))
            {
                _returned |= returned;
                _changed = true;
            }

            return;
        }

        var frame = _frames.Peek();
        if (frame.LocalFunction is { } function)
        {
            var local = _localFunctions[function];
            if (!local.Returned.Includes(returned))
            {
                local.Returned |= returned;
                _changed = true;
            }
        }
        else
        {
            Fill(frame.DelegateNode, returned);
        }

        bool IsReferenceReturn() => _frames.Count == 0 ? _method is { RefKind: not RefKind.None } : _frames.Peek().LocalFunction is { RefKind: not RefKind.None };
    }

    // Statements and operators that only arrange what their children do.
    private static bool IsHarmless(OperationKind kind) => kind is OperationKind.Block or OperationKind.VariableDeclarationGroup or OperationKind.VariableDeclaration
        or OperationKind.VariableDeclarator or OperationKind.VariableInitializer or OperationKind.ExpressionStatement or OperationKind.Loop or OperationKind.Switch
        or OperationKind.SwitchCase or OperationKind.CaseClause or OperationKind.Branch or OperationKind.Empty or OperationKind.Labeled or OperationKind.Lock
        or OperationKind.Try or OperationKind.CatchClause or OperationKind.Using or OperationKind.UsingDeclaration or OperationKind.YieldBreak or OperationKind.YieldReturn
        or OperationKind.Return or OperationKind.Throw or OperationKind.Literal or OperationKind.DefaultValue or OperationKind.Binary or OperationKind.Unary
        or OperationKind.IsType or OperationKind.IsPattern or OperationKind.ConstantPattern or OperationKind.DeclarationPattern or OperationKind.RecursivePattern
        or OperationKind.PropertySubpattern or OperationKind.DiscardPattern or OperationKind.NegatedPattern or OperationKind.BinaryPattern or OperationKind.RelationalPattern
        or OperationKind.TypePattern or OperationKind.ListPattern or OperationKind.SlicePattern or OperationKind.InterpolatedString or OperationKind.InterpolatedStringText
        or OperationKind.Interpolation or OperationKind.InterpolatedStringAddition
        or OperationKind.InterpolatedStringAppendLiteral or OperationKind.InterpolatedStringAppendFormatted or OperationKind.InterpolatedStringHandlerArgumentPlaceholder
        or OperationKind.TupleBinary or OperationKind.ArrayInitializer or OperationKind.ObjectOrCollectionInitializer or OperationKind.MemberInitializer
        or OperationKind.ParameterInitializer or OperationKind.MethodReference or OperationKind.MethodBody or OperationKind.ConstructorBody
        or OperationKind.Discard or OperationKind.Utf8String or OperationKind.End or OperationKind.Stop
        or OperationKind.LocalFunction or OperationKind.ConditionalAccessInstance or OperationKind.OmittedArgument;
}
