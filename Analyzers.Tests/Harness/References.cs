using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Tests.Harness;

/// <summary>What every program under test is compiled against. Shared, so that the framework's metadata is read once.</summary>
internal static class References
{
    public static string RuntimePath { get; } = typeof(MemoizeAttribute).Assembly.Location;

    public static IReadOnlyList<MetadataReference> All { get; } =
        [.. Net100.References.All, MetadataReference.CreateFromFile(RuntimePath)];
}
