using System.Collections.Concurrent;
using Memo.Analyzers.Calls;
using Memo.Analyzers.Catalog;
using Memo.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Memo.Analyzers.Effects;

/// <summary>What a static field or property can be for a remembered result.</summary>
internal enum StaticState
{
    /// <summary>Anyone may change it: reading it is an effect.</summary>
    Mutable,

    /// <summary>Assigned once and deeply immutable: its initializer is code of the closure and nothing else is needed.</summary>
    Immutable,

    /// <summary>A mutable object that nobody changes or hands out: a lookup table. Its initializer is code of the closure.</summary>
    Table,

    /// <summary>The code that asks is the initialization of the member's own type.</summary>
    UnderConstruction,
}

/// <summary>Decides for each static whether it can ever change.</summary>
internal sealed class StaticMembers(TypeTraits traits, EffectCatalog catalog, Func<SyntaxTree, SemanticModel> model)
{
    private readonly ConcurrentDictionary<ISymbol, StaticState> _known = new(SymbolEqualityComparer.Default);

    public StaticState Judge(ISymbol member, ISymbol askedFrom)
    {
        var declared = member.OriginalDefinition;
        var isInitialization = askedFrom is IMethodSymbol { MethodKind: MethodKind.StaticConstructor } or IFieldSymbol or IPropertySymbol;
        return isInitialization && SymbolEqualityComparer.Default.Equals(askedFrom.ContainingType?.OriginalDefinition, declared.ContainingType)
            ? StaticState.UnderConstruction
            : _known.GetOrAdd(declared, Decide);
    }

    private StaticState Decide(ISymbol member)
    {
        var (type, isAssignedOnce) = member switch
        {
            IFieldSymbol field => (field.Type, field.IsReadOnly || field.IsConst),
            IPropertySymbol property => (property.Type, property.SetMethod is null),
            _ => (null, false),
        };
        if (type is null || !isAssignedOnce)
        {
            return StaticState.Mutable;
        }

        return traits.IsDeeplyImmutable(type) ? StaticState.Immutable
            : member is IFieldSymbol { DeclaredAccessibility: Accessibility.Private } table && IsTable(table) ? StaticState.Table
            : StaticState.Mutable;
    }

    // Private, made by its own initializer, and every use in its type only looks up deeply immutable parts of it.
    private bool IsTable(IFieldSymbol field) =>
        field.DeclaringSyntaxReferences.All(reference => reference.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: { } value } && IsMade(value))
        && IsOnlyLookedUp(field, field.Type, field.ContainingType, new(SymbolEqualityComparer.Default));

    // 'scope' is the type or method outside of which nothing can name the variable.
    private bool IsOnlyLookedUp(ISymbol variable, ITypeSymbol type, ISymbol scope, HashSet<ISymbol> open)
    {
        if (!open.Add(variable))
        {
            return true; // a use of itself adds nothing
        }

        foreach (var part in scope.DeclaringSyntaxReferences)
        {
            foreach (var node in part.GetSyntax().DescendantNodes())
            {
                if (node is IdentifierNameSyntax name && name.Identifier.ValueText == variable.Name && !IsLookup(name, variable, type, open))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private bool IsMade(ExpressionSyntax initializer)
    {
        var operation = model(initializer.SyntaxTree).GetOperation(initializer);
        while (operation is IConversionOperation { OperatorMethod: null } conversion)
        {
            operation = conversion.Operand;
        }

        return operation is IObjectCreationOperation or IArrayCreationOperation or ICollectionExpressionOperation
            || (operation is IInvocationOperation invocation && !TypeHierarchy.IsInSource(invocation.TargetMethod)
                && catalog.Find(invocation.TargetMethod) is { IsFresh: true });
    }

    private bool IsLookup(IdentifierNameSyntax name, ISymbol variable, ITypeSymbol type, HashSet<ISymbol> open)
    {
        var semantics = model(name.SyntaxTree);
        if (!SymbolEqualityComparer.Default.Equals(semantics.GetSymbolInfo(name).Symbol?.OriginalDefinition, variable))
        {
            return semantics.GetSymbolInfo(name).Symbol is not null; // another thing of the same name; an unresolved one could be ours
        }

        if (semantics.GetEnclosingSymbol(name.SpanStart) is IMethodSymbol { MethodKind: MethodKind.StaticConstructor })
        {
            return true;
        }

        var operation = semantics.GetOperation(name) ?? semantics.GetOperation(name.Parent!);
        var argument = operation?.Parent as IArgumentOperation;
        while (operation?.Parent is IConversionOperation { OperatorMethod: null } or IArgumentOperation)
        {
            operation = operation!.Parent;
            argument = operation as IArgumentOperation ?? argument;
        }

        return operation?.Parent switch
        {
            INameOfOperation => true,
            IInvocationOperation { IsVirtual: false, TargetMethod: { MethodKind: MethodKind.Ordinary } target } when TypeHierarchy.IsInSource(target) =>
                argument?.Parameter?.OriginalDefinition is { RefKind: RefKind.None } parameter && target is { IsExtern: false, PartialImplementationPart: null, PartialDefinitionPart: null }
                && IsOnlyLookedUp(parameter, type, target.OriginalDefinition, open),
            IArrayElementReferenceOperation element => !OperationCalls.Access(element).Writes && IsReadOnlyUse(element)
                && traits.IsDeeplyImmutable(element.Type),
            IForEachLoopOperation => traits.HoldsImmutablePartsOnly(type),
            ISpreadOperation => traits.HoldsImmutablePartsOnly(type),
            IPropertyReferenceOperation property => !OperationCalls.Access(property).Writes && IsHarmlessRead(property.Property.GetMethod, property.Type, type),
            IInvocationOperation invocation => IsHarmlessRead(invocation.TargetMethod, invocation.Type, type),
            _ => false,
        };
    }

    private static bool IsReadOnlyUse(IOperation element) => element.Parent is not (IArgumentOperation { Parameter.RefKind: not RefKind.None } or IAddressOfOperation
        or IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.RefKind: not RefKind.None } });

    private bool IsHarmlessRead(IMethodSymbol? method, ITypeSymbol? result, ITypeSymbol type) =>
        method is not null && !TypeHierarchy.IsInSource(method)
        && catalog.Find(method) is { MutatesReceiver: false, Mutates.IsEmpty: true } entry
        && method.Parameters.All(parameter => parameter.RefKind != RefKind.Out || traits.IsDeeplyImmutable(parameter.Type))
        && (traits.IsDeeplyImmutable(result) || (entry.IsFresh && traits.HoldsImmutablePartsOnly(type)));
}
