using Memo.Analyzers.Calls;
using Memo.Analyzers.Effects;
using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Closures;

/// <summary>
/// Classes whose static initializers read each other's statics: the one that comes second finds a value that is not there yet, and what ran before decides
/// which one that is.
/// </summary>
internal static class InitializationCycles
{
    /// <param name="component">Units that all reach each other.</param>
    /// <param name="engine">Of the compilation.</param>
    /// <param name="cancellation">Stops it.</param>
    public static void Mark(List<CodeNode> component, ClosureEngine engine, CancellationToken cancellation)
    {
        var initialized = new HashSet<ISymbol>(component.Where(IsInitializer).Select(node => node.Symbol.ContainingType.OriginalDefinition), SymbolEqualityComparer.Default);
        if (initialized.Count < 2)
        {
            return;
        }

        var members = new HashSet<CodeNode>(component);
        foreach (var node in component)
        {
            foreach (var edge in node.Edges)
            {
                if (edge is { Kind: CallKind.StaticInitializer, Site.Syntax: { } site } && edge.Nodes(engine, cancellation).FirstOrDefault(members.Contains) is { } target)
                {
                    var location = site.GetLocation();
                    node.Add(new(EffectKind.Nondeterministic, "which class is initialized first", target.Symbol, location, new CallPath(target.Symbol, location, null)));
                }
            }
        }
    }

    private static bool IsInitializer(CodeNode node) => node.Symbol is IFieldSymbol or IPropertySymbol or IMethodSymbol { MethodKind: MethodKind.StaticConstructor };
}
