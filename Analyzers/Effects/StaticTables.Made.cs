using Memo.Analyzers.Calls;
using Memo.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Memo.Analyzers.Effects;

/// <summary>What is made here, of parts that are made here or cannot change: nobody else holds it.</summary>
internal sealed partial class StaticTables
{
    private bool IsMade(IOperation? value, Question question)
    {
        if (value is null)
        {
            return false;
        }

        if (ImmutableValues.Contains(value, traits))
        {
            return true;
        }

        switch (value)
        {
            case IConversionOperation conversion:
                return (conversion.OperatorMethod is null || IsView(conversion.Type)) && IsMade(conversion.Operand, question);
            case IArrayCreationOperation array:
                return array.Initializer is null || IsMade(array.Initializer, question);
            case IArrayInitializerOperation list:
                return list.ElementValues.All(element => IsMade(element, question));
            case ICollectionExpressionOperation collection:
                return !hierarchy.IsInSource(collection.Type) && collection.Elements.All(element => IsMade(element, question));
            case ISpreadOperation spread:
                return traits.IsDeeplyImmutable(spread.ElementType) || IsMade(spread.Operand, question);
            case ITupleOperation tuple:
                return tuple.Elements.All(element => IsMade(element, question));
            case IConditionalOperation conditional:
                return IsMade(conditional.WhenTrue, question) && IsMade(conditional.WhenFalse, question);
            case ICoalesceOperation coalesce:
                return IsMade(coalesce.Value, question) && IsMade(coalesce.WhenNull, question);
            case ISwitchExpressionOperation choice:
                return choice.Arms.All(arm => IsMade(arm.Value, question));
            case ITranslatedQueryOperation query:
                return IsMade(query.Operation, question);
            case IThrowOperation or IDefaultValueOperation:
                return true;
            case IObjectCreationOperation creation:
                return IsMadeObject(creation, question);
            case IInvocationOperation invocation:
                return IsMadeResult(invocation, question);
            case IDelegateCreationOperation creation:
                return IsMadeFunction(creation, question);
            case ILocalReferenceOperation { Local: { RefKind: RefKind.None } local }:
                return IsMadeVariable(local, question);
            case IParameterReferenceOperation { Parameter: { RefKind: RefKind.None, ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } } }:
                return true; // whoever makes the object is asked for what it gives it
            case IParameterReferenceOperation { Parameter: { RefKind: RefKind.None, ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.LambdaMethod } } parameter }:
                return IsVariableContained(parameter, new(MayChange: true, MayReturn: parameter.ContainingSymbol), question);
            default:
                return false;
        }
    }

    private bool IsMadeObject(IObjectCreationOperation creation, Question question)
    {
        if (!AreInitializersMade(creation.Initializer, question))
        {
            return false;
        }

        return hierarchy.IsInSource(creation.Type)
            ? creation.Arguments.All(argument => IsMade(argument.Value, question)) && IsConstructorContained(creation.Constructor, question)
                && IsLeftAloneByFramework((INamedTypeSymbol)creation.Type!, question)
            : creation.Constructor is { } constructor && catalog.Find(constructor) is { } entry && IsVerifiable(entry) && entry.Mutates.IsEmpty
                && creation.Arguments.All(argument => (IsCopied(argument.Parameter!) && HasImmutableParts(argument.Value)) || IsMade(argument.Value, question));
    }

    // Wherever the object is handed to, the framework may print it, compare it, enumerate it: also as an object of which only a base is named.
    private bool IsLeftAloneByFramework(INamedTypeSymbol type, Question question) =>
        contracts.OwnOf(type).All(member => IsDisposal(member) || IsReceiverContained(member, new(MayReturn: IsEnumeration(member) ? member.OriginalDefinition : null), question));

    private static bool IsDisposal(IMethodSymbol member) => IsOf(member, "Dispose", "DisposeAsync");

    // Whoever enumerates gets the elements only.
    private static bool IsEnumeration(IMethodSymbol member) => IsOf(member, "GetEnumerator", "GetAsyncEnumerator");

    private static bool IsOf(IMethodSymbol member, string one, string other) =>
        member.Name == one || member.Name == other || member.ExplicitInterfaceImplementations.Any(contract => contract.Name == one || contract.Name == other);

    private bool AreInitializersMade(IObjectOrCollectionInitializerOperation? initializer, Question question) =>
        initializer is null || initializer.Initializers.All(part => part switch
        {
            ISimpleAssignmentOperation { IsRef: false } assignment => IsMade(assignment.Value, question)
                && (assignment.Target is not IPropertyReferenceOperation property
                    || (property.Arguments.All(argument => IsMade(argument.Value, question))
                        && (!hierarchy.IsInSource(property.Property) || property.Property.SetMethod is { } setter && CodeUnit.Load(setter.OriginalDefinition, model, CancellationToken.None).Shape == CodeShape.AutoAccessor))),
            IInvocationOperation { TargetMethod: var add } added => !hierarchy.IsInSource(add) && catalog.Find(add) is { } entry && IsVerifiable(entry)
                && added.Arguments.All(argument => argument.Value is IInstanceReferenceOperation || IsMade(argument.Value, question)),
            IMemberInitializerOperation nested => AreInitializersMade(nested.Initializer, question),
            _ => false,
        });

    // The constructor keeps what it is given in the object alone, and the object to itself.
    private bool IsConstructorContained(IMethodSymbol? constructor, Question question)
    {
        if (constructor is null || question.IsTooLong)
        {
            return false;
        }

        constructor = constructor.OriginalDefinition;
        if (constructor.ContainingType.SpecialType is SpecialType.System_Object or SpecialType.System_ValueType || !question.OpenMade(constructor))
        {
            return true;
        }

        if (!hierarchy.IsInSource(constructor))
        {
            return false;
        }

        var code = CodeUnit.Load(constructor, model, CancellationToken.None);
        if (code.Shape is not (CodeShape.Written or CodeShape.Synthesized))
        {
            return false;
        }

        foreach (var body in code.Operations)
        {
            if (body is ISymbolInitializerOperation initializer)
            {
                if (!(initializer.Value is IParameterReferenceOperation given && given.Parameter.ContainingSymbol.Equals(constructor, SymbolEqualityComparer.Default))
                    && !IsMade(initializer.Value, question))
                {
                    return false;
                }

                continue;
            }

            foreach (var part in body.DescendantsAndSelf())
            {
                if (part is IAnonymousFunctionOperation or ILocalFunctionOperation
                    || (part is IInvocationOperation { TargetMethod.MethodKind: MethodKind.Constructor } other
                        && !(other.Arguments.All(argument => IsMade(argument.Value, question)) && IsConstructorContained(other.TargetMethod, question)))
                    || (part is IInstanceReferenceOperation { Parent: not IInvocationOperation { TargetMethod.MethodKind: MethodKind.Constructor } } && !IsContained(part, new(MayChange: true), question))
                    || (part is IParameterReferenceOperation parameter && !traits.IsDeeplyImmutable(parameter.Type) && !IsKeptInside(parameter) && !IsContained(parameter, default, question)))
                {
                    return false;
                }
            }
        }

        // What has no constructor of its own calls that of its base.
        return code.CallsConstructor || constructor.ContainingType.BaseType is not { } parent || parent.SpecialType is SpecialType.System_Object or SpecialType.System_ValueType
            || (parent.InstanceConstructors.FirstOrDefault(each => each.Parameters.IsEmpty) is { } inherited && IsConstructorContained(inherited, question));

        static bool IsKeptInside(IParameterReferenceOperation parameter) => parameter.Parent is IArgumentOperation { Parent: IInvocationOperation { TargetMethod.MethodKind: MethodKind.Constructor } }
            or ISimpleAssignmentOperation { IsRef: false, Target: IFieldReferenceOperation { Instance: IInstanceReferenceOperation } or IPropertyReferenceOperation { Instance: IInstanceReferenceOperation } };
    }

    private bool IsMadeResult(IInvocationOperation call, Question question)
    {
        var method = call.TargetMethod.OriginalDefinition;
        if (hierarchy.IsInSource(method))
        {
            return method is { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction, RefKind: RefKind.None }
                && (method.IsStatic || method.MethodKind == MethodKind.LocalFunction) && !call.IsVirtual
                && call.Arguments.All(argument => argument.Parameter is { RefKind: RefKind.None or RefKind.In } && IsMade(argument.Value, question))
                && ReturnsMade(method, question);
        }

        if (catalog.Find(method) is not { } entry || !IsVerifiable(entry) || !entry.Mutates.IsEmpty && !entry.IsFresh)
        {
            return false;
        }

        if (entry.Returns is { } returned)
        {
            return returned == "this" ? IsMade(call.Instance, question) && call.Arguments.All(argument => IsMade(argument.Value, question))
                : call.Arguments.All(argument => IsMade(argument.Value, question));
        }

        return entry.IsFresh && !IsView(call.Type)
            // A copy of values has no part in what it was copied from.
            && ((IsCollection(call.Type) && traits.HoldsImmutablePartsOnly(call.Type!))
                || ((call.Instance is null || IsMade(call.Instance, question)) && call.Arguments.All(argument => IsMade(argument.Value, question))));
    }

    private static bool IsCollection(ITypeSymbol? type) =>
        type is IArrayTypeSymbol or INamedTypeSymbol { TypeKind: TypeKind.Class, ContainingNamespace: { Name: "Generic", ContainingNamespace.Name: "Collections" } };

    private bool ReturnsMade(IMethodSymbol method, Question question)
    {
        method = method.OriginalDefinition;
        if (traits.IsDeeplyImmutable(method.ReturnType) || !question.OpenMade(method))
        {
            return true;
        }

        if (question.IsTooLong || method.IsAsync || method is { IsExtern: true } or { PartialDefinitionPart: not null } or { PartialImplementationPart: not null } || method.DeclaringSyntaxReferences is not [var declaration])
        {
            return false;
        }

        if (method.MethodKind == MethodKind.LocalFunction)
        {
            return model(declaration.SyntaxTree).GetOperation(declaration.GetSyntax()) is ILocalFunctionOperation { Body: { } local } && ReturnsMade(local, question);
        }

        return CodeUnit.Load(method, model, CancellationToken.None) is { Shape: CodeShape.Written, Operations: [var body] } && ReturnsMade(body, question);
    }

    private bool ReturnsMade(IOperation body, Question question)
    {
        var returned = Returned(body).ToList();
        return returned.Count > 0 && returned.All(each => each.Kind == OperationKind.Return && IsMade(each.ReturnedValue, question));
    }

    private static IEnumerable<IReturnOperation> Returned(IOperation body)
    {
        var pending = new Stack<IOperation>(body.ChildOperations);
        while (pending.Count > 0)
        {
            var next = pending.Pop();
            if (next is IReturnOperation @return)
            {
                yield return @return;
            }

            if (next is not (IAnonymousFunctionOperation or ILocalFunctionOperation))
            {
                foreach (var child in next.ChildOperations)
                {
                    pending.Push(child);
                }
            }
        }
    }

    // A function that is kept: what it captures would be part of it.
    private bool IsMadeFunction(IDelegateCreationOperation creation, Question question) => creation.Target switch
    {
        IAnonymousFunctionOperation lambda => !CapturesVariables(lambda) && (lambda.Symbol.ReturnsVoid || traits.IsDeeplyImmutable(lambda.Symbol.ReturnType) || ReturnsMade(lambda.Body, question)),
        IMethodReferenceOperation { Method: { MethodKind: MethodKind.Ordinary } method } reference => !hierarchy.IsInSource(method) ? reference.Instance is null
            : method.IsStatic ? ReturnsMade(method, question) : reference.Instance is { } instance && ImmutableValues.Contains(instance, traits) && traits.IsDeeplyImmutable(method.ReturnType),
        _ => false,
    };

    private static bool CapturesVariables(IAnonymousFunctionOperation lambda) => lambda.Body.Descendants().Any(part => part switch
    {
        ILocalReferenceOperation local => !IsWithin(local.Local, lambda),
        IParameterReferenceOperation parameter => !IsWithin(parameter.Parameter, lambda),
        IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } => true,
        _ => false,
    });

    private static bool IsWithin(ISymbol variable, IAnonymousFunctionOperation lambda) =>
        variable.DeclaringSyntaxReferences.All(part => part.SyntaxTree == lambda.Syntax.SyntaxTree && lambda.Syntax.Span.Contains(part.Span));
}
