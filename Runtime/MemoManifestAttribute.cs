using System.ComponentModel;

namespace Memo;

/// <summary>Carries the manifest that the compiler wrote for an assembly: its methods with hashes, effects and dependencies.</summary>
/// <param name="json">The manifest, as JSON.</param>
[AttributeUsage(AttributeTargets.Assembly, Inherited = false)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class MemoManifestAttribute(string json) : Attribute
{
    /// <summary>The manifest, as JSON.</summary>
    public string Json { get; } = json;
}
