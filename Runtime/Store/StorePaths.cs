using System.Text;
using Memo.Keys;

namespace Memo.Store;

/// <summary>Where the store and its parts lie. Names are made of hashes and of letters, digits and hyphens only.</summary>
internal static class StorePaths
{
    private const int LongestSlug = 40;

    /// <summary>The folder of the store; null if there is no place for one.</summary>
    /// <param name="configured">What environment or code say; null if nothing.</param>
    /// <param name="project">What the project of the method says; empty if nothing.</param>
    public static string? Root(string? configured, string project)
    {
        var directory = configured ?? (project.Length > 0 ? project : UserCache());
        try
        {
            return directory is null ? null : Path.GetFullPath(directory);
        }
        catch (Exception reason) when (reason is ArgumentException or NotSupportedException or PathTooLongException)
        {
            // A text that is no path names no place.
            return null;
        }
    }

    /// <summary>The folder of a method, within the store.</summary>
    public static string Method(MethodManifest manifest)
    {
        var slug = new StringBuilder(LongestSlug);
        foreach (var character in manifest.Name)
        {
            if (slug.Length == LongestSlug) break;
            if (char.IsAsciiLetterOrDigit(character)) slug.Append(char.ToLowerInvariant(character));
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }
        var hash = Hash256.OfText(manifest.Assembly + "\n" + manifest.Id).Hex(8);
        return $"{slug.ToString().Trim('-')}-{hash}";
    }

    private static string? UserCache()
    {
        if (OperatingSystem.IsWindows()) return Below(Environment.SpecialFolder.LocalApplicationData, "memo");
        if (OperatingSystem.IsMacOS()) return Below(Environment.SpecialFolder.UserProfile, "Library/Caches/memo");
        // The XDG base directory specification: a relative path there is invalid and to be ignored.
        return Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } cache && Path.IsPathRooted(cache)
            ? Path.Combine(cache, "memo")
            : Below(Environment.SpecialFolder.UserProfile, ".cache/memo");
    }

    private static string? Below(Environment.SpecialFolder folder, string name) =>
        Environment.GetFolderPath(folder) is { Length: > 0 } path ? Path.Combine(path, name) : null;
}
