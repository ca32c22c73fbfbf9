using System.Collections.Concurrent;
using Memo.Analyzers.Symbols;
using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Closures;

/// <summary>What <c>[AssumePure]</c> accepts by hand: on a member, on its type, or for an assembly by declaration id.</summary>
internal sealed class Assumptions
{
    private readonly ConcurrentDictionary<IAssemblySymbol, bool> _knowing = new(SymbolEqualityComparer.Default);
    private readonly IAssemblySymbol _compiled;
    private readonly INamedTypeSymbol? _attribute;
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    public Assumptions(Compilation compilation, KnownTypes types)
    {
        _attribute = types.AssumePure;
        _compiled = compilation.Assembly;
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
        (symbol.ContainingAssembly is { } assembly && KnowsAttribute(assembly) && KnownTypes.Find(symbol.OriginalDefinition, _attribute) is not null)
        || (_ids.Count > 0 && _ids.Contains(SymbolNames.DeclarationId(symbol)));

    // Most calls go to the framework, whose attributes nobody needs to read.
    private bool KnowsAttribute(IAssemblySymbol assembly) =>
        _knowing.TryGetValue(assembly, out var known) ? known
            : _knowing.GetOrAdd(assembly, SymbolEqualityComparer.Default.Equals(assembly, _compiled)
                || assembly.Modules.Any(module => module.ReferencedAssemblies.Any(reference => reference.Name == KnownTypes.RuntimeName)));
}
