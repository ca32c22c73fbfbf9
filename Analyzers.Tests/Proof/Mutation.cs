using Microsoft.CodeAnalysis.Text;

namespace Memo.Analyzers.Tests.Proof;

/// <summary>One small change of a program's text.</summary>
/// <param name="Kind">What is changed, as a phrase.</param>
/// <param name="Changes">Where, and to what.</param>
internal sealed record Mutation(string Kind, params TextChange[] Changes)
{
    public Mutation(string kind, TextSpan span, string text)
        : this(kind, new TextChange(span, text))
    {
    }
}
