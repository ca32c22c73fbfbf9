using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Closures;

/// <summary>References are the same that come from one reading of one file: a compiler server keeps what it has read as long as the file is the same.</summary>
internal sealed class ReferenceComparer : IEqualityComparer<MetadataReference>
{
    public static ReferenceComparer Instance { get; } = new();

    public bool Equals(MetadataReference? left, MetadataReference? right) =>
        left == right
        || (left is PortableExecutableReference { FilePath: not null } one && right is PortableExecutableReference other
            && one.FilePath == other.FilePath && one.Properties == other.Properties && one.GetMetadataId() == other.GetMetadataId());

    public int GetHashCode(MetadataReference reference) => reference.Display?.GetHashCode() ?? 0;
}
