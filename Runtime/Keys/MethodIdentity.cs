using System.Globalization;

namespace Memo.Keys;

/// <summary>The part of the key that all calls of a method have in common, found out once.</summary>
internal sealed class MethodIdentity
{
    // 2: the receiver comes after the arguments.
    private const int FormatVersion = 2;

    private MethodIdentity(MethodManifest manifest, ExternalIdentities externals)
    {
        Runtime = RuntimeIdentity.At(manifest.FrameworkIdentity);
        var assemblies = TypeParts.Without(manifest.Externals);
        Refusal = Gate(manifest) ?? TypeParts.Check(manifest.Externals, manifest.PartialTypes)
            // The lambda that gives the manifest is the generated code that is at hand here.
            ?? (assemblies.Length == 0 ? null : externals.Find(manifest.Manifest.Method.Module.Assembly, assemblies, out _externals));
        var key = new KeyWriter();
        key.Start("the method ");
        key.Write(FormatVersion);
        key.Write(manifest.Id);
        key.Write(manifest.Assembly);
        key.Write(manifest.Closure);
        key.Write(manifest.Contract);
        key.Write(manifest.Version);
        key.Write(Runtime);
        key.Write(_externals.Length);
        foreach (var external in _externals)
        {
            key.Write(external.Name);
            key.Write(external.Identity);
        }
        Hash = key.Finish();
    }

    private readonly ExternalIdentity[] _externals = [];

    public Hash256 Hash { get; }

    public string Runtime { get; }

    public IReadOnlyList<ExternalIdentity> Externals => _externals;

    /// <summary>Why no call of the method may be remembered; null if they may.</summary>
    public string? Refusal { get; }

    /// <summary>How old a result may be; null if results do not age.</summary>
    public TimeSpan? ExpiresAfter { get; private init; }

    public static MethodIdentity Of(MethodManifest manifest, ExternalIdentities externals) => new(manifest, externals)
    {
        ExpiresAfter = manifest.ExpiresAfter.Length > 0 ? Age(manifest) : null,
    };

    private static string? Gate(MethodManifest manifest)
    {
        if (manifest.Findings.Length > 0) return manifest.Findings[0];
        return manifest.ExpiresAfter.Length > 0 && Age(manifest) is null ? $"ExpiresAfter '{manifest.ExpiresAfter}' is no positive time span" : null;
    }

    private static TimeSpan? Age(MethodManifest manifest) =>
        TimeSpan.TryParse(manifest.ExpiresAfter, CultureInfo.InvariantCulture, out var age) && age > TimeSpan.Zero ? age : null;
}
