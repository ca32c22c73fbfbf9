using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Memo.Analyzers.Effects;
using Memo.Analyzers.Rules;
using Memo.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Memo.CodeFixes.Dependencies;

/// <summary>MEMO401: a template names a parameter or member that is not there, but one of nearly that name is.</summary>
internal sealed class CorrectTemplate : Mending
{
    private static readonly Regex s_hole = new(@"\{([^{}]+)\}");

    public override ImmutableArray<string> Rules { get; } = [DependencyRules.WrongDeclaration.Id];

    public override IEnumerable<Mend> Find(Diagnostic diagnostic, SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        if (node.FirstAncestorOrSelf<AttributeSyntax>() is not { ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax literal }, ..] } attribute
            || literal.Token.Value is not string template
            || attribute.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { } declaration || model.GetDeclaredSymbol(declaration, cancellation) is not { } method)
        {
            yield break;
        }

        var corrected = s_hole.Replace(template, hole => "{" + Nearest(hole.Groups[1].Value, method) + "}");
        if (corrected != template && Declarations.TryParse(corrected, method, out _, out _))
        {
            var text = SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(corrected));
            yield return new($"Change the template to \"{corrected}\"", nameof(CorrectTemplate), editor => editor.ReplaceNode(literal, (_, _) => text), literal);
        }
    }

    private static string Nearest(string hole, IMethodSymbol method)
    {
        var names = hole.Split('.');
        var parameter = Nearest(names[0].Trim(), method.Parameters);
        var type = (parameter as IParameterSymbol)?.Type;
        names[0] = parameter?.Name ?? names[0];
        for (var i = 1; i < names.Length && type is not null; i++)
        {
            var member = Nearest(names[i].Trim(), type.GetMembers().Where(member => member is { IsStatic: false, IsImplicitlyDeclared: false } and (IPropertySymbol or IFieldSymbol)));
            names[i] = member?.Name ?? names[i];
            type = member is null ? null : Declarations.Member(type, member.Name);
        }

        return string.Join(".", names);
    }

    // One that is the same but for its case, else one that is a few letters away.
    private static ISymbol? Nearest(string name, IEnumerable<ISymbol> symbols) => symbols
        .Select(symbol => (Symbol: symbol, Distance: symbol.Name == name ? -1 : string.Equals(symbol.Name, name, StringComparison.OrdinalIgnoreCase) ? 0 : Distance(symbol.Name, name)))
        .Where(each => each.Distance <= Math.Max(1, name.Length / 3))
        .OrderBy(each => each.Distance).ThenBy(each => each.Symbol.Name, StringComparer.Ordinal)
        .Select(each => each.Symbol).FirstOrDefault();

    // Letters that are missing, too many, other ones, or swapped with their neighbour: F. J. Damerau, A technique for computer detection and correction of
    // spelling errors, 1964; in the form that edits no letter twice.
    private static int Distance(string left, string right)
    {
        var distances = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++)
        {
            for (var j = 0; j <= right.Length; j++)
            {
                distances[i, j] = i == 0 || j == 0 ? i + j
                    : Math.Min(Math.Min(distances[i - 1, j], distances[i, j - 1]) + 1, distances[i - 1, j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    distances[i, j] = Math.Min(distances[i, j], distances[i - 2, j - 2] + 1);
                }
            }
        }

        return distances[left.Length, right.Length];
    }
}
