using System.Globalization;
using System.Runtime.InteropServices;

namespace Memo.Keys;

/// <summary>What a result depends on besides code, arguments and declared dependencies: the framework and the machine's kind.</summary>
internal static class RuntimeIdentity
{
    /// <summary>The identity, readable.</summary>
    /// <param name="granularity"><c>major</c>, <c>minor</c>, or anything else for all of the framework's version.</param>
    public static string At(string granularity)
    {
        var version = Environment.Version;
        var framework = granularity switch
        {
            "major" => version.ToString(1),
            "minor" => version.ToString(2),
            _ => version.ToString(),
        };
        return $".NET {framework}; {Platform}; {RuntimeInformation.ProcessArchitecture}; collation {Collation}";
    }

    // Of one platform, every version and distribution is taken to compute the same; what differs is an effect of its own.
    private static string Platform =>
        OperatingSystem.IsLinux() ? "Linux"
        : OperatingSystem.IsWindows() ? "Windows"
        : OperatingSystem.IsMacOS() ? "macOS"
        : RuntimeInformation.OSDescription;

    private static string Collation
    {
        get
        {
            var version = CultureInfo.InvariantCulture.CompareInfo.Version;
            return string.Create(CultureInfo.InvariantCulture, $"{version.FullVersion}-{version.SortId}");
        }
    }
}
