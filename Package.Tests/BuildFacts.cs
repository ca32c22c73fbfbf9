using System.Reflection;

namespace Memo.Package.Tests;

/// <summary>What only the build of this project knows.</summary>
internal static class BuildFacts
{
    public static string RepositoryFolder => Fact(nameof(RepositoryFolder));

    /// <summary>Where this machine keeps the packages that it has restored; a folder feed, too.</summary>
    public static string RestoredPackages => Fact(nameof(RestoredPackages));

    /// <summary>Where the SDK brings along what each F# project references.</summary>
    public static string FSharpPackages => Fact(nameof(FSharpPackages));

    /// <summary>The program that a compiler is when it stays.</summary>
    public static string CompilerServer => Fact(nameof(CompilerServer));

    public static string TestSdkVersion => Fact(nameof(TestSdkVersion));

    public static string NUnitVersion => Fact(nameof(NUnitVersion));

    public static string NUnitAdapterVersion => Fact(nameof(NUnitAdapterVersion));

    public static string PackedVersion => Fact(nameof(PackedVersion));

    private static string Fact(string name) => typeof(BuildFacts).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(fact => fact.Key == name).Value!;
}
