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
internal sealed class StaticMembers(TypeTraits traits, TypeHierarchy hierarchy, EffectCatalog catalog, Func<SyntaxTree, SemanticModel> model)
{
    private readonly ConcurrentDictionary<ISymbol, StaticState> _known = new(SymbolEqualityComparer.Default);

    public StaticState Judge(ISymbol member, ISymbol? askedFrom)
    {
        var declared = member.OriginalDefinition;
        var isInitialization = askedFrom is IMethodSymbol { MethodKind: MethodKind.StaticConstructor } or IFieldSymbol or IPropertySymbol;
        return isInitialization && SymbolEqualityComparer.Default.Equals(askedFrom!.ContainingType?.OriginalDefinition, declared.ContainingType)
            ? StaticState.UnderConstruction
            : _known.GetOrAdd(declared, Decide);
    }

    private StaticState Decide(ISymbol member)
    {
        var (type, isAssignedOnce) = member switch
        {
            IFieldSymbol field => (field.Type, field.IsReadOnly || field.IsConst || IsNeverAssigned(field)),
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

    // Nothing but its initializer and its type's static constructor assigns it: as good as readonly.
    private bool IsNeverAssigned(IFieldSymbol field) =>
        field is { DeclaredAccessibility: Accessibility.Private, IsVolatile: false } && hierarchy.IsInSource(field)
        && Uses(field, field.ContainingType).All(use => use is not null && !IsWrite(use));

    private static bool IsWrite(IOperation use) =>
        !IsInStaticConstructor(use) && (OperationCalls.Access(use).Writes || IsReferenced(use));

    private static bool IsInStaticConstructor(IOperation use) =>
        use.SemanticModel?.GetEnclosingSymbol(use.Syntax.SpanStart) is IMethodSymbol { MethodKind: MethodKind.StaticConstructor };

    // A ref local, a ref argument or an address lets others write.
    private static bool IsReferenced(IOperation use) => use.Parent is IAddressOfOperation
        or IArgumentOperation { Parameter.RefKind: not (RefKind.None or RefKind.In) }
        or IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.RefKind: not RefKind.None } }
        or ISimpleAssignmentOperation { IsRef: true } or IConditionalOperation { IsRef: true }
        || (use.Parent is IReturnOperation && use.SemanticModel?.GetEnclosingSymbol(use.Syntax.SpanStart) is not IMethodSymbol { RefKind: RefKind.None });

    // Private, made by its own initializer, and every use in its type only looks things up.
    private bool IsTable(IFieldSymbol field) =>
        field.DeclaringSyntaxReferences.All(reference => reference.GetSyntax() is VariableDeclaratorSyntax declarator
            && (declarator.Initializer is not { } initializer || IsMade(model(initializer.SyntaxTree).GetOperation(initializer))))
        && Uses(field, field.ContainingType).All(use => use is not null
            && (!OperationCalls.Access(use).Writes || (use.Parent is ISimpleAssignmentOperation assignment && IsMade(assignment.Value))))
        && IsOnlyLookedUp(field, field.ContainingType, new(SymbolEqualityComparer.Default));

    // Made here, of parts that are made here or cannot change: nobody else holds it.
    private bool IsMade(IOperation? value)
    {
        var pending = new Stack<IOperation?>([value]);
        while (pending.Count > 0)
        {
            var operation = pending.Pop();
            switch (operation)
            {
                case null:
                    return false;
                case IFieldReferenceOperation or IPropertyReferenceOperation or IEventReferenceOperation
                    when !traits.IsDeeplyImmutable(operation.Type) && !IsInitialized((IMemberReferenceOperation)operation):
                    return false;
                case IInvocationOperation invocation when !traits.IsDeeplyImmutable(invocation.Type)
                    && (hierarchy.IsInSource(invocation.TargetMethod) || catalog.Find(invocation.TargetMethod) is not { IsFresh: true }):
                    return false;
                case IObjectCreationOperation creation when hierarchy.IsInSource(creation.Type) && !traits.IsDeeplyImmutable(creation.Type):
                    return false;
            }

            foreach (var child in operation.ChildOperations)
            {
                pending.Push(child);
            }
        }

        return true;
    }

    // `{ Name = … }`: a member of the new object itself.
    private static bool IsInitialized(IMemberReferenceOperation member) =>
        member.Instance is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver };

    // 'scope' is the type or method outside of which nothing can name the variable.
    private bool IsOnlyLookedUp(ISymbol variable, ISymbol scope, HashSet<ISymbol> open) =>
        !open.Add(variable) // a use of itself adds nothing
        || Uses(variable, scope).All(use => use is not null && (IsInStaticConstructor(use) || IsLookup(use, open)));

    /// <summary>Every reference to a variable in a part of the source; null for one that does not bind.</summary>
    private IEnumerable<IOperation?> Uses(ISymbol variable, ISymbol scope)
    {
        foreach (var part in scope.DeclaringSyntaxReferences)
        {
            var semantics = model(part.SyntaxTree);
            foreach (var node in part.GetSyntax().DescendantNodes())
            {
                if (node is not IdentifierNameSyntax name || name.Identifier.ValueText != variable.Name)
                {
                    continue;
                }

                var symbol = semantics.GetSymbolInfo(name).Symbol;
                if (symbol is null || SymbolEqualityComparer.Default.Equals(symbol.OriginalDefinition, variable))
                {
                    yield return symbol is null ? null : semantics.GetOperation(name) ?? semantics.GetOperation(name.Parent!);
                }
            }
        }
    }

    /// <summary>Whether a use of a table, or of something found in it, can neither change it nor hand it on to code that could.</summary>
    private bool IsLookup(IOperation use, HashSet<ISymbol> open)
    {
        var argument = use.Parent as IArgumentOperation;
        while (use.Parent is IConversionOperation { OperatorMethod: null } or IArgumentOperation or ISpreadOperation)
        {
            use = use.Parent;
            argument = use as IArgumentOperation ?? argument;
        }

        return use.Parent switch
        {
            INameOfOperation or ILockOperation => true,
            IInvocationOperation { IsVirtual: false, TargetMethod: { MethodKind: MethodKind.Ordinary } target } when hierarchy.IsInSource(target) =>
                argument?.Parameter?.OriginalDefinition is { RefKind: RefKind.None } parameter
                && target is { IsExtern: false, PartialImplementationPart: null, PartialDefinitionPart: null }
                && IsOnlyLookedUp(parameter, target.OriginalDefinition, open),
            IArrayElementReferenceOperation element => !IsWrite(element) && IsHarmless(element, open),
            IForEachLoopOperation { LoopControlVariable: IVariableDeclaratorOperation { Symbol: var item } } => IsHarmlessVariable(item, use, open),
            IForEachLoopOperation loop => OperationCalls.Unconverted(loop.Collection).Type is { } type && traits.HoldsImmutablePartsOnly(type),
            ICollectionExpressionOperation => use is ISpreadOperation { ElementType: { } element } && traits.IsDeeplyImmutable(element),
            IPropertyReferenceOperation property when use == property.Instance || argument is null =>
                !IsWrite(property) && IsPureRead(property.Property.GetMethod) && IsHarmless(property, open),
            IInvocationOperation invocation => IsPureRead(invocation.TargetMethod) && HasHarmlessOutputs(invocation, open)
                && (invocation.Type is { } result && traits.HoldsImmutablePartsOnly(result) && !invocation.TargetMethod.ReturnsByRef || IsHarmless(invocation, open)),
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: { RefKind: RefKind.None } local } } => IsHarmlessVariable(local, use, open),
            _ => false,
        };
    }

    // What was found: a deeply immutable value is harmless wherever it goes; anything else has to be only looked into as well.
    private bool IsHarmless(IOperation found, HashSet<ISymbol> open) => traits.IsDeeplyImmutable(found.Type) || IsLookup(found, open);

    private bool IsHarmlessVariable(ILocalSymbol local, IOperation use, HashSet<ISymbol> open) =>
        traits.IsDeeplyImmutable(local.Type)
        || (use.SemanticModel?.GetEnclosingSymbol(use.Syntax.SpanStart) is { } scope && IsOnlyLookedUp(local, Outermost(scope), open));

    private static ISymbol Outermost(ISymbol scope)
    {
        while (scope.ContainingSymbol is IMethodSymbol outer)
        {
            scope = outer;
        }

        return scope;
    }

    private bool HasHarmlessOutputs(IInvocationOperation invocation, HashSet<ISymbol> open) => invocation.Arguments.All(argument =>
        argument.Parameter is not { RefKind: RefKind.Out or RefKind.Ref } parameter
        || traits.IsDeeplyImmutable(parameter.Type)
        || (argument.Value is IDeclarationExpressionOperation { Expression: ILocalReferenceOperation local } && IsHarmlessVariable(local.Local, invocation, open)));

    private bool IsPureRead(IMethodSymbol? method) =>
        method is { RefKind: not RefKind.Ref } && !hierarchy.IsInSource(method) && catalog.Find(method) is { MutatesReceiver: false } entry
        && method.Parameters.All(parameter => !entry.Mutates.Contains(parameter.Name));
}
