namespace Memo.Analyzers.Closures;

/// <summary>The last engine that was made for a file, kept as long as the file lives.</summary>
internal sealed class EngineHolder
{
    public ClosureEngine? Engine { get; set; }
}
