using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Memo.Analyzers.Tests.Proof;

/// <summary>Changes of declarations, of whole clauses, and of what a name stands for.</summary>
internal static partial class Mutations
{
    public static IEnumerable<Mutation> OfDeclarations(SemanticModel model)
    {
        foreach (var node in model.SyntaxTree.GetRoot().DescendantNodes())
        {
            var found = node switch
            {
                MemberAccessExpressionSyntax access when model.GetSymbolInfo(access).Symbol is IFieldSymbol { ContainingType: { TypeKind: TypeKind.Enum } type } value => OtherValue(access.Name, type, value),
                TypeParameterConstraintClauseSyntax clause => [Removed("a constraint", clause)],
                ParameterSyntax parameter => OfParameter(parameter),
                StructDeclarationSyntax type => [new("class for struct", type.Keyword.Span, "class")],
                ClassDeclarationSyntax type => [new("struct for class", type.Keyword.Span, "struct"), .. Added("sealed", type, type.Modifiers, SyntaxKind.SealedKeyword, SyntaxKind.StaticKeyword, SyntaxKind.AbstractKeyword)],
                RecordDeclarationSyntax type => [new("a record's kind", TextSpan.FromBounds(type.Keyword.SpanStart, type.Identifier.SpanStart), type.IsKind(SyntaxKind.RecordStructDeclaration) ? "record " : "record struct ")],
                MethodDeclarationSyntax or PropertyDeclarationSyntax or IndexerDeclarationSyntax when node.Parent is StructDeclarationSyntax or RecordDeclarationSyntax =>
                    Added("readonly", node, ((MemberDeclarationSyntax)node).Modifiers, SyntaxKind.ReadOnlyKeyword, SyntaxKind.StaticKeyword, SyntaxKind.PartialKeyword),
                FieldDeclarationSyntax field => Added("readonly", field, field.Modifiers, SyntaxKind.ReadOnlyKeyword, SyntaxKind.ConstKeyword),
                AccessorDeclarationSyntax { RawKind: (int)SyntaxKind.InitAccessorDeclaration } accessor => [new("set for init", accessor.Keyword.Span, "set")],
                RefTypeSyntax { ReadOnlyKeyword: { RawKind: not 0 } modifier } => [new("a reference becomes writable", modifier.Span, "")],
                BaseExpressionSyntax => [new("this for base", node.Span, "this")],
                LockStatementSyntax statement => [new("a lock is removed", statement.Span, statement.Statement.ToString())],
                LocalDeclarationStatementSyntax { UsingKeyword.RawKind: not 0 } local => [new("a disposal is removed", TextSpan.FromBounds(local.SpanStart, local.Declaration.SpanStart), "")],
                UsingStatementSyntax { Expression: not null } statement => [new("a disposal is removed", statement.Span, statement.Statement.ToString())],
                AwaitExpressionSyntax wait => [new("a wait blocks", wait.Span, $"({wait.Expression}).GetAwaiter().GetResult()")],
                WhenClauseSyntax or CatchFilterClauseSyntax => [Removed("a condition", node)],
                ForStatementSyntax { Condition: { } condition } => [new("a condition is negated", condition.Span, $"!({condition})")],
                DoStatementSyntax { Condition: { } condition } => [new("a condition is negated", condition.Span, $"!({condition})")],
                SwitchSectionSyntax => [Removed("a case", node)],
                SwitchExpressionSyntax choice => WithoutEach("an arm", choice.Arms),
                PropertyPatternClauseSyntax pattern => WithoutEach("a part of a pattern", pattern.Subpatterns),
                ListPatternSyntax pattern => WithoutEach("a part of a pattern", pattern.Patterns),
                CollectionExpressionSyntax collection => WithoutEach("an element", collection.Elements),
                InitializerExpressionSyntax initializer => WithoutEach("an element", initializer.Expressions),
                RangeExpressionSyntax { LeftOperand: { } from, RightOperand: { } to } => [Removed("an end of a range", from), Removed("an end of a range", to)],
                InterpolationAlignmentClauseSyntax alignment => [new("a format", alignment.Value.Span, "9")],
                ElseClauseSyntax => [Removed("a branch", node)],
                FinallyClauseSyntax { Parent: TryStatementSyntax { Catches.Count: > 0 } } => [Removed("a branch", node)],
                CatchClauseSyntax => [Removed("a branch", node)],
                QueryBodySyntax { Clauses: [.., OrderByClauseSyntax or WhereClauseSyntax] } query => [Removed("a clause of a query", query.Clauses[^1])],
                _ => [],
            };
            foreach (var mutation in found)
            {
                yield return mutation;
            }
        }
    }

    private static Mutation Removed(string kind, SyntaxNode node) => new(kind + " is removed", node.Span, "");

    private static IEnumerable<Mutation> OtherValue(SimpleNameSyntax name, INamedTypeSymbol type, IFieldSymbol value) =>
        type.GetMembers().OfType<IFieldSymbol>().Where(other => other.HasConstantValue && !Equals(other.ConstantValue, value.ConstantValue)).Take(2)
            .Select(other => new Mutation("another value of an enum", name.Span, other.Name));

    private static IEnumerable<Mutation> OfParameter(ParameterSyntax parameter)
    {
        foreach (var modifier in parameter.Modifiers)
        {
            yield return new("a parameter's modifier is removed", modifier.Span, "");
        }

        if (parameter is { Modifiers.Count: 0, Type: not null, Parent.Parent: BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or TypeDeclarationSyntax })
        {
            yield return new("a parameter becomes a read-only reference", new TextSpan(parameter.SpanStart, 0), "in ");
        }
    }

    private static IEnumerable<Mutation> Added(string modifier, SyntaxNode declaration, SyntaxTokenList modifiers, params SyntaxKind[] unless)
    {
        if (!modifiers.Any(present => unless.Contains(present.Kind())))
        {
            var place = modifiers.Count > 0 ? modifiers[^1].Span.End : declaration.ChildNodesAndTokens().First(child => child.AsNode() is not AttributeListSyntax).SpanStart;
            yield return new(modifier + " is added", new TextSpan(place, 0), " " + modifier + " ");
        }
    }

    private static IEnumerable<Mutation> WithoutEach<TNode>(string kind, SeparatedSyntaxList<TNode> list) where TNode : SyntaxNode
    {
        for (var i = 0; i < list.Count; i++)
        {
            // With the comma after it, or the one before where there is none.
            yield return new(kind + " is removed", i < list.SeparatorCount ? TextSpan.FromBounds(list[i].SpanStart, list.GetSeparator(i).Span.End)
                : i > 0 ? TextSpan.FromBounds(list.GetSeparator(i - 1).SpanStart, list[i].Span.End)
                : list[i].Span, "");
        }
    }
}
