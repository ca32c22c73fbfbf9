using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Effects;

/// <summary>What was decided of a static, and by which code: where that is the same, so is the verdict.</summary>
internal sealed class StaticVerdict(ISymbol member)
{
    public ISymbol Member { get; } = member;

    public StaticState State { get; set; }

    /// <summary>The files that have been looked into.</summary>
    public HashSet<SyntaxTree> Trees { get; } = [];

    /// <summary>The names that have been looked for in all files.</summary>
    public HashSet<string> Names { get; } = new(StringComparer.Ordinal);
}
