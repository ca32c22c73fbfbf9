using Memo.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.FindSymbols;
using Microsoft.CodeAnalysis.Text;

namespace Memo.CodeFixes.Lifting;

/// <summary>One more parameter for some methods, for what they override or implement and what overrides or implements them, and an argument at every call.</summary>
internal sealed class SignatureChange
{
    private readonly Solution _solution;
    private readonly LiftedExpression _lifted;
    private readonly string _name;
    private readonly Dictionary<DocumentId, List<(TextSpan Span, Action<SyntaxEditor, SyntaxNode> Edit)>> _edits = [];
    private readonly HashSet<IMethodSymbol> _methods = new(SymbolEqualityComparer.Default);

    private SignatureChange(Solution solution, LiftedExpression lifted, string name)
    {
        _solution = solution;
        _lifted = lifted;
        _name = name;
    }

    /// <summary>Null where a declaration or a use cannot be changed.</summary>
    /// <param name="solution">All of it.</param>
    /// <param name="lifted">What the parameter stands for.</param>
    /// <param name="way">The methods from the memoized one to the one that has the expression.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<SignatureChange?> PlanAsync(Solution solution, LiftedExpression lifted, IReadOnlyList<IMethodSymbol> way, CancellationToken cancellation)
    {
        var name = FreeName(lifted.Name, way);
        var change = new SignatureChange(solution, lifted, name);
        foreach (var method in way)
        {
            if (!await change.AddWithRelativesAsync(method, cancellation).ConfigureAwait(false))
            {
                return null;
            }
        }

        foreach (var method in change._methods)
        {
            if (!await change.AddDeclarationsAsync(method, cancellation).ConfigureAwait(false) || !await change.AddCallsAsync(method, cancellation).ConfigureAwait(false))
            {
                return null;
            }
        }

        change.Add(lifted.Expression, (editor, node) => editor.ReplaceNode(node, (current, _) => SyntaxFactory.IdentifierName(name).WithTriviaFrom(current)));
        return change;
    }

    public async Task<Solution> ApplyAsync(CancellationToken cancellation)
    {
        var changed = _solution;
        foreach (var edits in _edits)
        {
            var root = (await _solution.GetDocument(edits.Key)!.GetSyntaxRootAsync(cancellation).ConfigureAwait(false))!;
            var editor = new SyntaxEditor(root, _solution.Services);
            foreach (var (span, edit) in edits.Value)
            {
                edit(editor, root.FindNode(span, getInnermostNodeForTie: true));
            }

            changed = changed.WithDocumentSyntaxRoot(edits.Key, editor.GetChangedRoot());
        }

        return await Imports.AddAsync(changed, _edits.Keys, cancellation).ConfigureAwait(false);
    }

    private static string FreeName(string name, IEnumerable<IMethodSymbol> methods)
    {
        var taken = new HashSet<string>(methods.SelectMany(method => method.DeclaringSyntaxReferences).SelectMany(part => part.GetSyntax().DescendantTokens())
            .Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.ValueText), StringComparer.Ordinal);
        while (!taken.Add(name))
        {
            name += "1";
        }

        return name;
    }

    private async Task<bool> AddWithRelativesAsync(IMethodSymbol method, CancellationToken cancellation)
    {
        if (!_methods.Add(method.OriginalDefinition))
        {
            return true;
        }

        if (method.MethodKind != MethodKind.Ordinary || method.PartialDefinitionPart is not null || method.PartialImplementationPart is not null || method.DeclaringSyntaxReferences.IsEmpty)
        {
            return false;
        }

        var relatives = new List<ISymbol>(await SymbolFinder.FindOverridesAsync(method, _solution, cancellationToken: cancellation).ConfigureAwait(false));
        relatives.AddRange(await SymbolFinder.FindImplementationsAsync(method, _solution, cancellationToken: cancellation).ConfigureAwait(false));
        relatives.AddRange(await SymbolFinder.FindImplementedInterfaceMembersAsync(method, _solution, cancellationToken: cancellation).ConfigureAwait(false));
        if (method.OverriddenMethod is { } overridden)
        {
            relatives.Add(overridden);
        }

        foreach (var relative in relatives)
        {
            if (relative is not IMethodSymbol other || !await AddWithRelativesAsync(other, cancellation).ConfigureAwait(false))
            {
                return false;
            }
        }

        return true;
    }

    private async Task<bool> AddDeclarationsAsync(IMethodSymbol method, CancellationToken cancellation)
    {
        foreach (var part in method.DeclaringSyntaxReferences)
        {
            if (part.GetSyntax(cancellation) is not MethodDeclarationSyntax declaration || _solution.GetDocument(part.SyntaxTree) is not { } document || document is SourceGeneratedDocument
                || await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model)
            {
                return false;
            }

            var position = Position(method);
            Add(declaration.ParameterList, (editor, node) => editor.ReplaceNode(node, (current, generator) => Insert(
                (ParameterListSyntax)current, position, (ParameterSyntax)generator.ParameterDeclaration(_name, Imports.NameOf(_lifted.Type, model, declaration.SpanStart, generator)))));
        }

        return true;
    }

    private async Task<bool> AddCallsAsync(IMethodSymbol method, CancellationToken cancellation)
    {
        foreach (var found in await SymbolFinder.FindReferencesAsync(method, _solution, cancellation).ConfigureAwait(false))
        {
            // Generated files are made anew: our own interceptors call the method, too.
            foreach (var reference in found.Locations.Where(reference => !reference.IsImplicit && reference.Document is not SourceGeneratedDocument))
            {
                var root = await reference.Document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
                var model = await reference.Document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
                var name = root?.FindNode(reference.Location.SourceSpan, getInnermostNodeForTie: true, findInsideTrivia: true);
                if (root is null || model is null || name is null)
                {
                    return false;
                }

                if (name.FirstAncestorOrSelf<CrefSyntax>() is not null || IsInNameOf(name))
                {
                    continue; // it names the method, whatever its parameters are
                }

                if (Call(name) is not { } call || !AddCall(call, method, model, cancellation))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private bool AddCall(InvocationExpressionSyntax call, IMethodSymbol method, SemanticModel model, CancellationToken cancellation)
    {
        if (call.Ancestors().Any(node => node is AttributeSyntax) || model.GetSymbolInfo(call, cancellation).Symbol is not IMethodSymbol called)
        {
            return false;
        }

        var caller = model.GetEnclosingSymbol(call.SpanStart, cancellation);
        var isStatic = false;
        while (caller is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction } function)
        {
            isStatic |= function.IsStatic;
            caller = function.ContainingSymbol;
        }

        var isPassedOn = caller is IMethodSymbol outer && _methods.Contains(outer.OriginalDefinition);
        if ((isPassedOn && isStatic) || (!isPassedOn && !model.IsAccessible(call.SpanStart, _lifted.Member)))
        {
            return false;
        }

        var argument = SyntaxFactory.Argument(isPassedOn ? SyntaxFactory.IdentifierName(_name) : _lifted.Elsewhere);
        // An extension method that is called on its first argument has one less in parentheses.
        var position = Position(method) - (called.ReducedFrom is null ? 0 : 1);
        var isNamed = call.ArgumentList.Arguments.Any(each => each.NameColon is not null) || call.ArgumentList.Arguments.Count < position;
        Add(call.ArgumentList, (editor, node) => editor.ReplaceNode(node, (current, _) => current is not ArgumentListSyntax list ? current
            : isNamed ? list.AddArguments(argument.WithNameColon(SyntaxFactory.NameColon(_name)))
            : Insert(list, position, argument)));
        return true;
    }

    // Behind the parameters that every call has to give.
    private static int Position(IMethodSymbol method) => method.Parameters.TakeWhile(parameter => !parameter.IsOptional && !parameter.IsParams).Count();

    private static InvocationExpressionSyntax? Call(SyntaxNode name)
    {
        var callee = name.FirstAncestorOrSelf<SimpleNameSyntax>() as ExpressionSyntax;
        while (callee?.Parent is MemberAccessExpressionSyntax access && access.Name == callee || callee?.Parent is MemberBindingExpressionSyntax binding && binding.Name == callee)
        {
            callee = (ExpressionSyntax)callee.Parent;
        }

        return callee?.Parent is InvocationExpressionSyntax call && call.Expression == callee ? call : null;
    }

    private static bool IsInNameOf(SyntaxNode name) =>
        name.Ancestors().OfType<InvocationExpressionSyntax>().Any(call => call.Expression is IdentifierNameSyntax { Identifier.ValueText: "nameof" });

    private static ParameterListSyntax Insert(ParameterListSyntax list, int position, ParameterSyntax parameter) =>
        list.WithParameters(Insert(list.Parameters, position, parameter));

    private static ArgumentListSyntax Insert(ArgumentListSyntax list, int position, ArgumentSyntax argument) =>
        list.WithArguments(Insert(list.Arguments, position, argument));

    private static SeparatedSyntaxList<T> Insert<T>(SeparatedSyntaxList<T> list, int position, T item) where T : SyntaxNode => list.Insert(Math.Min(position, list.Count), item);

    private void Add(SyntaxNode node, Action<SyntaxEditor, SyntaxNode> edit)
    {
        var document = _solution.GetDocument(node.SyntaxTree)!.Id;
        if (!_edits.TryGetValue(document, out var edits))
        {
            _edits.Add(document, edits = []);
        }

        // A call of a member and of what it overrides is found as both.
        if (!edits.Any(other => other.Span == node.Span))
        {
            edits.Add((node.Span, edit));
        }
    }
}
