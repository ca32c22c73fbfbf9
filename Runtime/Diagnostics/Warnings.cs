using System.Collections.Concurrent;

namespace Memo.Diagnostics;

/// <summary>Says what goes wrong without costing a result: each thing once.</summary>
internal sealed class Warnings(Output output)
{
    private readonly ConcurrentDictionary<string, bool> _said = new();

    /// <summary>Says it, unless it was said before.</summary>
    /// <param name="text">A sentence without its full stop.</param>
    public void Once(string text) => Once(text, text);

    /// <summary>Says it, unless something about the same subject was said before.</summary>
    /// <param name="subject">What it is about.</param>
    /// <param name="text">A sentence without its full stop.</param>
    public void Once(string subject, string text)
    {
        if (_said.TryAdd(subject, true)) output.Line($"memo: warning: {text}.");
    }
}
