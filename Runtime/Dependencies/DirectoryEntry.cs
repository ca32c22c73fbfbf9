namespace Memo.Dependencies;

/// <summary>What was found in a directory.</summary>
/// <param name="Name">Its path from the directory on, with slashes.</param>
/// <param name="Path">Where it lies.</param>
/// <param name="Status">What it is.</param>
internal readonly record struct DirectoryEntry(string Name, string Path, FileStatus Status);

/// <summary>A directory that is being listed.</summary>
/// <param name="Path">Where it lies.</param>
/// <param name="Prefix">What the names of its entries begin with.</param>
/// <param name="Identity">What the file system says about it; null if that is not enough to know it again.</param>
/// <param name="Parent">The directory in which it was found.</param>
internal sealed record OpenDirectory(string Path, string Prefix, FileIdentity? Identity, OpenDirectory? Parent)
{
    /// <summary>Whether going on from here might never end, because a link leads back to where one came from.</summary>
    public bool IsTrap
    {
        get
        {
            if (Identity is not { } own) return new DirectoryInfo(Path).LinkTarget is not null;
            for (var outer = Parent; outer is not null; outer = outer.Parent)
            {
                if (outer.Identity is { } other && other.Device == own.Device && other.Inode == own.Inode) return true;
            }
            return false;
        }
    }
}
