using System.Reflection;

namespace Memo.Package.Tests;

/// <summary>What only the build of this project knows.</summary>
internal static class BuildFacts
{
    public static string RepositoryFolder => Fact(nameof(RepositoryFolder));

    /// <summary>Where this machine keeps the packages that it has restored; a folder feed, too.</summary>
    public static string RestoredPackages => Fact(nameof(RestoredPackages));

    public static string PackedVersion => Fact(nameof(PackedVersion));

    private static string Fact(string name) => typeof(BuildFacts).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(fact => fact.Key == name).Value!;
}
