namespace Memo.Analyzers.Tests.Clean;

/// <summary>A piece of realistic code that is as pure as code gets.</summary>
public sealed record CleanCode(string Name, string Members)
{
    public override string ToString() => Name;
}
