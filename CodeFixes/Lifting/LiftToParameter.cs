using System.Collections.Immutable;
using Memo.Analyzers.Findings;
using Memo.Analyzers.Rules;
using Memo.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Memo.CodeFixes.Lifting;

/// <summary>
/// MEMO102, MEMO104, MEMO105: what the method finds out by itself, its callers pass to it: <c>DateTime.UtcNow</c> moves to where the method is called, and every method
/// on the way hands it on.
/// </summary>
internal sealed class LiftToParameter : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [PurityRules.ReadsStatic.Id, PurityRules.Nondeterministic.Id, PurityRules.Ambient.Id];

    /// <summary>None: it changes signatures, one after the other.</summary>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (await PlanAsync(context.Document.Project, diagnostic, context.CancellationToken).ConfigureAwait(false) is var (lifted, change)
                && await change.ApplyAsync(context.CancellationToken).ConfigureAwait(false) is var changed
                && await CompilesAsWell.AskAsync(context.Document.Project.Solution, changed, [], context.CancellationToken).ConfigureAwait(false))
            {
                context.RegisterCodeFix(
                    CodeAction.Create($"Lift '{lifted.Expression.WithoutTrivia()}' to a parameter", _ => Task.FromResult(changed), nameof(LiftToParameter)), diagnostic);
            }
        }
    }

    private static async Task<(LiftedExpression Lifted, SignatureChange Change)?> PlanAsync(Project project, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (diagnostic.AdditionalLocations is not [{ SourceTree: { } tree } culprit, ..] || project.GetDocument(tree) is not { } document
            || !diagnostic.Properties.TryGetValue(Finding.WayProperty, out var way) || way is null
            || await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root
            || await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model
            || LiftedExpression.Find(root.FindNode(culprit.SourceSpan, getInnermostNodeForTie: true), model, cancellation) is not { } lifted)
        {
            return null;
        }

        var symbols = way.Split('\n').Select(id => DocumentationCommentId.GetFirstSymbolForDeclarationId(id, model.Compilation)).ToList();
        var methods = symbols.OfType<IMethodSymbol>().ToList();
        // Accessors, constructors and initializers have no signature of their own to change.
        return methods.Count == symbols.Count && await SignatureChange.PlanAsync(project.Solution, lifted, methods, cancellation).ConfigureAwait(false) is { } change ? (lifted, change) : null;
    }
}
