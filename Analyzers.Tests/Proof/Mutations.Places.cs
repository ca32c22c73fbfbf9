using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Memo.Analyzers.Tests.Proof;

/// <summary>Changes of what surrounds code, and of where it stands, that change no meaning.</summary>
internal static partial class Mutations
{
    private static IEnumerable<Mutation> OfPlaces(SyntaxNode root)
    {
        yield return new("a using is added", new TextSpan(0, 0), "using System.Xml;\n");
        yield return new("line endings", [.. root.DescendantTrivia(descendIntoTrivia: true).Where(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)).Select(trivia => new TextChange(trivia.Span, "\r\n"))]);
        foreach (var member in root.DescendantNodes().OfType<MemberDeclarationSyntax>().Where(member => member is not (EnumMemberDeclarationSyntax or BaseNamespaceDeclarationSyntax)))
        {
            yield return new("documentation", new TextSpan(member.SpanStart, 0), "/// <summary>Why.</summary>\n");
            yield return new("a region", new TextChange(new(member.SpanStart, 0), "\n#region A\n"), new TextChange(new(member.Span.End, 0), "\n#endregion\n"));
            if (member is MethodDeclarationSyntax method)
            {
                yield return new("[Obsolete]", new TextSpan(method.SpanStart, 0), "[System.Obsolete(\"why\")] ");
                foreach (var modifier in method.Modifiers.Where(modifier => modifier.IsKind(SyntaxKind.PrivateKeyword)))
                {
                    yield return new("accessibility", modifier.Span, "internal");
                }

                if (method.Parent is TypeDeclarationSyntax type and not ExtensionBlockDeclarationSyntax)
                {
                    yield return ToOtherPart(type, method);
                }
            }
        }

        foreach (var space in root.DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>())
        {
            foreach (var mutation in space.Members.Zip(space.Members.Skip(1)).SelectMany(pair => Swapped("the order of types", pair.First, pair.Second)))
            {
                yield return mutation;
            }
        }
    }

    private static Mutation ToOtherPart(TypeDeclarationSyntax type, MethodDeclarationSyntax method)
    {
        var head = string.Join(' ', type.ChildTokens().SkipWhile(token => token != type.Keyword).TakeWhile(token => token != type.Identifier).Append(type.Identifier)) + type.TypeParameterList;
        var changes = new List<TextChange> { new(method.Span, ""), new(new(type.Span.End, 0), $"\npartial {head} {{ {method} }}\n") };
        if (!type.Modifiers.Any(SyntaxKind.PartialKeyword))
        {
            changes.Insert(0, new(new(type.Keyword.SpanStart, 0), "partial "));
        }

        return new("a method is moved to another part", [.. changes]);
    }
}
