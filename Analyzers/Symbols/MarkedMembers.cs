using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Memo.Analyzers.Symbols;

/// <summary>
/// The members that may be memoized, as the syntax tells: their attribute is called so, or by another name that a using gives it. No
/// model is asked, and nothing below the level of members is looked at; what a file has is found once, whatever compilation it is in.
/// </summary>
internal sealed class MarkedMembers
{
    private static readonly ConditionalWeakTable<SyntaxTree, Marks> s_marks = new();

    private readonly HashSet<string> _attributes;
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly NamedPlaces _applied;

    private MarkedMembers(Compilation compilation, CancellationToken cancellation)
    {
        var trees = compilation.SyntaxTrees.Select(tree => s_marks.GetValue(tree, each => new(each, cancellation))).ToList();
        _attributes = WithAliases("Memoize", trees);
        _applied = new(_attributes.Concat(WithAliases("AssumePure", trees)));
        foreach (var member in trees.SelectMany(marks => marks.Members))
        {
            if (_attributes.Contains(member.Attribute))
            {
                _names.Add(member.Name);
            }
        }

        foreach (var library in compilation.SourceModule.ReferencedAssemblySymbols)
        {
            if (library.Modules.Any(module => module.ReferencedAssemblies.Any(reference => reference.Name == KnownTypes.RuntimeName)))
            {
                AddMemoized(library.GlobalNamespace, cancellation);
            }
        }
    }

    private static HashSet<string> WithAliases(string attribute, List<Marks> trees)
    {
        var names = new HashSet<string>([attribute, attribute + "Attribute"], StringComparer.Ordinal);
        while (trees.Any(marks => marks.Aliases.Any(alias => names.Contains(alias.Target) && names.Add(alias.Name))))
        {
            // An alias of an alias is one too.
        }

        return names;
    }

    // A library has no syntax here. Only those that know the attribute are looked at, and they are few.
    private void AddMemoized(INamespaceOrTypeSymbol container, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        foreach (var member in container.GetMembers())
        {
            if (member is INamespaceOrTypeSymbol inner)
            {
                AddMemoized(inner, cancellation);
            }
            else if (member is IMethodSymbol { MethodKind: MethodKind.Ordinary } method
                && method.GetAttributes().Any(attribute => attribute.AttributeClass is { Name: "MemoizeAttribute", ContainingNamespace.Name: "Memo" }))
            {
                _names.Add(method.Name);
            }
        }
    }

    public static MarkedMembers Of(Compilation compilation, CancellationToken cancellation) => new(compilation, cancellation);

    public bool IsEmpty => _names.Count == 0;

    /// <summary>Where files name members that may be memoized.</summary>
    public NamedPlaces Places => _places ??= new(_names);

    private NamedPlaces? _places;

    /// <summary>The attributes in a file that may be <c>[Memoize]</c> or <c>[AssumePure]</c>.</summary>
    public IEnumerable<AttributeSyntax> AttributesIn(SyntaxTree tree, CancellationToken cancellation)
    {
        foreach (var token in _applied.TokensIn(tree, cancellation))
        {
            var name = token.Parent as NameSyntax;
            while (name?.Parent is NameSyntax outer)
            {
                name = outer;
            }

            if (name?.Parent is AttributeSyntax attribute && Simple(attribute.Name) == token.ValueText)
            {
                yield return attribute;
            }
        }
    }

    /// <summary>The methods of a file that may be memoized.</summary>
    public IEnumerable<MethodDeclarationSyntax> Methods(SyntaxTree tree, CancellationToken cancellation) =>
        s_marks.GetValue(tree, each => new(each, cancellation)).Members.Any(member => _attributes.Contains(member.Attribute))
            ? tree.GetRoot(cancellation).DescendantNodes(IsAboveBodies).OfType<MethodDeclarationSyntax>().Where(method => method.AttributeLists.Count > 0)
            : [];

    private static bool IsAboveBodies(SyntaxNode node) => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax;

    private static string Simple(NameSyntax name) => name switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax qualified => qualified.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => "",
    };

    private sealed class Marks
    {
        public Marks(SyntaxTree tree, CancellationToken cancellation)
        {
            foreach (var node in tree.GetRoot(cancellation).DescendantNodes(IsAboveBodies))
            {
                if (node is UsingDirectiveSyntax { Alias: { } alias, NamespaceOrType: NameSyntax target })
                {
                    Aliases.Add((alias.Name.Identifier.ValueText, Simple(target)));
                }
                else if (node is MemberDeclarationSyntax member and not BaseTypeDeclarationSyntax)
                {
                    var name = member is MethodDeclarationSyntax method ? method.Identifier.ValueText : "";
                    Add(member.AttributeLists, name);
                    foreach (var accessor in (member as BasePropertyDeclarationSyntax)?.AccessorList?.Accessors ?? default)
                    {
                        Add(accessor.AttributeLists, name);
                    }
                }
            }
        }

        public List<(string Name, string Target)> Aliases { get; } = [];

        public List<(string Attribute, string Name)> Members { get; } = [];

        private void Add(SyntaxList<AttributeListSyntax> lists, string name)
        {
            foreach (var list in lists)
            {
                foreach (var attribute in list.Attributes)
                {
                    Members.Add((Simple(attribute.Name), name));
                }
            }
        }
    }
}
