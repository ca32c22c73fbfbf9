using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Memo.Analyzers.Tests.Proof;

/// <summary>Changes of text that change no meaning; as with the others, the judge has the last word.</summary>
internal static partial class Mutations
{
    public static IEnumerable<Mutation> OfText(SemanticModel model)
    {
        var root = model.SyntaxTree.GetRoot();
        foreach (var mutation in Renames(model, root).Concat(OfPlaces(root)))
        {
            yield return mutation;
        }

        foreach (var node in root.DescendantNodes())
        {
            if (node is StatementSyntax and not BlockSyntax)
            {
                yield return new("a comment", new TextSpan(node.SpanStart, 0), "/* why */ ");
            }

            switch (node)
            {
                case ArrowExpressionClauseSyntax { Parent: MethodDeclarationSyntax { ReturnType: not RefTypeSyntax } method, Expression: not ThrowExpressionSyntax } arrow
                    when method.ReturnType.ToString() is not ("void" or "Task" or "ValueTask"):
                    yield return new("a block for an expression", TextSpan.FromBounds(arrow.SpanStart, method.Span.End), "{ return " + arrow.Expression + "; }");
                    break;
                case MethodDeclarationSyntax { Body: { Statements: [ReturnStatementSyntax { Expression: { } value }] } body }:
                    yield return new("an expression for a block", body.Span, "=> " + value + ";");
                    break;
                case VariableDeclarationSyntax { Parent: LocalDeclarationStatementSyntax, Type: { IsVar: true } type }
                    when model.GetTypeInfo(type).Type is { IsAnonymousType: false } known:
                    yield return new("the type for var", type.Span, known.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat));
                    break;
                case BinaryExpressionSyntax or InvocationExpressionSyntax when node.Parent is BinaryExpressionSyntax or ReturnStatementSyntax or EqualsValueClauseSyntax or ArgumentSyntax:
                    yield return new("parentheses", node.Span, "(" + node + ")");
                    break;
                case IdentifierNameSyntax name when name.Parent is not (MemberAccessExpressionSyntax or NameColonSyntax or AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax })
                    && model.GetSymbolInfo(name).Symbol is IFieldSymbol { IsStatic: false } or IPropertySymbol { IsStatic: false }:
                    yield return new("this.", name.Span, "this." + name);
                    break;
                case LiteralExpressionSyntax { Token.Value: int and >= 0 and var number }:
                    yield return new("a literal's spelling", node.Span, "0x" + number.ToString("x", System.Globalization.CultureInfo.InvariantCulture));
                    break;
                case LiteralExpressionSyntax { Token: { RawKind: (int)SyntaxKind.StringLiteralToken, Text: ['"', .. var text, '"'] } } when !text.Contains('\\', StringComparison.Ordinal):
                    yield return new("a string's spelling", node.Span, "@" + node);
                    if (text.Length > 0)
                    {
                        yield return new("a string's spelling", node.Span, $"\"\\u{(int)text[0]:x4}{text[1..]}\"");
                        yield return new("a string's spelling", node.Span, $"\"\"\"{text}\"\"\"");
                    }

                    break;
                case IdentifierNameSyntax { Parent: not (QualifiedNameSyntax or UsingDirectiveSyntax or AttributeSyntax) } name
                    when model.GetSymbolInfo(name).Symbol is INamedTypeSymbol { IsGenericType: false } type && (name.Parent is not MemberAccessExpressionSyntax access || access.Expression == name):
                    yield return new("a qualified name", name.Span, type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat));
                    break;
                case NullableTypeSyntax nullable when model.GetTypeInfo(nullable).Type is { IsReferenceType: true }:
                    yield return new("a nullable annotation", nullable.QuestionToken.Span, "");
                    break;
                case ArgumentSyntax { NameColon: null, Parent.Parent: InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax } argument
                    when model.GetSymbolInfo(argument.Parent!.Parent!).Symbol is IMethodSymbol method && argument.Parent is ArgumentListSyntax list
                        && list.Arguments.IndexOf(argument) is var place && place < method.Parameters.Length:
                    yield return new("an argument's name", new TextSpan(argument.SpanStart, 0), method.Parameters[place].Name + ": ");
                    break;
                case IfStatementSyntax { Statement: { } statement and not BlockSyntax }:
                    yield return new("braces", statement.Span, "{ " + statement + " }");
                    break;
                case LambdaExpressionSyntax lambda when lambda.Modifiers.Count == 0:
                    yield return new("static on a lambda", new TextSpan(node.SpanStart, 0), "static ");
                    break;
            }
        }
    }

    private static IEnumerable<Mutation> Renames(SemanticModel model, SyntaxNode root)
    {
        var references = root.DescendantNodes().OfType<SimpleNameSyntax>()
            .Select(name => (name.Identifier.Span, Symbol: Declared(model.GetSymbolInfo(name).Symbol)))
            .Where(pair => pair.Symbol is not null)
            .ToLookup(pair => pair.Symbol!, pair => pair.Span, SymbolEqualityComparer.Default);
        foreach (var node in root.DescendantNodes())
        {
            var (kind, name) = node switch
            {
                VariableDeclaratorSyntax { Parent.Parent: not BaseFieldDeclarationSyntax } local => ("a local's name", local.Identifier),
                SingleVariableDesignationSyntax local => ("a local's name", local.Identifier),
                ForEachStatementSyntax loop => ("a local's name", loop.Identifier),
                LabeledStatementSyntax label => ("a label's name", label.Identifier),
                ParameterSyntax { Parent.Parent: not RecordDeclarationSyntax } parameter => ("a parameter's name", parameter.Identifier),
                LocalFunctionStatementSyntax function => ("a local function's name", function.Identifier),
                MethodDeclarationSyntax method when method.Modifiers.Any(SyntaxKind.PrivateKeyword) => ("a private method's name", method.Identifier),
                VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax field } declared when field.Modifiers.Any(SyntaxKind.PrivateKeyword) => ("a private field's name", declared.Identifier),
                _ => default,
            };
            if (kind is not null && model.GetDeclaredSymbol(node) is { } symbol)
            {
                yield return new(kind, [.. references[symbol].Append(name.Span).Distinct().OrderBy(span => span.Start).Select(span => new TextChange(span, name.Text + "Other"))]);
            }
        }
    }

    private static ISymbol? Declared(ISymbol? symbol) => symbol?.OriginalDefinition;
}
