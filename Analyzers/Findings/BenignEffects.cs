using Memo.Analyzers.Closures;
using Memo.Analyzers.Effects;
using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Findings;

/// <summary>Output that a project does not miss on a hit: <c>memo.benign_effects = logging, console, trace, progress</c>.</summary>
internal static class BenignEffects
{
    public static bool Include(Effect effect, SyntaxTree? tree, ClosureEngine engine) =>
        effect.Kind == EffectKind.Output && tree is not null
        && engine.Options.GetOptions(tree).TryGetValue(Settings.BenignEffects, out var value)
        && value.Split(',').Any(name => name.Trim().Equals(effect.Detail, StringComparison.OrdinalIgnoreCase));
}
