using System.Collections.Immutable;
using System.Composition;
using Memo.Analyzers.Findings;
using Memo.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Memo.CodeFixes;

/// <summary>MEMO101 on a file whose path the parameters give: declares it with <c>[DependsOnFile("{path}")]</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DeclareFileDependency))]
[Shared]
public sealed class DeclareFileDependency : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [PurityRules.PerformsIO.Id];

    // Two files read in one method are two attributes at one place: merging text changes would lose one of them.
    public override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(static async (context, document, diagnostics) =>
        await DeclareAsync(document, diagnostics, context.CancellationToken).ConfigureAwait(false));

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            // Without a template, no attribute could name the file.
            if (root is not null && Template(diagnostic) is { } template && Method(root, diagnostic) is not null)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        $"Declare the dependency: [DependsOnFile(\"{template}\")]",
                        cancellation => DeclareAsync(context.Document, [diagnostic], cancellation),
                        equivalenceKey: nameof(DeclareFileDependency)),
                    diagnostic);
            }
        }
    }

    private static string? Template(Diagnostic diagnostic) =>
        diagnostic.Properties.TryGetValue(Finding.TemplateProperty, out var template) ? template : null;

    private static MethodDeclarationSyntax? Method(SyntaxNode root, Diagnostic diagnostic) =>
        root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<MethodDeclarationSyntax>() is { AttributeLists.Count: > 0 } method
            ? method
            : null;

    private static async Task<Document> DeclareAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        if (root is null || model is null)
        {
            return document;
        }

        var templates = new Dictionary<MethodDeclarationSyntax, List<string>>();
        foreach (var diagnostic in diagnostics.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start))
        {
            if (Template(diagnostic) is { } template && Method(root, diagnostic) is { } method)
            {
                if (!templates.TryGetValue(method, out var declared))
                {
                    templates.Add(method, declared = []);
                }

                if (!declared.Contains(template))
                {
                    declared.Add(template);
                }
            }
        }

        return document.WithSyntaxRoot(root.ReplaceNodes(
            templates.Keys,
            (original, _) => new AttributeInsertion(original, model, cancellation).Insert("DependsOnFile", templates[original])));
    }
}
