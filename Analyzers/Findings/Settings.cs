using System.Collections.Immutable;
using System.Globalization;
using Memo.Analyzers.Catalog;
using Memo.Analyzers.Closures;
using Memo.Analyzers.Effects;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Memo.Analyzers.Findings;

/// <summary>
/// The settings of Memo in EditorConfig files and projects, and what is wrong with them. A setting that is not understood is not
/// used, and said: MEMO407.
/// </summary>
internal static class Settings
{
    public const string BenignEffects = "memo.benign_effects";
    public const string FrameworkIdentity = "memo.framework_identity";

    private const string Prefix = "memo.";
    private const string ProjectPrefix = "build_property.Memo";
    private const string Directory = "build_property.MemoDirectory";

    private static readonly string[] s_identities = ["patch", "minor", "major"];

    // The properties of a project that have few values.
    private static readonly (string Name, string[] Values)[] s_properties =
    [
        ("MemoKeepBetweenBuilds", ["true", "false"]), ("MemoManifest", ["public", "memoized"]), ("MemoPreset", ["Default", "Strict", "Relaxed"]),
    ];

    /// <summary>Of one file: the names of the settings that cannot be used, in ordinal order, each with a phrase that says why.</summary>
    public static ImmutableArray<(string Name, string Reason)> Problems(AnalyzerConfigOptions file, AnalyzerConfigOptions project, ClosureEngine engine)
    {
        var problems = ImmutableArray.CreateBuilder<(string, string)>();
        if (file.TryGetValue(BenignEffects, out var effects))
        {
            var known = Outputs(engine.Catalog);
            if (effects.Split(',').Select(name => name.Trim()).FirstOrDefault(name => name.Length > 0 && !known.Contains(name)) is { } unknown)
            {
                problems.Add((BenignEffects, NoneOf(unknown, known)));
            }
        }

        if (project.TryGetValue(FrameworkIdentity, out var identity))
        {
            if (!s_identities.Contains(identity))
            {
                problems.Add((FrameworkIdentity, NoneOf(identity, s_identities)));
            }
        }
        else if (file.TryGetValue(FrameworkIdentity, out _))
        {
            problems.Add((FrameworkIdentity, "has no effect on single files: it belongs into a '.globalconfig'"));
        }

        foreach (var (name, values) in s_properties)
        {
            if (project.TryGetValue("build_property." + name, out var value) && value.Length > 0 && !values.Contains(value, StringComparer.OrdinalIgnoreCase))
            {
                problems.Add((name, NoneOf(value, values)));
            }
        }

        foreach (var key in Keys(file).Concat(Keys(project)).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            if (key.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) && !IsOneOf(key, BenignEffects, FrameworkIdentity))
            {
                problems.Add((key, $"is not one of Memo's: there are '{BenignEffects}' and '{FrameworkIdentity}'"));
            }
            else if (IsOwnProperty(key) && !IsOneOf(key, [Directory, .. s_properties.Select(property => "build_property." + property.Name)]))
            {
                problems.Add((key.Substring("build_property.".Length), "is not one of Memo's: there are 'MemoDirectory', 'MemoKeepBetweenBuilds', 'MemoManifest' and 'MemoPreset'"));
            }
        }

        problems.Sort(static (left, right) => string.CompareOrdinal(left.Item1, right.Item1));
        return problems.ToImmutable();
    }

    /// <summary>What is wrong with <c>[Memoize(ExpiresAfter = …)]</c>; null for a limit that the runtime understands, and for none.</summary>
    public static string? ProblemOfExpiry(string limit) =>
        limit.Length == 0 || (TimeSpan.TryParse(limit, CultureInfo.InvariantCulture, out var age) && age > TimeSpan.Zero)
            ? null
            : $"has a value that Memo does not know: '{limit}' is no positive time span such as '1.00:00:00' for a day";

    // The kinds that lines of the catalog name, the user's lines included.
    private static SortedSet<string> Outputs(EffectCatalog catalog) => new(
        catalog.Entries.Values.SelectMany(entry => entry.Effects).Where(effect => effect.Kind == EffectKind.Output).Select(effect => effect.Detail),
        StringComparer.OrdinalIgnoreCase);

    private static string NoneOf(string value, IEnumerable<string> known) =>
        $"has a value that Memo does not know: '{value}' is none of {string.Join(", ", known.Select(name => $"'{name}'"))}";

    private static bool IsOneOf(string key, params string[] known) => known.Contains(key, StringComparer.OrdinalIgnoreCase);

    // The compiler lists names in lower case, so MemoryLimit and the like begin with the same letters.
    private static bool IsOwnProperty(string key) =>
        key.StartsWith(ProjectPrefix, StringComparison.OrdinalIgnoreCase) && !key.StartsWith(ProjectPrefix + "r", StringComparison.OrdinalIgnoreCase);

    // Not every host can list what it has; then only the known names are looked at.
    private static IEnumerable<string> Keys(AnalyzerConfigOptions options)
    {
        try
        {
            return options.Keys;
        }
        catch (NotImplementedException)
        {
            return [];
        }
    }
}
