using Microsoft.CodeAnalysis.Diagnostics;

namespace Memo.Analyzers.Generation;

/// <summary>What the project says about memoization outside of its code.</summary>
/// <param name="Directory">The MSBuild property <c>MemoDirectory</c>: where entries lie when the environment does not say.</param>
/// <param name="KeepsBetweenBuilds">The MSBuild property <c>MemoKeepBetweenBuilds</c>: what was found out in one build is kept for the next, in a compiler server.</param>
/// <param name="Exports">The MSBuild property <c>MemoManifest</c> is <c>public</c>: the manifest tells other assemblies what they may call.</param>
/// <param name="FrameworkIdentity">How much of the runtime's version is part of a key: <c>patch</c>, <c>minor</c> or <c>major</c>.</param>
internal sealed record ProjectOptions(string Directory, bool KeepsBetweenBuilds, bool Exports, string FrameworkIdentity)
{
    public static ProjectOptions Read(AnalyzerConfigOptions global) => new(
        global.TryGetValue("build_property.MemoDirectory", out var directory) ? directory : "",
        global.TryGetValue("build_property.MemoKeepBetweenBuilds", out var keeps) && keeps.Equals("true", StringComparison.OrdinalIgnoreCase),
        ExportsFrom(global),
        global.TryGetValue("memo.framework_identity", out var identity) && identity is "minor" or "major" ? identity : "patch");

    public static bool ExportsFrom(AnalyzerConfigOptions global) =>
        global.TryGetValue("build_property.MemoManifest", out var manifest) && manifest.Equals("public", StringComparison.OrdinalIgnoreCase);
}
