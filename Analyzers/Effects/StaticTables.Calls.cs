using Memo.Analyzers.Calls;
using Memo.Analyzers.Catalog;
using Memo.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Memo.Analyzers.Effects;

/// <summary>What code does with a table that it is called on or given.</summary>
internal sealed partial class StaticTables
{
    private bool IsArgumentContained(IArgumentOperation argument, Rights rights, Question question) => argument.Parent switch
    {
        _ when argument.Parameter is not { RefKind: RefKind.None } => false,
        IInvocationOperation invocation => IsCallContained(invocation, argument.Value, argument, rights, question),
        IObjectCreationOperation { Constructor: { } constructor } creation when hierarchy.IsInSource(constructor) =>
            // The parameters of a record are its properties.
            !(constructor.ContainingType.IsRecord && constructor.DeclaringSyntaxReferences.Any(part => part.GetSyntax() is Microsoft.CodeAnalysis.CSharp.Syntax.TypeDeclarationSyntax))
            && IsVariableContained(argument.Parameter.OriginalDefinition, default, question),
        IObjectCreationOperation creation => HasImmutableParts(argument.Value) && (IsCopied(argument.Parameter) || IsReadOnlyView(creation.Type)),
        _ => false,
    };

    // 'argument' is null for the receiver.
    private bool IsCallContained(IInvocationOperation call, IOperation use, IArgumentOperation? argument, Rights rights, Question question)
    {
        var method = call.TargetMethod;
        if (method.MethodKind == MethodKind.DelegateInvoke)
        {
            // What the function does is not the table's question; it is not given the table.
            return argument is null && traits.IsDeeplyImmutable(call.Type) && method.Parameters.All(parameter => traits.IsDeeplyImmutable(parameter.Type));
        }

        if (method.MethodKind is not (MethodKind.Ordinary or MethodKind.LocalFunction or MethodKind.Constructor or MethodKind.ReducedExtension or MethodKind.ExplicitInterfaceImplementation)
            || method.ReturnsByRef)
        {
            return false;
        }

        if (!hierarchy.IsInSource(method))
        {
            return method.MethodKind != MethodKind.Constructor && IsFrameworkCallContained(call, use, argument, rights, question);
        }

        if (!traits.IsDeeplyImmutable(call.Type) && !IsContained(call, rights, question))
        {
            return false;
        }

        if (!call.IsVirtual)
        {
            return IsTargetContained(method);
        }

        var targets = hierarchy.Targets(method, hierarchy.Narrow(method, call.Instance?.Type));
        return !targets.IsEmpty && targets.All(target => IsTargetContained(target.Code));

        bool IsTargetContained(IMethodSymbol target)
        {
            target = target.OriginalDefinition;
            if (ExtensionReceivers.IsMadeOfMember(target) || target is { IsExtern: true } or { PartialImplementationPart: not null } or { PartialDefinitionPart: not null } or { IsAbstract: true } || !hierarchy.IsInSource(target))
            {
                return false;
            }

            var given = new Rights(rights.MayChange && !target.IsAsync, target);
            return argument?.Parameter is not { } parameter
                ? IsReceiverContained(target, given, question)
                : parameter.Ordinal < target.Parameters.Length && target.Parameters[parameter.Ordinal] is { RefKind: RefKind.None } own && IsVariableContained(own, given, question);
        }
    }

    /// <summary>Whether a method or accessor leaves the object alone that it is called on.</summary>
    private bool IsReceiverContained(IMethodSymbol method, Rights rights, Question question)
    {
        method = method.OriginalDefinition;
        if (question.IsTooLong)
        {
            return false;
        }

        if (!question.Open(method, rights))
        {
            return true;
        }

        var code = CodeUnit.Load(method, model, CancellationToken.None);
        return code.Shape switch
        {
            CodeShape.Written => code.Operations.All(body => body.DescendantsAndSelf().All(part => !IsOfReceiver(part, method) || IsContained(part, rights, question))),
            CodeShape.AutoAccessor => method.MethodKind == MethodKind.PropertyGet,
            CodeShape.Synthesized => method.Name is nameof(ToString) or nameof(Equals) or nameof(GetHashCode) or "PrintMembers",
            _ => false,
        };
    }

    private bool IsOfReceiver(IOperation part, IMethodSymbol method) => part switch
    {
        IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } => true,
        IParameterReferenceOperation { Parameter: var receiver } when ExtensionReceivers.Is(receiver) => true,
        IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } } parameter } =>
            method.MethodKind != MethodKind.Constructor && !traits.IsDeeplyImmutable(parameter.Type) || places.IsWritten(part),
        _ => false,
    };

    private bool IsPropertyContained(IPropertyReferenceOperation property, Rights rights, Question question)
    {
        var isWritten = places.IsWritten(property);
        if (hierarchy.IsInSource(property.Property))
        {
            if (isWritten)
            {
                return rights.MayChange && property.Property.SetMethod is { } setter && CodeUnit.Load(setter.OriginalDefinition, model, CancellationToken.None).Shape == CodeShape.AutoAccessor
                    && IsPlaceContained(property, rights, question);
            }

            var getter = property.Property.GetMethod;
            return getter is not null && IsHarmless(property, rights, question)
                && (property.Property is { IsVirtual: false, IsOverride: false, IsAbstract: false } ? IsReceiverContained(getter, default, question)
                    : hierarchy.Targets(getter, hierarchy.Narrow(getter, property.Instance?.Type)) is { IsEmpty: false } targets
                        && targets.All(target => hierarchy.IsInSource(target.Code) && IsReceiverContained(target.Code, default, question)));
        }

        if (isWritten)
        {
            return rights.MayChange && property.Arguments.All(argument => IsStorable(argument.Value, question)) && IsPlaceContained(property, rights, question);
        }

        return property.Property.GetMethod is { } read && catalog.Find(read) is { MutatesReceiver: false } entry && IsVerifiable(entry)
            // What a dictionary shows of itself can only be read.
            && ((property.Type is INamedTypeSymbol { Name: "KeyCollection" or "ValueCollection" } && HasImmutableParts(property.Instance!))
                || IsHarmless(property, rights, question));
    }

    private bool IsFrameworkCallContained(IInvocationOperation call, IOperation use, IArgumentOperation? argument, Rights rights, Question question)
    {
        var method = call.TargetMethod;
        if (catalog.Find(method) is not { } entry || !IsVerifiable(entry))
        {
            return false;
        }

        var hasImmutableParts = HasImmutableParts(use);
        var changesOthers = method.Parameters.Any(parameter => parameter.Ordinal != argument?.Parameter!.Ordinal && Mutates(entry, parameter)) || (argument is not null && entry.MutatesReceiver);
        if (argument is null ? entry.MutatesReceiver : Mutates(entry, argument.Parameter!))
        {
            if (!rights.MayChange || !call.Arguments.All(other => other == argument || IsDelegate(other) || IsStorable(other.Value, question)))
            {
                return false;
            }
        }
        else if (changesOthers && !(hasImmutableParts && (argument is null || IsCopied(argument.Parameter!) || IsReadFrom(method)))
            && !(rights.MayChange && call.Instance is { } owner && IsPartOfWhatIsMade(owner, question)))
        {
            return false; // it is put into something
        }

        if (!call.Arguments.All(other => other == argument || IsNeighbourContained(other, hasImmutableParts, question)))
        {
            return false;
        }

        return traits.IsDeeplyImmutable(call.Type) || IsReadOnlyView(call.Type)
            || (entry.IsFresh && !IsView(call.Type) && (traits.HoldsImmutablePartsOnly(call.Type!) || (hasImmutableParts && method.Name == nameof(Array.Clone))))
            || IsContained(call, rights, question);
    }

    // An override may call its parameters something else than the member that the catalog describes.
    private static bool Mutates(CatalogEntry entry, IParameterSymbol parameter)
    {
        for (var method = parameter.ContainingSymbol as IMethodSymbol; method is not null; method = method.OverriddenMethod)
        {
            if (parameter.Ordinal < method.Parameters.Length && entry.Mutates.Contains(method.Parameters[parameter.Ordinal].Name))
            {
                return true;
            }
        }

        return false;
    }

    // Array.Copy(table, other, n) and the like: elements go over, the table stays where it is.
    private static bool IsReadFrom(IMethodSymbol method) => method.ContainingType.SpecialType == SpecialType.System_Array && method.Name is "Copy" or "ConstrainedCopy";

    private static bool IsVerifiable(CatalogEntry entry) => entry.Effects.All(effect => effect.Kind is not (EffectKind.Unverifiable or EffectKind.Unknown));

    private static bool IsDelegate(IArgumentOperation argument) => OperationCalls.Unconverted(argument.Value).Type?.TypeKind == TypeKind.Delegate || argument.Parameter?.Type.TypeKind == TypeKind.Delegate;

    // What is passed beside a table: functions that are given its parts, variables that receive them, things that compare them.
    private bool IsNeighbourContained(IArgumentOperation argument, bool hasImmutableParts, Question question)
    {
        if (argument.Parameter is { RefKind: RefKind.Out or RefKind.Ref } output)
        {
            return traits.IsDeeplyImmutable(output.Type)
                || argument.Value is IDiscardOperation
                || (argument.Value is IDeclarationExpressionOperation { Expression: ILocalReferenceOperation declared } && IsVariableContained(declared.Local, default, question))
                || (argument.Value is ILocalReferenceOperation { Local: { RefKind: RefKind.None } local } && IsVariableContained(local, default, question));
        }

        var value = OperationCalls.Unconverted(argument.Value);
        if (!IsDelegate(argument))
        {
            return hasImmutableParts || traits.IsDeeplyImmutable(value.Type) || OperationCalls.IsConstant(value)
                || (!hierarchy.IsInSource(value.Type) && value.Type?.TypeKind != TypeKind.Interface);
        }

        return value switch
        {
            IDelegateCreationOperation { Target: IAnonymousFunctionOperation lambda } =>
                lambda.Symbol.Parameters.All(parameter => IsVariableContained(parameter, new(MayReturn: lambda.Symbol), question)),
            IDelegateCreationOperation { Target: IMethodReferenceOperation { IsVirtual: false, Method: var method } } when hierarchy.IsInSource(method) && !ExtensionReceivers.IsMadeOfMember(method) && method is { IsExtern: false, PartialImplementationPart: null, PartialDefinitionPart: null } =>
                method.OriginalDefinition.Parameters.All(parameter => IsVariableContained(parameter, new(MayReturn: method.OriginalDefinition), question)),
            _ => OperationCalls.IsConstant(value)
                || (value.Type is INamedTypeSymbol { DelegateInvokeMethod: { } invoke } && invoke.Parameters.All(parameter => parameter.RefKind == RefKind.None && traits.IsDeeplyImmutable(parameter.Type))),
        };
    }

    // The collections of the framework copy what they are made of or filled from.
    private static bool IsCopied(IParameterSymbol parameter) =>
        parameter.ContainingSymbol.ContainingType is { TypeKind: TypeKind.Class } owner
        && (owner.ContainingNamespace?.ToDisplayString() == "System.Collections.Generic" || owner.SpecialType == SpecialType.System_String || TypeTraits.MetadataName(owner) == "System.Text.StringBuilder")
        && parameter.OriginalDefinition.Type is IArrayTypeSymbol or INamedTypeSymbol { TypeArguments.Length: > 0 };
}
