using System.Collections.Immutable;
using Memo.Analyzers.Findings;
using Memo.Analyzers.Rules;
using Memo.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Memo.CodeFixes.Purity;

/// <summary>
/// MEMO107, MEMO108, MEMO109: accepts the helper that has the effect, or the code from elsewhere that it calls. The reason is left to whoever knows it; until it is
/// there, MEMO403 asks for it.
/// </summary>
internal sealed class AssumePure : Mending
{
    private const string OfMember = nameof(AssumePure);
    private const string OfAssembly = nameof(AssumePure) + "Everywhere";

    public override ImmutableArray<string> Rules { get; } = [PurityRules.Unverifiable.Id, PurityRules.Unknown.Id, PurityRules.Output.Id];

    public override Location Place(Diagnostic diagnostic) => Culprit(diagnostic);

    public override IEnumerable<Mend> Find(Diagnostic diagnostic, SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        var member = node.FirstAncestorOrSelf<MemberDeclarationSyntax>(each => each is BaseMethodDeclarationSyntax or BasePropertyDeclarationSyntax);
        // On the memoized method itself, it would accept all that is yet to be found.
        if (member is not null && !AttributeInsertion.Find(member, "Memoize", model, cancellation).Any() && model.GetDeclaredSymbol(member, cancellation) is { } declared)
        {
            yield return new($"Assume that '{declared.Name}' is pure: [AssumePure(\"why\")]", OfMember, editor => AttributeInsertion.InsertFirst(editor, member, "AssumePure(\"\")", model), member);
        }

        if (diagnostic.Properties.TryGetValue(Finding.CulpritProperty, out var id) && id is not null
            && DocumentationCommentId.GetFirstSymbolForDeclarationId(id, model.Compilation) is (IMethodSymbol or IPropertySymbol) and { ContainingType: { } owner } culprit
            && !SymbolEqualityComparer.Default.Equals(culprit.ContainingAssembly, model.Compilation.Assembly)
            && node.SyntaxTree.GetRoot(cancellation) is CompilationUnitSyntax unit)
        {
            var text = $"AssumePure({SymbolDisplay.FormatLiteral(id, quote: true)}, \"\")";
            yield return new(
                $"Assume everywhere that '{owner.Name}.{culprit.Name}' is pure: [assembly: AssumePure(…, \"why\")]", OfAssembly,
                editor => editor.ReplaceNode(unit, (current, _) => AttributeInsertion.OnAssembly((CompilationUnitSyntax)current, text, model, unit)), id);
        }
    }
}
