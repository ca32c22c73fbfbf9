using Memo.Analyzers.Calls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Memo.Analyzers.Effects;

/// <summary>The variables that a table goes through: their uses are the table's.</summary>
internal sealed partial class StaticTables
{
    /// <summary>Whether every use of a local or parameter is contained.</summary>
    private bool IsVariableContained(ISymbol variable, Rights rights, Question question)
    {
        if (traits.IsDeeplyImmutable(variable is ILocalSymbol local ? local.Type : ((IParameterSymbol)variable).Type))
        {
            return true;
        }

        if (question.IsTooLong)
        {
            return false;
        }

        return !question.Open(variable, rights) || UsesOf(variable) is { } found && found.All(use => use is not null && IsContained(use, RightsAt(use, variable, rights), question));
    }

    // What a nested function changes, it changes whenever it runs.
    private Rights RightsAt(IOperation use, ISymbol variable, Rights rights) =>
        !rights.MayChange || SymbolEqualityComparer.Default.Equals(Enclosing(use)?.OriginalDefinition, variable.ContainingSymbol) || IsOnlyCalled(Enclosing(use))
            ? rights : rights with { MayChange = false };

    private static ISymbol? Enclosing(IOperation use) => use.SemanticModel?.GetEnclosingSymbol(use.Syntax.SpanStart);

    // A local function that is never made a delegate of runs while the method around it does.
    private bool IsOnlyCalled(ISymbol? function) =>
        function is IMethodSymbol { MethodKind: MethodKind.LocalFunction, IsAsync: false } local
        && UsesOf(local) is { } found
        && found.All(use => use is IInvocationOperation && (SymbolEqualityComparer.Default.Equals(Enclosing(use), local) || Enclosing(use) is IMethodSymbol { MethodKind: not (MethodKind.LambdaMethod or MethodKind.LocalFunction) }))
        && local.DeclaringSyntaxReferences.All(part => !part.GetSyntax().DescendantNodes().OfType<YieldStatementSyntax>().Any());

    /// <summary>Every reference to a local, a parameter or a local function; null when its code is not at hand.</summary>
    private List<IOperation?>? UsesOf(ISymbol variable)
    {
        if (variable is IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.LambdaMethod } } parameter && !parameter.DeclaringSyntaxReferences.Any(part => part.GetSyntax() is ParameterSyntax))
        {
            return null; // of a query's clause, which names it otherwise
        }

        var scope = variable.ContainingSymbol;
        while (scope is IMethodSymbol && scope.ContainingSymbol is IMethodSymbol or IFieldSymbol or IPropertySymbol)
        {
            scope = scope.ContainingSymbol;
        }

        scope = scope is IFieldSymbol { AssociatedSymbol: { } stored } ? stored : scope;

        // The parameters of a primary constructor are there for all members of the type.
        scope = variable is IParameterSymbol && scope is IMethodSymbol { MethodKind: MethodKind.Constructor } ? scope.ContainingType : scope;
        if (scope.DeclaringSyntaxReferences.IsEmpty || scope is IMethodSymbol { PartialImplementationPart: not null } or IMethodSymbol { PartialDefinitionPart: not null })
        {
            return null;
        }

        var found = new List<IOperation?>();
        foreach (var part in scope.DeclaringSyntaxReferences)
        {
            AddUses(part, variable, found);
        }

        return found;
    }

    private List<IOperation?> FieldUses(IFieldSymbol field)
    {
        var found = new List<IOperation?>();
        foreach (var part in field.ContainingType.DeclaringSyntaxReferences)
        {
            AddUses(part, field, found);
        }

        return found;
    }

    private void AddUses(SyntaxReference part, ISymbol variable, List<IOperation?> found)
    {
        var semantics = model(part.SyntaxTree);
        foreach (var name in part.GetSyntax().DescendantNodes().OfType<SimpleNameSyntax>())
        {
            if (name.Identifier.ValueText == variable.Name && name.Parent is not (NameColonSyntax or NameEqualsSyntax)
                && semantics.GetSymbolInfo(name).Symbol is var symbol && (symbol is null || SymbolEqualityComparer.Default.Equals(symbol.OriginalDefinition, variable)))
            {
                found.Add(symbol is null ? null : StaticUses.Operation(name, semantics));
            }
        }
    }

    /// <summary>A local that only ever holds what is made here, which nobody else is given.</summary>
    private bool IsMadeVariable(ILocalSymbol local, Question question)
    {
        if (question.IsTooLong || UsesOf(local) is not { } found || local.DeclaringSyntaxReferences is not [var declaration])
        {
            return false;
        }

        var rights = new Rights(MayChange: true, MayReturn: local.ContainingSymbol);
        if (!question.OpenMade(local))
        {
            return true;
        }

        if (declaration.GetSyntax() is not VariableDeclaratorSyntax declarator
            || (declarator.Initializer is { Value: var value } && !IsMade(model(declaration.SyntaxTree).GetOperation(value), question)))
        {
            return false;
        }

        return found.All(use => use is not null
            && (use.Parent is ISimpleAssignmentOperation { IsRef: false } assignment && assignment.Target == use ? IsMade(assignment.Value, question) : !OperationCalls.Access(use).Writes)
            && IsContained(use, RightsAt(use, local, rights), question));
    }

    /// <summary>Whether a place or object belongs to what is being made: something may be put into it.</summary>
    private bool IsPartOfWhatIsMade(IOperation place, Question question)
    {
        while (true)
        {
            switch (place)
            {
                case IFieldReferenceOperation { Instance: { } instance }:
                    place = instance;
                    break;
                case IPropertyReferenceOperation { Instance: { } instance }:
                    place = instance;
                    break;
                case IArrayElementReferenceOperation element:
                    place = element.ArrayReference;
                    break;
                case IConversionOperation { OperatorMethod: null } conversion:
                    place = conversion.Operand;
                    break;
                case ILocalReferenceOperation { Local: { RefKind: RefKind.None } local }:
                    return IsMadeVariable(local, question);
                case IMemberReferenceOperation { Instance: null } member:
                    return SymbolEqualityComparer.Default.Equals(member.Member, question.Member);
                default:
                    return false;
            }
        }
    }
}
