using System.Collections.Immutable;
using Memo.Analyzers.Rules;
using Memo.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Memo.CodeFixes.Purity;

/// <summary>MEMO101: <c>File.ReadAllText(…)</c> becomes <c>TrackedFile.ReadAllText(…)</c>: what was really read is part of the result's identity.</summary>
internal sealed class ReadThroughTracked : Mending
{
    public override ImmutableArray<string> Rules { get; } = [PurityRules.PerformsIO.Id, DependencyRules.Part.Id];

    public override Location Place(Diagnostic diagnostic) => Culprit(diagnostic);

    public override IEnumerable<Mend> Find(Diagnostic diagnostic, SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        if (node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { Expression: MemberAccessExpressionSyntax access } call
            || model.GetSymbolInfo(call, cancellation).Symbol is not IMethodSymbol { IsStatic: true, ContainingType: { Name: "File" or "Directory", ContainingNamespace: { Name: "IO", ContainingNamespace.Name: "System" } } owner } read
            || model.Compilation.GetTypeByMetadataName("Memo.Tracked" + owner.Name) is not { } tracked
            || !tracked.GetMembers(read.Name).OfType<IMethodSymbol>().Any(same => same.Parameters.Select(parameter => parameter.Type).SequenceEqual(read.Parameters.Select(parameter => parameter.Type), SymbolEqualityComparer.Default)
                && SymbolEqualityComparer.Default.Equals(same.ReturnType, read.ReturnType)))
        {
            yield break;
        }

        yield return new(
            $"Read through '{tracked.Name}'", nameof(ReadThroughTracked),
            editor => editor.ReplaceNode(access.Expression, (current, generator) => Imports.NameOf(tracked, model, access.SpanStart, generator).WithTriviaFrom(current)), access);
    }
}
