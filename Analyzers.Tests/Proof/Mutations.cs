using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Memo.Analyzers.Tests.Proof;

/// <summary>
/// Every small change of a file, one at a time and always in the same order: those that can change what it computes. Many do not
/// compile; that is for the compiler to say.
/// </summary>
internal static partial class Mutations
{
    private static readonly ImmutableDictionary<SyntaxKind, string[]> s_operators = new Dictionary<SyntaxKind, string[]>
    {
        [SyntaxKind.AddExpression] = ["-", "*"], [SyntaxKind.SubtractExpression] = ["+"], [SyntaxKind.MultiplyExpression] = ["+"],
        [SyntaxKind.DivideExpression] = ["*"], [SyntaxKind.ModuloExpression] = ["/"], [SyntaxKind.LeftShiftExpression] = [">>"],
        [SyntaxKind.RightShiftExpression] = [">>>", "<<"], [SyntaxKind.UnsignedRightShiftExpression] = [">>"], [SyntaxKind.BitwiseAndExpression] = ["|"],
        [SyntaxKind.BitwiseOrExpression] = ["^"], [SyntaxKind.ExclusiveOrExpression] = ["&"], [SyntaxKind.LogicalAndExpression] = ["||", "&"],
        [SyntaxKind.LogicalOrExpression] = ["&&", "|"], [SyntaxKind.EqualsExpression] = ["!="], [SyntaxKind.NotEqualsExpression] = ["=="],
        [SyntaxKind.LessThanExpression] = ["<=", ">"], [SyntaxKind.LessThanOrEqualExpression] = ["<"], [SyntaxKind.GreaterThanExpression] = [">=", "<"],
        [SyntaxKind.GreaterThanOrEqualExpression] = [">"], [SyntaxKind.AddAssignmentExpression] = ["-=", "="], [SyntaxKind.SubtractAssignmentExpression] = ["+="],
        [SyntaxKind.MultiplyAssignmentExpression] = ["+="], [SyntaxKind.DivideAssignmentExpression] = ["*="], [SyntaxKind.ModuloAssignmentExpression] = ["/="],
        [SyntaxKind.ExclusiveOrAssignmentExpression] = ["|="], [SyntaxKind.OrAssignmentExpression] = ["&="], [SyntaxKind.AndAssignmentExpression] = ["|="],
        [SyntaxKind.LeftShiftAssignmentExpression] = [">>="], [SyntaxKind.RightShiftAssignmentExpression] = ["<<="], [SyntaxKind.CoalesceAssignmentExpression] = ["="],
    }.ToImmutableDictionary();

    private static readonly ImmutableDictionary<string, string[]> s_types = new Dictionary<string, string[]>
    {
        ["int"] = ["long", "uint"], ["long"] = ["int", "ulong"], ["double"] = ["float"], ["uint"] = ["int"], ["ulong"] = ["long"], ["byte"] = ["int"],
        ["float"] = ["double"], ["decimal"] = ["double"], ["char"] = ["int"], ["string"] = ["object"], ["bool"] = ["object"], ["short"] = ["int"],
    }.ToImmutableDictionary();

    /// <summary>What may change meaning.</summary>
    public static IEnumerable<Mutation> OfMeaning(SyntaxTree tree)
    {
        foreach (var node in tree.GetRoot().DescendantNodes())
        {
            if (node.AncestorsAndSelf().OfType<AttributeSyntax>().FirstOrDefault() is { } attribute && attribute.Name.ToString() == "Memoize")
            {
                continue;
            }

            var found = node switch
            {
                LiteralExpressionSyntax literal => Literals(literal),
                BinaryExpressionSyntax binary => Operators(binary.OperatorToken, binary.Kind()).Concat(Operands(binary)),
                AssignmentExpressionSyntax assignment => Operators(assignment.OperatorToken, assignment.Kind()),
                PrefixUnaryExpressionSyntax prefix => Prefixes(prefix),
                PostfixUnaryExpressionSyntax { OperatorToken.RawKind: (int)SyntaxKind.PlusPlusToken } postfix => [new("postfix", postfix.Span, "++" + postfix.Operand), new("postfix", postfix.OperatorToken.Span, "--")],
                ArgumentListSyntax arguments => Arguments([.. arguments.Arguments]),
                InvocationExpressionSyntax invocation => Calls(invocation),
                ConditionalExpressionSyntax choice => [new("a condition is negated", choice.Condition.Span, $"!({choice.Condition})"), .. Swapped("the branches of a condition", choice.WhenTrue, choice.WhenFalse)],
                IfStatementSyntax { Condition: { } condition } => [new("a condition is negated", condition.Span, $"!({condition})")],
                WhileStatementSyntax { Condition: { } condition } => [new("a condition is negated", condition.Span, $"!({condition})")],
                BlockSyntax block => Statements(block),
                SwitchExpressionSyntax choice => choice.Arms.Zip(choice.Arms.Skip(1)).SelectMany(pair => Swapped("the order of arms", pair.First, pair.Second)),
                PredefinedTypeSyntax type => s_types.GetValueOrDefault(type.ToString(), []).Select(other => new Mutation("a type", type.Span, other)),
                RelationalPatternSyntax relation => [new("a pattern", relation.OperatorToken.Span, Relation(relation.OperatorToken.Text))],
                BinaryPatternSyntax pattern => [new("a pattern", pattern.OperatorToken.Span, pattern.OperatorToken.Text == "and" ? "or" : "and")],
                UnaryPatternSyntax { Pattern: { } inner } pattern => [new("a pattern", pattern.Span, inner.ToString())],
                CheckedExpressionSyntax check => [new("checked", check.Keyword.Span, check.Keyword.Text == "checked" ? "unchecked" : "checked"), new("checked", check.Span, "(" + check.Expression + ")")],
                CheckedStatementSyntax check => [new("checked", check.Keyword.Span, check.Keyword.Text == "checked" ? "unchecked" : "checked")],
                EnumMemberDeclarationSyntax { EqualsValue: null } value => [new("an enum's value", value.Span, value + " = 77"), new("an enum member's name", value.Identifier.Span, value.Identifier + "_")],
                ParameterListSyntax parameters => Parameters(parameters),
                TypeDeclarationSyntax type => Modifiers(type.Modifiers).Concat(Members(type)),
                PropertyDeclarationSyntax { Initializer: { } value } => [new("an initializer is removed", value.Span, "= default!"), .. Modifiers(((PropertyDeclarationSyntax)node).Modifiers)],
                MemberDeclarationSyntax member => Modifiers(member.Modifiers),
                VariableDeclaratorSyntax { Initializer: { } value, Parent.Parent: FieldDeclarationSyntax } => [new("an initializer is removed", value.Span, "")],
                AttributeListSyntax list => [new("an attribute is removed", list.Span, "")],
                CastExpressionSyntax cast => [new("a cast is removed", cast.Span, "(" + cast.Expression + ")")],
                InterpolationFormatClauseSyntax format => [new("a format", format.Span, ":X4")],
                InterpolatedStringTextSyntax text => [new("a literal", text.Span, text.TextToken.Text + "_")],
                BreakStatementSyntax { Parent.Parent: not SwitchStatementSyntax } jump => [new("a jump", jump.Span, "continue;")],
                ContinueStatementSyntax jump => [new("a jump", jump.Span, "break;")],
                CatchDeclarationSyntax caught => [new("what is caught", caught.Type.Span, "System.TimeoutException")],
                IdentifierNameSyntax { Parent: not (MemberAccessExpressionSyntax or NameColonSyntax or QualifiedNameSyntax or TypeArgumentListSyntax) } name => OtherNames(name),
                _ => [],
            };
            foreach (var mutation in found)
            {
                yield return mutation;
            }
        }
    }

    private static string Relation(string token) => token switch { "<" => "<=", "<=" => ">", ">" => ">=", _ => "<" };

    private static IEnumerable<Mutation> Literals(LiteralExpressionSyntax literal)
    {
        switch (literal.Kind())
        {
            case SyntaxKind.NumericLiteralExpression:
                var suffix = string.Concat(literal.Token.Text.Reverse().TakeWhile(c => c is 'L' or 'U' or 'u' or 'm').Reverse());
                yield return literal.Token.Value is int number
                    ? new("a literal", literal.Span, (number == int.MaxValue ? number - 1 : number + 1).ToString(CultureInfo.InvariantCulture))
                    : new("a literal", literal.Span, literal.Token.Value is double d ? (d + 0.5).ToString("R", CultureInfo.InvariantCulture) + "d" : "3" + suffix);
                yield return new("a literal's type", literal.Span, literal.Token.Value is int ? literal.Token.Text + "L" : "(int)" + literal.Token.Text);
                break;
            case SyntaxKind.StringLiteralExpression:
                yield return new("a literal", literal.Span, literal.Token.Text.EndsWith("u8", StringComparison.Ordinal) ? "\"?\"u8" : "\"" + "?" + "\"");
                break;
            case SyntaxKind.CharacterLiteralExpression:
                yield return new("a literal", literal.Span, literal.Token.ValueText == "~" ? "'#'" : "'~'");
                break;
            case SyntaxKind.TrueLiteralExpression:
                yield return new("a literal", literal.Span, "false");
                break;
            case SyntaxKind.FalseLiteralExpression:
                yield return new("a literal", literal.Span, "true");
                break;
            case SyntaxKind.NullLiteralExpression:
                yield return new("a literal", literal.Span, "\"\"");
                break;
        }
    }

    private static IEnumerable<Mutation> Operators(SyntaxToken token, SyntaxKind kind) =>
        s_operators.GetValueOrDefault(kind, []).Select(other => new Mutation("an operator", token.Span, other));

    private static IEnumerable<Mutation> Operands(BinaryExpressionSyntax binary) =>
        binary.IsKind(SyntaxKind.IsExpression) || binary.IsKind(SyntaxKind.AsExpression) ? []
            : [.. Swapped("the operands", binary.Left, binary.Right), new("an operand is removed", binary.Span, binary.Left.ToString())];

    private static IEnumerable<Mutation> Prefixes(PrefixUnaryExpressionSyntax prefix) => prefix.OperatorToken.Text switch
    {
        "!" or "-" or "~" => [new("an operator is removed", prefix.Span, "(" + prefix.Operand + ")")],
        "^" => [new("an index from the end", prefix.Span, prefix.Operand.ToString())],
        _ => [],
    };

    private static IEnumerable<Mutation> Arguments(ArgumentSyntax[] arguments)
    {
        foreach (var pair in arguments.Zip(arguments.Skip(1)))
        {
            yield return new("arguments are swapped", new TextChange(pair.First.Span, pair.Second.ToString()), new TextChange(pair.Second.Span, pair.First.ToString()));
            yield return new("another argument", pair.First.Span, pair.Second.ToString());
        }

        foreach (var argument in arguments.Where(argument => argument.RefKindKeyword.RawKind == 0))
        {
            yield return new("an argument is default", argument.Expression.Span, "default");
        }

        if (arguments.Length > 1)
        {
            yield return new("an argument is removed", TextSpan.FromBounds(arguments[^2].Span.End, arguments[^1].Span.End), "");
        }
    }

    private static IEnumerable<Mutation> Calls(InvocationExpressionSyntax invocation)
    {
        if (invocation.Expression is MemberAccessExpressionSyntax access)
        {
            yield return new("a call is removed", invocation.Span, access.Expression.ToString());
            string[] others = access.Name.Identifier.Text switch
            {
                "Min" => ["Max"], "Max" => ["Min"], "First" => ["Last"], "Last" => ["First"], "Any" => ["All"], "All" => ["Any"], "Select" => ["Where"], "OrderBy" => ["OrderByDescending"],
                "Skip" => ["Take"], "Take" => ["Skip"], "Floor" => ["Ceiling"], "Sin" => ["Cos"], "Sqrt" => ["Abs"], "Push" => ["TryPush"], "StartsWith" => ["EndsWith", "Contains"],
                "IndexOf" => ["LastIndexOf"], "TrimStart" => ["TrimEnd"], "Sum" => ["Count"], "IsDigit" => ["IsLetter"], "IsLetter" => ["IsDigit"], "ToUpperInvariant" => ["ToLowerInvariant"], _ => [],
            };
            foreach (var other in others)
            {
                yield return new("another method", access.Name.Identifier.Span, other);
            }
        }
        else if (invocation.ArgumentList.Arguments is [var only])
        {
            yield return new("a call is removed", invocation.Span, "(" + only.Expression + ")");
        }

        // Another method of the file that takes as many arguments.
        if (invocation.Expression is IdentifierNameSyntax { Identifier: var name } && invocation.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type)
        {
            foreach (var other in type.Members.OfType<MethodDeclarationSyntax>()
                .Where(method => method.Identifier.Text != name.Text && method.ParameterList.Parameters.Count == invocation.ArgumentList.Arguments.Count).Take(2))
            {
                yield return new("another method", name.Span, other.Identifier.Text);
            }
        }
    }

    private static IEnumerable<Mutation> Statements(BlockSyntax block)
    {
        foreach (var statement in block.Statements.Where(statement => statement is not LocalFunctionStatementSyntax))
        {
            yield return new("a statement is removed", statement.Span, "");
        }

        foreach (var pair in block.Statements.Zip(block.Statements.Skip(1)))
        {
            foreach (var mutation in Swapped("the order of statements", pair.First, pair.Second))
            {
                yield return mutation;
            }
        }
    }

    private static IEnumerable<Mutation> Parameters(ParameterListSyntax parameters)
    {
        foreach (var pair in parameters.Parameters.Zip(parameters.Parameters.Skip(1)))
        {
            yield return new(parameters.Parent is RecordDeclarationSyntax ? "a record's parameters" : "the order of parameters",
                new TextChange(pair.First.Span, pair.Second.ToString()), new TextChange(pair.Second.Span, pair.First.ToString()));
        }
    }

    private static IEnumerable<Mutation> Modifiers(SyntaxTokenList modifiers)
    {
        foreach (var modifier in modifiers.Where(modifier => modifier.Text is "static" or "virtual" or "override" or "sealed" or "readonly"))
        {
            yield return new("a modifier is removed", modifier.Span, "");
            if (modifier.Text == "override")
            {
                yield return new("new for override", modifier.Span, "new");
            }
        }
    }

    private static IEnumerable<Mutation> Members(TypeDeclarationSyntax type)
    {
        foreach (var pair in type.Members.Zip(type.Members.Skip(1)))
        {
            var kind = pair is { First: FieldDeclarationSyntax, Second: FieldDeclarationSyntax } ? "the order of fields" : "the order of members";
            foreach (var mutation in Swapped(kind, pair.First, pair.Second))
            {
                yield return mutation;
            }
        }
    }

    // Another variable of the same member: what does not fit does not compile.
    private static IEnumerable<Mutation> OtherNames(IdentifierNameSyntax name)
    {
        if (name.FirstAncestorOrSelf<BaseMethodDeclarationSyntax>() is not { } member)
        {
            return [];
        }

        var names = member.ParameterList.Parameters.Select(parameter => parameter.Identifier.Text)
            .Concat(member.DescendantNodes().OfType<VariableDeclaratorSyntax>().Where(local => local.Span.End < name.SpanStart).Select(local => local.Identifier.Text))
            .Distinct().ToList();
        return names.Contains(name.Identifier.Text)
            ? names.Where(other => other != name.Identifier.Text).TakeLast(1).Select(other => new Mutation("another variable", name.Span, other))
            : [];
    }

    private static Mutation[] Swapped(string kind, SyntaxNode first, SyntaxNode second) =>
        first.IsEquivalentTo(second) ? [] : [new(kind, new TextChange(first.Span, second.ToString()), new TextChange(second.Span, first.ToString()))];
}
