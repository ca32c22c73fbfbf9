using System.Runtime.CompilerServices;
using Memo.Analyzers.Calls;
using Memo.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Memo.Analyzers.Effects;

/// <summary>
/// Where the code of a compilation names a static member. Names are looked for once for the compilation, on first use, and only those of
/// statics: a place that cannot mean the member is not bound.
/// </summary>
internal sealed class StaticUses(Compilation compilation, TypeHierarchy hierarchy, Func<SyntaxTree, SemanticModel> model)
{
    private static readonly ConditionalWeakTable<SyntaxTree, Declarations> s_declarations = new();

    private Index? _taken;
    private Index? _index;

    private Index Known
    {
        get
        {
            _index ??= new(compilation, _taken);
            _taken = null;
            return _index;
        }
    }

    /// <summary>Takes over what files are known to name that are in both compilations, which declare the same.</summary>
    public void TakeOver(StaticUses other) => _taken = other._index;

    /// <summary>Every use of a member that is private or internal; null for one that does not bind.</summary>
    public IEnumerable<IOperation?> Of(ISymbol member)
    {
        if (!Known.Statics.Contains(member.Name))
        {
            yield return null; // it has no declaration that could be named
            yield break;
        }

        var owner = member.ContainingType.OriginalDefinition;
        IReadOnlyList<INamedTypeSymbol> heirs = member.DeclaredAccessibility == Accessibility.Private ? [] : hierarchy.DerivedFrom(owner);
        var declarations = heirs.Append(owner).SelectMany(type => type.DeclaringSyntaxReferences).ToLookup(part => part.SyntaxTree, part => part.Span);
        var names = new HashSet<string>(heirs.Append(owner).Select(type => type.Name).Concat(Known.Aliases), StringComparer.Ordinal);
        foreach (var (tree, position) in Known.PlacesOf(member.Name))
        {
            var isInside = declarations[tree].Any(span => span.Contains(position));
            if ((member.DeclaredAccessibility == Accessibility.Private && !isInside)
                || NamedPlaces.Token(tree, position, CancellationToken.None)?.Parent is not SimpleNameSyntax name
                || !MayMean(name, names, isInside || Known.OpensTypes))
            {
                continue;
            }

            var semantics = model(tree);
            var symbol = semantics.GetSymbolInfo(name).Symbol;
            if (symbol is null || SymbolEqualityComparer.Default.Equals(symbol.OriginalDefinition, member))
            {
                yield return symbol is null ? null : Operation(name, semantics);
            }
        }
    }

    // `Type.Name`, or `Name` alone inside of the type or below a `using static`.
    private static bool MayMean(SimpleNameSyntax name, HashSet<string> types, bool mayStandAlone) => name.Parent switch
    {
        MemberAccessExpressionSyntax access when access.Name == name => access.Expression switch
        {
            SimpleNameSyntax type => types.Contains(type.Identifier.ValueText),
            MemberAccessExpressionSyntax type => types.Contains(type.Name.Identifier.ValueText),
            AliasQualifiedNameSyntax type => types.Contains(type.Name.Identifier.ValueText),
            _ => false,
        },
        MemberBindingExpressionSyntax or NameColonSyntax or NameEqualsSyntax => false,
        QualifiedNameSyntax => true,
        _ => mayStandAlone,
    };

    /// <summary>The operation that a name stands for: of a call, the call.</summary>
    public static IOperation? Operation(SimpleNameSyntax name, SemanticModel semantics)
    {
        for (SyntaxNode node = name; ; node = node.Parent!)
        {
            if (semantics.GetOperation(node) is { } operation)
            {
                return operation;
            }

            if (!(node.Parent is MemberAccessExpressionSyntax access && access.Name == node)
                && !(node.Parent is InvocationExpressionSyntax call && call.Expression == node))
            {
                return null;
            }
        }
    }

    private sealed class Index
    {
        private readonly List<(SyntaxTree Tree, Dictionary<string, List<int>> Places)> _files = [];

        public Index(Compilation compilation, Index? taken)
        {
            foreach (var tree in compilation.SyntaxTrees)
            {
                var declared = s_declarations.GetValue(tree, static each => new(each));
                OpensTypes |= declared.OpensTypes;
                Aliases.AddRange(declared.Aliases);
                Statics.UnionWith(declared.Statics);
            }

            var known = taken?._files.ToDictionary(file => file.Tree, file => file.Places);
            if (taken is not null && !taken.Statics.SetEquals(Statics))
            {
                known = null;
            }

            var statics = new NamedPlaces(Statics);
            foreach (var tree in compilation.SyntaxTrees)
            {
                _files.Add((tree, known is not null && known.TryGetValue(tree, out var places) ? places : PlacesIn(tree, statics)));
            }
        }

        /// <summary>The names of all that is static and may be looked for.</summary>
        public HashSet<string> Statics { get; } = new(StringComparer.Ordinal);

        public IEnumerable<(SyntaxTree Tree, int Position)> PlacesOf(string name)
        {
            foreach (var (tree, places) in _files)
            {
                if (places.TryGetValue(name, out var positions))
                {
                    foreach (var position in positions)
                    {
                        yield return (tree, position);
                    }
                }
            }
        }

        private static Dictionary<string, List<int>> PlacesIn(SyntaxTree tree, NamedPlaces statics)
        {
            var places = new Dictionary<string, List<int>>(StringComparer.Ordinal);
            foreach (var (name, position) in statics.In(tree, CancellationToken.None))
            {
                if (!places.TryGetValue(name, out var positions))
                {
                    places.Add(name, positions = []);
                }

                positions.Add(position);
            }

            return places;
        }

        public List<string> Aliases { get; } = [];

        /// <summary>Whether a <c>using static</c> lets code name members alone.</summary>
        public bool OpensTypes { get; }
    }

    /// <summary>What a file declares, whatever compilation it is in.</summary>
    private sealed class Declarations
    {
        public Declarations(SyntaxTree tree)
        {
            foreach (var node in tree.GetRoot().DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax))
            {
                switch (node)
                {
                    case UsingDirectiveSyntax { Alias: { } alias }:
                        Aliases.Add(alias.Name.Identifier.ValueText);
                        break;
                    case UsingDirectiveSyntax directive:
                        OpensTypes |= directive.StaticKeyword.IsKind(SyntaxKind.StaticKeyword);
                        break;
                    case MemberDeclarationSyntax member when member.Modifiers.Any(SyntaxKind.StaticKeyword):
                        Statics.AddRange(member switch
                        {
                            BaseFieldDeclarationSyntax fields => fields.Declaration.Variables.Select(variable => variable.Identifier.ValueText),
                            PropertyDeclarationSyntax property => [property.Identifier.ValueText],
                            MethodDeclarationSyntax method => [method.Identifier.ValueText],
                            _ => [],
                        });
                        break;
                }
            }
        }

        public List<string> Statics { get; } = [];

        public List<string> Aliases { get; } = [];

        public bool OpensTypes { get; }
    }
}
