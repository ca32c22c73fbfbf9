using System.Collections.Immutable;
using Memo.Analyzers.Calls;
using Memo.Analyzers.Catalog;
using Memo.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Memo.Analyzers.Effects;

/// <summary>
/// Whether a mutable object that a static holds is a table: made by the static's own initialization, and no use of it, or of anything found
/// in it, can change it or hand it on to code that could. What is not known to be harmless is not.
/// </summary>
internal sealed partial class StaticTables(
    TypeTraits traits, TypeHierarchy hierarchy, ContractMembers contracts, EffectCatalog catalog, Func<ISymbol, IEnumerable<IOperation?>> uses, WrittenPlaces places, Func<SyntaxTree, SemanticModel> model)
{
    private const int MostVariables = 100; // a chain of helpers that is longer is no lookup any more

    /// <param name="MayChange">It is still being made: nobody else has it.</param>
    /// <param name="MayReturn">The function that may give it back, because what its caller does with it is looked at too.</param>
    private readonly record struct Rights(bool MayChange = false, ISymbol? MayReturn = null);

    /// <summary>One question: about which static, and which variables are under decision (a use of itself adds nothing).</summary>
    private sealed class Question(ISymbol member)
    {
        private readonly HashSet<(ISymbol, Aspect, ISymbol)> _open = new(OpenComparer.Instance);

        public ISymbol Member => member;

        public bool IsTooLong => _open.Count > MostVariables;

        /// <summary>False when the symbol is under decision already, or decided: whoever fails fails the whole question.</summary>
        public bool Open(ISymbol symbol, Rights rights) => _open.Add((symbol, rights.MayChange ? Aspect.Changed : Aspect.Read, rights.MayReturn ?? symbol));

        public bool OpenMade(ISymbol symbol) => _open.Add((symbol, Aspect.Made, symbol));
    }

    private enum Aspect
    {
        Read,
        Changed,
        Made,
    }

    public bool IsTable(ISymbol member, IReadOnlyList<IOperation> values)
    {
        var question = new Question(member);
        return values.All(value => IsMade(value, question))
            && uses(member).All(use => use is not null && IsContained(use, new(MayChange: WrittenPlaces.IsInOwnStaticConstructor(use, member)), question));
    }

    /// <summary>Whether a use of an object neither changes it nor hands it on to code that could.</summary>
    private bool IsContained(IOperation use, Rights rights, Question question)
    {
        while (true)
        {
            switch (use.Parent)
            {
                case INameOfOperation or ILockOperation or IExpressionStatementOperation or IIsTypeOperation:
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals, OperatorMethod: null }:
                    return true;
                case IConversionOperation conversion when conversion.OperatorMethod is null || IsView(conversion.Type):
                    use = conversion;
                    if (traits.IsDeeplyImmutable(use.Type) || IsReadOnlyView(use.Type))
                    {
                        return true;
                    }

                    break;
                // These values are the object itself, or hold it.
                case IConditionalOperation { IsRef: false } conditional when conditional.Condition != use:
                case ICoalesceOperation:
                case ITranslatedQueryOperation:
                case ICollectionExpressionOperation:
                case IArrayInitializerOperation:
                case ITupleOperation { Parent: not IDeconstructionAssignmentOperation }:
                case IArrayCreationOperation { Initializer: { } initializer } when initializer == use:
                case IConditionalAccessOperation access when access.WhenNotNull == use:
                    use = use.Parent;
                    break;
                case ISwitchExpressionArmOperation { Parent: { } choice } arm when arm.Value == use:
                    use = choice;
                    break;
                case ISpreadOperation spread:
                    if (traits.IsDeeplyImmutable(spread.ElementType) && IsEnumerable(use))
                    {
                        return true;
                    }

                    use = spread;
                    break;
                case IConditionalAccessOperation access:
                    return access.WhenNotNull.DescendantsAndSelf().OfType<IConditionalAccessInstanceOperation>().All(instance => IsContained(instance, rights, question));
                case IIsPatternOperation or ISwitchExpressionOperation or ISwitchOperation:
                    return ArePatternsContained(use.Parent, question);
                case IForEachLoopOperation loop when loop.Collection == use:
                    return IsLoopContained(loop, use, rights, question);
                case IArrayElementReferenceOperation element when element.ArrayReference == use:
                case IImplicitIndexerReferenceOperation item when item.Instance == use && !hierarchy.IsInSource(use.Type):
                case IInlineArrayAccessOperation access when access.Instance == use:
                case IFieldReferenceOperation field when field.Instance == use:
                    return IsPlaceContained(use.Parent, rights, question);
                case IPropertyReferenceOperation property when property.Instance == use:
                    return IsPropertyContained(property, rights, question);
                case IInvocationOperation invocation when invocation.Instance == use:
                    return IsCallContained(invocation, use, null, rights, question);
                case IMethodReferenceOperation { Method: var method } reference when reference.Instance == use:
                    return !hierarchy.IsInSource(method) && catalog.Find(method) is { MutatesReceiver: false, Mutates.IsEmpty: true } entry && IsVerifiable(entry)
                        && HasImmutableParts(use) && traits.IsDeeplyImmutable(method.ReturnType);
                case IArgumentOperation argument:
                    return IsArgumentContained(argument, rights, question);
                case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Parent.Parent.Parent: IUsingDeclarationOperation or IUsingOperation } }:
                    return false; // it is disposed of
                case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: { RefKind: RefKind.None } local } }:
                    return IsVariableContained(local, rights, question);
                case ISimpleAssignmentOperation assignment:
                    return assignment.Target == use
                        ? !assignment.IsRef && (rights.MayChange || use is ILocalReferenceOperation or IFieldReferenceOperation { Instance: not null } or IParameterReferenceOperation { Parameter.RefKind: RefKind.None })
                        : IsStoreContained(assignment, rights, question);
                case IReturnOperation { Kind: OperationKind.Return } @return:
                    return IsReturnContained(@return, rights, question);
                case IInterpolationOperation:
                    return !hierarchy.IsInSource(OperationCalls.Unconverted(use).Type);
                default:
                    return false;
            }
        }
    }

    private bool IsHarmless(IOperation found, Rights rights, Question question) => traits.IsDeeplyImmutable(found.Type) || IsContained(found, rights, question);

    private bool ArePatternsContained(IOperation matched, Question question)
    {
        foreach (var pattern in matched.Descendants())
        {
            var (declared, isKnown) = pattern switch
            {
                IDeclarationPatternOperation declaration => (declaration.DeclaredSymbol, true),
                IRecursivePatternOperation recursive => (recursive.DeclaredSymbol, recursive.DeconstructSymbol is null || !hierarchy.IsInSource(recursive.DeconstructSymbol)),
                IListPatternOperation list => (list.DeclaredSymbol, !hierarchy.IsInSource(list.InputType)),
                IPropertySubpatternOperation { Member: IPropertyReferenceOperation { Property: var property } } => (null, !hierarchy.IsInSource(property) || IsReceiverContained(property.GetMethod!, default, question)),
                _ => (null, true),
            };
            if (!isKnown || (declared is not null && !(declared is ILocalSymbol local && IsVariableContained(local, default, question))))
            {
                return false;
            }
        }

        return true;
    }

    private bool IsLoopContained(IForEachLoopOperation loop, IOperation collection, Rights rights, Question question) =>
        IsEnumerable(collection) && loop.LoopControlVariable switch
        {
            IVariableDeclaratorOperation { Symbol: { RefKind: not RefKind.Ref } item } => IsVariableContained(item, rights, question),
            IVariableDeclaratorOperation => false,
            _ => HasImmutableParts(collection),
        };

    // To enumerate the framework's own collections changes nothing.
    private bool IsEnumerable(IOperation collection) => !hierarchy.IsInSource(OperationCalls.Unconverted(collection).Type);

    private bool IsPlaceContained(IOperation place, Rights rights, Question question)
    {
        if (!places.IsWritten(place))
        {
            return IsHarmless(place, rights, question);
        }

        return rights.MayChange && place.Parent switch
        {
            ISimpleAssignmentOperation { IsRef: false, Parent: IExpressionStatementOperation } assignment when assignment.Target == place => IsStorable(assignment.Value, question),
            ICompoundAssignmentOperation or IIncrementOrDecrementOperation or ISimpleAssignmentOperation { IsRef: false } or ITupleOperation => traits.IsDeeplyImmutable(place.Type),
            IFieldReferenceOperation field => IsPlaceContained(field, rights, question),
            IArgumentOperation { Parent: IInvocationOperation call } => traits.IsDeeplyImmutable(place.Type) && !hierarchy.IsInSource(call.TargetMethod),
            _ => false,
        };
    }

    /// <summary>Something that the object may be given while it is being made.</summary>
    private bool IsStorable(IOperation value, Question question) => traits.IsDeeplyImmutable(value.Type) || IsMade(value, question);

    private bool IsStoreContained(ISimpleAssignmentOperation assignment, Rights rights, Question question)
    {
        if (assignment is not { IsRef: false, Parent: IExpressionStatementOperation })
        {
            return false;
        }

        switch (assignment.Target)
        {
            case IDiscardOperation:
                return true;
            case ILocalReferenceOperation { Local: { RefKind: RefKind.None } local }:
                return IsVariableContained(local, rights, question);
            case IFieldReferenceOperation { Instance: IInstanceReferenceOperation, Field: { DeclaredAccessibility: Accessibility.Private } field }:
                // Kept by an object whose type alone decides what happens to it.
                return !question.Open(field.OriginalDefinition, default)
                    || FieldUses(field.OriginalDefinition).All(use => use is not null && IsContained(use, default, question));
            default:
                return rights.MayChange && IsPartOfWhatIsMade(assignment.Target, question);
        }
    }

    // `return table;`: whoever can call the function has it.
    private bool IsReturnContained(IReturnOperation @return, Rights rights, Question question)
    {
        if (Enclosing(@return) is not IMethodSymbol function || function.IsAsync)
        {
            return false;
        }

        if (rights.MayReturn is not null && SymbolEqualityComparer.Default.Equals(function.OriginalDefinition, rights.MayReturn))
        {
            return true;
        }

        var named = function.AssociatedSymbol ?? function;
        return function is { MethodKind: MethodKind.Ordinary or MethodKind.PropertyGet, IsStatic: true, IsVirtual: false, IsExtensionMethod: false, RefKind: RefKind.None, PartialDefinitionPart: null }
            && named.GetAttributes().IsEmpty
            && named is not IPropertySymbol { IsPartialDefinition: true } and not IPropertySymbol { PartialDefinitionPart: not null }
            && traits.IsHiddenFromOthers(function)
            && !question.IsTooLong
            && (!question.Open(named.OriginalDefinition, default)
                || uses(named.OriginalDefinition).All(use => use is IInvocationOperation or IPropertyReferenceOperation && IsContained(use, default, question)));
    }

    private bool HasImmutableParts(IOperation value) => OperationCalls.Unconverted(value).Type is { } type && traits.HoldsImmutablePartsOnly(type);

    // A window onto the same memory.
    private static bool IsView(ITypeSymbol? type) =>
        type is INamedTypeSymbol { Name: "Span" or "ReadOnlySpan" or "Memory" or "ReadOnlyMemory" or "ArraySegment", TypeArguments.Length: 1, ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    /// <summary>A window through which nobody can write, onto values that nobody can change.</summary>
    private bool IsReadOnlyView(ITypeSymbol? type) =>
        type is INamedTypeSymbol named
        && ((IsView(named) && named.Name == "ReadOnlySpan") || TypeTraits.MetadataName(named) is "System.Collections.ObjectModel.ReadOnlyCollection`1" or "System.Collections.ObjectModel.ReadOnlyDictionary`2")
        && traits.HoldsImmutablePartsOnly(named);

    private sealed class OpenComparer : IEqualityComparer<(ISymbol Symbol, Aspect Aspect, ISymbol Returner)>
    {
        public static readonly OpenComparer Instance = new();

        public bool Equals((ISymbol Symbol, Aspect Aspect, ISymbol Returner) x, (ISymbol Symbol, Aspect Aspect, ISymbol Returner) y) =>
            x.Aspect == y.Aspect && SymbolEqualityComparer.Default.Equals(x.Symbol, y.Symbol) && SymbolEqualityComparer.Default.Equals(x.Returner, y.Returner);

        public int GetHashCode((ISymbol Symbol, Aspect Aspect, ISymbol Returner) value) => (SymbolEqualityComparer.Default.GetHashCode(value.Symbol) * 3) + (int)value.Aspect;
    }
}
