using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Memo.Analyzers.Closures.Edits;

/// <summary>
/// Two versions of a file that declare the same: they differ in the bodies of methods and accessors, in blanks and in comments, and in
/// nothing else. What is at one place in one of them is found at the same place among its neighbours in the other.
/// </summary>
internal sealed class TreeEdits
{
    private readonly List<(SyntaxNode Old, SyntaxNode New)> _bodies = [];
    private readonly SyntaxNode _oldRoot;
    private readonly SyntaxNode _newRoot;

    private TreeEdits(SyntaxNode oldRoot, SyntaxNode newRoot, bool hasSameText)
    {
        _oldRoot = oldRoot;
        _newRoot = newRoot;
        HasSameText = hasSameText;
    }

    public SyntaxTree Old => _oldRoot.SyntaxTree;

    public SyntaxTree New => _newRoot.SyntaxTree;

    /// <summary>Whether nothing differs at all: a file that has been read again.</summary>
    public bool HasSameText { get; }

    /// <summary>The bodies that differ: blocks, or what stands behind an arrow.</summary>
    public IReadOnlyList<(SyntaxNode Old, SyntaxNode New)> Bodies => _bodies;

    /// <summary>Null when the files differ in what they declare, or in anything of which it is not certain that it concerns one body only.</summary>
    public static TreeEdits? Find(SyntaxTree old, SyntaxTree @new, CancellationToken cancellation)
    {
        if (old.FilePath != @new.FilePath || !old.Options.Equals(@new.Options))
        {
            return null;
        }

        var edits = new TreeEdits(old.GetRoot(cancellation), @new.GetRoot(cancellation), old.GetText(cancellation).ContentEquals(@new.GetText(cancellation)));
        return edits.HasSameText ? edits : edits.IsSame(edits._oldRoot, edits._newRoot) && edits.HasSameDirectives() && edits._bodies.All(body => MayDiffer(body.Old, body.New)) ? edits : null;
    }

    public SyntaxNode? ToOld(SyntaxNode node) => IsInBody(node.Span, isOld: false) ? null : Follow(node, _oldRoot).AsNode();

    public SyntaxNode? ToNew(SyntaxNode node) => IsInBody(node.Span, isOld: true) ? null : Follow(node, _newRoot).AsNode();

    /// <summary>Where the same code is in the new file; null for what is gone.</summary>
    public Location? ToNew(Location location)
    {
        var span = location.SourceSpan;
        if (span.IsEmpty || IsInBody(span, isOld: true))
        {
            return null;
        }

        if (HasSameText)
        {
            return Location.Create(New, span);
        }

        var first = _oldRoot.FindToken(span.Start);
        var last = _oldRoot.FindToken(span.End - 1);
        if (first.SpanStart != span.Start || last.Span.End != span.End)
        {
            return null;
        }

        var (start, end) = (Follow(first, _newRoot), Follow(last, _newRoot));
        return start.IsToken && end.IsToken ? Location.Create(New, TextSpan.FromBounds(start.SpanStart, end.Span.End)) : null;
    }

    private bool IsInBody(TextSpan span, bool isOld)
    {
        foreach (var (old, @new) in _bodies)
        {
            if ((isOld ? old : @new).Span is var body && body.Contains(span) && body != span)
            {
                return true;
            }
        }

        return false;
    }

    private bool IsSame(SyntaxNode old, SyntaxNode @new)
    {
        if (old.RawKind != @new.RawKind)
        {
            return false;
        }

        if (old.IsIncrementallyIdenticalTo(@new))
        {
            return true;
        }

        if (HoldsBodies(old))
        {
            return AreSame(old.ChildNodesAndTokens(), @new.ChildNodesAndTokens());
        }

        // The text: blanks and comments inside of an expression may be a value, too ([CallerArgumentExpression]), and no expression is too deep.
        var isSame = old.ToString() == @new.ToString();
        if (!isSame && IsBody(old) && IsBody(@new))
        {
            _bodies.Add((old, @new));
            return true;
        }

        return isSame;
    }

    private bool AreSame(ChildSyntaxList old, ChildSyntaxList @new)
    {
        if (old.Count != @new.Count)
        {
            return false;
        }

        for (var i = 0; i < old.Count; i++)
        {
            if (old[i].AsNode() is { } node
                ? @new[i].AsNode() is not { } other || !IsSame(node, other)
                : !@new[i].IsToken || !SyntaxFactory.AreEquivalent(old[i].AsToken(), @new[i].AsToken()))
            {
                return false;
            }
        }

        return true;
    }

    // Constructors do not count: what they are is spread over the initializers of their type.
    private static bool IsBody(SyntaxNode node) => node switch
    {
        BlockSyntax => node.Parent is MethodDeclarationSyntax or OperatorDeclarationSyntax or ConversionOperatorDeclarationSyntax or AccessorDeclarationSyntax,
        ArrowExpressionClauseSyntax => node.Parent is MethodDeclarationSyntax or OperatorDeclarationSyntax or ConversionOperatorDeclarationSyntax
            or AccessorDeclarationSyntax or PropertyDeclarationSyntax or IndexerDeclarationSyntax,
        _ => false,
    };

    private static bool HoldsBodies(SyntaxNode node) => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax
        or ClassDeclarationSyntax or StructDeclarationSyntax or InterfaceDeclarationSyntax or RecordDeclarationSyntax
        or MethodDeclarationSyntax or OperatorDeclarationSyntax or ConversionOperatorDeclarationSyntax
        or PropertyDeclarationSyntax or IndexerDeclarationSyntax or EventDeclarationSyntax or AccessorListSyntax or AccessorDeclarationSyntax;

    // What a body can change outside of itself: it is an iterator or not; it has a `field`; directives hold for what follows.
    private static bool MayDiffer(SyntaxNode old, SyntaxNode @new) =>
        Yields(old) == Yields(@new) && !NamesField(old) && !NamesField(@new) && !old.ContainsDirectives && !@new.ContainsDirectives;

    private static bool Yields(SyntaxNode body) =>
        body.DescendantNodes(static node => node is not (LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax)).Any(static node => node is YieldStatementSyntax);

    private static bool NamesField(SyntaxNode body) =>
        body.Parent is AccessorDeclarationSyntax or PropertyDeclarationSyntax or IndexerDeclarationSyntax
        && body.DescendantTokens().Any(static token => token.ValueText == "field");

    private bool HasSameDirectives()
    {
        if (!_oldRoot.ContainsDirectives && !_newRoot.ContainsDirectives)
        {
            return true;
        }

        var (old, @new) = (_oldRoot.GetFirstDirective(), _newRoot.GetFirstDirective());
        while (old is not null && @new is not null)
        {
            if (old.ToString() != @new.ToString() || Follow(old.ParentTrivia.Token, _newRoot) != @new.ParentTrivia.Token)
            {
                return false;
            }

            (old, @new) = (old.GetNextDirective(), @new.GetNextDirective());
        }

        return old is null && @new is null;
    }

    // By the number among its siblings, at each level: outside of the bodies that differ, both have the same.
    private static SyntaxNodeOrToken Follow(SyntaxNodeOrToken from, SyntaxNode root)
    {
        var way = new Stack<int>();
        for (var at = from; at.Parent is { } parent; at = parent)
        {
            var index = 0;
            foreach (var child in parent.ChildNodesAndTokens())
            {
                if (child == at)
                {
                    break;
                }

                index++;
            }

            way.Push(index);
        }

        SyntaxNodeOrToken there = root;
        while (way.Count > 0)
        {
            var children = there.ChildNodesAndTokens();
            var index = way.Pop();
            if (index >= children.Count)
            {
                return default;
            }

            there = children[index];
        }

        return there;
    }
}
