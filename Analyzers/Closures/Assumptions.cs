using Memo.Analyzers.Symbols;
using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Closures;

/// <summary>What <c>[AssumePure]</c> accepts by hand: on a member, on its type, or for an assembly by declaration id.</summary>
internal sealed class Assumptions
{
    private readonly INamedTypeSymbol? _attribute;
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    public Assumptions(Compilation compilation, KnownTypes types)
    {
        _attribute = types.AssumePure;
        foreach (var attribute in compilation.Assembly.GetAttributes())
        {
            if (SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, _attribute)
                && attribute.ConstructorArguments is [{ Value: string id }, _])
            {
                _ids.Add(id);
                ReachBeyondSource |= DocumentationCommentId.GetFirstSymbolForDeclarationId(id, compilation) is { } declared
                    && !SymbolEqualityComparer.Default.Equals(declared.ContainingAssembly, compilation.Assembly);
            }
        }
    }

    /// <summary>Code of other assemblies is accepted, too.</summary>
    public bool ReachBeyondSource { get; }

    public bool Accepts(ISymbol member)
    {
        if (_attribute is null)
        {
            return false;
        }

        return IsMarked(member)
            || (member is IMethodSymbol { AssociatedSymbol: { } associated } && IsMarked(associated))
            || (member.ContainingType is { } type && IsMarked(type));
    }

    private bool IsMarked(ISymbol symbol) =>
        KnownTypes.Find(symbol.OriginalDefinition, _attribute) is not null
        || (_ids.Count > 0 && _ids.Contains(SymbolNames.DeclarationId(symbol)));
}
