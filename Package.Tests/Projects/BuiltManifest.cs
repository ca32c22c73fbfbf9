using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.Json;

namespace Memo.Package.Tests.Projects;

/// <summary>The manifest that a built assembly carries, read as other tools read it: from the file.</summary>
internal static class BuiltManifest
{
    private const string Attribute = "MemoManifestAttribute";

    /// <summary>What it says of each method, by id; and beside the methods, under the empty id.</summary>
    public static IReadOnlyDictionary<string, string> Of(string assembly)
    {
        var root = JsonDocument.Parse(Json(assembly)).RootElement;
        var said = root.GetProperty("methods").EnumerateArray().ToDictionary(method => method.GetProperty("id").GetString()!, method => method.GetRawText());
        said.Add("", string.Join('\n', root.EnumerateObject().Where(property => property.Name != "methods").Select(property => property.ToString())));
        return said;
    }

    private static string Json(string assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly));
        var metadata = file.GetMetadataReader();
        var value = metadata.GetBlobReader(metadata.GetAssemblyDefinition().GetCustomAttributes().Select(metadata.GetCustomAttribute).Single(IsManifest).Value);
        value.ReadUInt16(); // the prolog of every attribute
        return value.ReadSerializedString()!;

        bool IsManifest(CustomAttribute attribute) =>
            attribute.Constructor.Kind == HandleKind.MemberReference
            && metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent is { Kind: HandleKind.TypeReference } parent
            && metadata.GetString(metadata.GetTypeReference((TypeReferenceHandle)parent).Name) == Attribute;
    }
}
