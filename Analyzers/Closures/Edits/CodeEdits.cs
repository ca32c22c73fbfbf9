using Memo.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Memo.Analyzers.Closures.Edits;

/// <summary>
/// What differs between the code of a compilation and that of a later one: some bodies. They are bound as if they stood in the former, so
/// that all symbols are its own; the places are those of the later.
/// </summary>
internal sealed class CodeEdits
{
    private const int MostFiles = 8;
    private const int MostBodies = 32; // from there on, it is cheaper to begin anew than to bind all of them after each key

    private readonly Dictionary<SyntaxTree, TreeEdits> _byOld;
    private readonly Dictionary<SyntaxTree, TreeEdits> _byNew;
    private readonly Dictionary<SyntaxNode, IOperation> _bound = [];
    private readonly HashSet<ISymbol> _units = new(SymbolEqualityComparer.Default);
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    private CodeEdits(List<TreeEdits> trees)
    {
        _byOld = trees.ToDictionary(tree => tree.Old);
        _byNew = trees.ToDictionary(tree => tree.New);
    }

    /// <summary>Null when more than a few bodies differ, or when it is not certain that nothing else does.</summary>
    /// <param name="old">The trees of the former compilation.</param>
    /// <param name="new">Those of the later one, in the same order.</param>
    /// <param name="model">Of the former compilation.</param>
    /// <param name="cancellation">Stops it.</param>
    public static CodeEdits? Find(
        IReadOnlyList<SyntaxTree> old, IReadOnlyList<SyntaxTree> @new, Func<SyntaxTree, SemanticModel> model, CancellationToken cancellation)
    {
        if (old.Count != @new.Count)
        {
            return null;
        }

        var trees = new List<TreeEdits>();
        var edited = 0;
        for (var i = 0; i < old.Count; i++)
        {
            if (!ReferenceEquals(old[i], @new[i]))
            {
                if (TreeEdits.Find(old[i], @new[i], cancellation) is not { } edits || (!edits.HasSameText && ++edited > MostFiles))
                {
                    return null;
                }

                trees.Add(edits);
            }
        }

        var found = new CodeEdits(trees);
        return trees.Sum(tree => tree.Bodies.Count) <= MostBodies
            && trees.All(tree => tree.Bodies.All(body => found.Bind(body.Old, body.New, model(tree.Old), cancellation)))
            ? found
            : null;
    }

    /// <summary>Whether a file of the former compilation is no longer as it was.</summary>
    public bool Touch(SyntaxTree tree) => _byOld.TryGetValue(tree, out var edits) && !edits.HasSameText;

    /// <summary>The file of the former compilation that has the text of one of the later; null when there is none.</summary>
    public SyntaxTree? Unedited(SyntaxTree @new) => !_byNew.TryGetValue(@new, out var edits) ? @new : edits.HasSameText ? edits.Old : null;

    /// <summary>Whether the code of a unit differs.</summary>
    public bool Change(ISymbol unit) => _units.Contains(unit);

    /// <summary>Whether a body that differs has one of these names in it, now.</summary>
    public bool Name(HashSet<string> names) => _names.Overlaps(names);

    /// <summary>The later body of what the former compilation declares; null when it does not differ.</summary>
    public IOperation? Body(SyntaxNode declaration) => _bound.TryGetValue(declaration, out var found) ? found : null;

    /// <summary>The declaration in the former compilation; null when there is none.</summary>
    public SyntaxNode? ToOld(SyntaxNode declaration) => _byNew.TryGetValue(declaration.SyntaxTree, out var tree) ? tree.ToOld(declaration) : declaration;

    /// <summary>The declaration in the later compilation.</summary>
    public SyntaxNode? ToNew(SyntaxNode declaration) => _byOld.TryGetValue(declaration.SyntaxTree, out var tree) ? tree.ToNew(declaration) : declaration;

    /// <summary>Where the same code is in the later compilation; null for what is gone.</summary>
    public Location? ToNew(Location location) =>
        location.SourceTree is { } place && _byOld.TryGetValue(place, out var tree) ? tree.ToNew(location) : location;

    private bool Bind(SyntaxNode old, SyntaxNode @new, SemanticModel model, CancellationToken cancellation)
    {
        var owner = old.Parent!;
        SemanticModel? speculative;
        var isBound = (old, @new, @new.Parent) switch
        {
            (ArrowExpressionClauseSyntax before, ArrowExpressionClauseSyntax now, _) =>
                model.TryGetSpeculativeSemanticModel(before.Expression.SpanStart, now, out speculative),
            (BlockSyntax before, BlockSyntax, BaseMethodDeclarationSyntax method) =>
                model.TryGetSpeculativeSemanticModelForMethodBody(before.OpenBraceToken.Span.End, method, out speculative),
            (BlockSyntax before, BlockSyntax, AccessorDeclarationSyntax accessor) =>
                model.TryGetSpeculativeSemanticModelForMethodBody(before.OpenBraceToken.Span.End, accessor, out speculative),
            _ => (speculative = null) is not null,
        };
        var declaration = owner is PropertyDeclarationSyntax or IndexerDeclarationSyntax ? old : owner;
        if (!isBound || speculative!.GetOperation(@new, cancellation) is not { } operation || Unit(declaration, model, cancellation) is not { } unit
            || HasTwoBodies(owner) || KeepsOthers(unit.ContainingType, old, @new))
        {
            return false;
        }

        _units.Add(unit.OriginalDefinition);
        if (Definition(unit) is { } definition)
        {
            _units.Add(definition);
        }

        _bound[declaration] = operation;
        foreach (var token in @new.DescendantTokens())
        {
            if (token.IsKind(SyntaxKind.IdentifierToken))
            {
                _names.Add(token.ValueText);
            }
        }

        return true;
    }

    // That is an error, and no unit of code.
    private static bool HasTwoBodies(SyntaxNode owner) => owner
        is BaseMethodDeclarationSyntax { Body: not null, ExpressionBody: not null }
        or AccessorDeclarationSyntax { Body: not null, ExpressionBody: not null }
        or PropertyDeclarationSyntax { AccessorList: not null, ExpressionBody: not null }
        or IndexerDeclarationSyntax { AccessorList: not null, ExpressionBody: not null };

    private static IMethodSymbol? Unit(SyntaxNode declaration, SemanticModel model, CancellationToken cancellation) =>
        declaration is ArrowExpressionClauseSyntax { Parent: { } property }
            ? (model.GetDeclaredSymbol(property, cancellation) as IPropertySymbol)?.GetMethod
            : model.GetDeclaredSymbol(declaration, cancellation) as IMethodSymbol;

    private static IMethodSymbol? Definition(IMethodSymbol part) =>
        part.AssociatedSymbol is IPropertySymbol { PartialDefinitionPart: { } property }
            ? (part.MethodKind == MethodKind.PropertyGet ? property.GetMethod : property.SetMethod)
            : part.PartialDefinitionPart;

    // The members of a type with a primary constructor decide which of its parameters become fields.
    private static bool KeepsOthers(INamedTypeSymbol type, SyntaxNode old, SyntaxNode @new) => type.InstanceConstructors
        .Where(constructor => constructor.DeclaringSyntaxReferences.Any(part => part.GetSyntax() is TypeDeclarationSyntax))
        .SelectMany(constructor => constructor.Parameters)
        .Select(parameter => parameter.Name)
        // Whether anybody changes an encoding decides what encodings are.
        .Concat(TypeTraits.EncodingFallbacks)
        .Any(name => Has(old, name) != Has(@new, name));

    private static bool Has(SyntaxNode body, string name) => body.DescendantTokens().Any(token => token.ValueText == name);
}
