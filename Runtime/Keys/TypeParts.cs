using System.Reflection;
using System.Reflection.Metadata;

namespace Memo.Keys;

/// <summary>Counts what a type of a built assembly has, to see whether it is what the generator was shown of it.</summary>
internal static class TypeParts
{
    /// <summary>As <c>base/fields/methods/interfaces/attributes</c>; null when there is no such type.</summary>
    /// <param name="metadata">Of the assembly.</param>
    /// <param name="name">The type's full name, with <c>+</c> before the name of a nested one.</param>
    public static string? Of(MetadataReader metadata, string name)
    {
        foreach (var handle in metadata.TypeDefinitions)
        {
            var type = metadata.GetTypeDefinition(handle);
            // The last part of the name first: it is there without putting anything together.
            if (name.EndsWith(metadata.GetString(type.Name), StringComparison.Ordinal) && FullName(metadata, type) == name)
            {
                return $"{Base(metadata, type)}/{Fields(metadata, type)}/{Methods(metadata, type)}/{type.GetInterfaceImplementations().Count}/{Attributes(metadata, type)}";
            }
        }
        return null;
    }

    private static string FullName(MetadataReader metadata, TypeDefinition type)
    {
        var name = metadata.GetString(type.Name);
        if (!type.GetDeclaringType().IsNil) return FullName(metadata, metadata.GetTypeDefinition(type.GetDeclaringType())) + "+" + name;
        return type.Namespace.IsNil ? name : metadata.GetString(type.Namespace) + "." + name;
    }

    private static string Base(MetadataReader metadata, TypeDefinition type) => type.BaseType.IsNil ? "" : NameOf(metadata, type.BaseType).Name;

    private static int Fields(MetadataReader metadata, TypeDefinition type)
    {
        var count = 0;
        foreach (var handle in type.GetFields())
        {
            var field = metadata.GetFieldDefinition(handle);
            var isHidden = field.Attributes.HasFlag(FieldAttributes.Static) && metadata.StringComparer.StartsWith(field.Name, "__");
            count += IsNamed(metadata, field.Name) && !isHidden ? 1 : 0;
        }
        return count;
    }

    private static int Methods(MetadataReader metadata, TypeDefinition type)
    {
        var count = 0;
        foreach (var handle in type.GetMethods()) count += IsNamed(metadata, metadata.GetMethodDefinition(handle).Name) ? 1 : 0;
        return count;
    }

    // Others the compiler made.
    private static bool IsNamed(MetadataReader metadata, StringHandle name) => !metadata.StringComparer.StartsWith(name, "<");

    private static int Attributes(MetadataReader metadata, TypeDefinition type)
    {
        var count = 0;
        foreach (var handle in type.GetCustomAttributes())
        {
            var constructor = metadata.GetCustomAttribute(handle).Constructor;
            var attribute = constructor.Kind == HandleKind.MethodDefinition
                ? metadata.GetMethodDefinition((MethodDefinitionHandle)constructor).GetDeclaringType()
                : metadata.GetMemberReference((MemberReferenceHandle)constructor).Parent;
            count += IsOfCompiler(NameOf(metadata, attribute).Namespace) ? 0 : 1;
        }
        return count;
    }

    private static bool IsOfCompiler(string space) =>
        space is "System" or "System.Reflection" || space.StartsWith("System.Runtime.", StringComparison.Ordinal)
        || space.StartsWith("System.Diagnostics", StringComparison.Ordinal) || space.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal);

    private static (string Namespace, string Name) NameOf(MetadataReader metadata, EntityHandle type)
    {
        switch (type.Kind)
        {
            case HandleKind.TypeReference:
                var reference = metadata.GetTypeReference((TypeReferenceHandle)type);
                return (metadata.GetString(reference.Namespace), metadata.GetString(reference.Name));
            case HandleKind.TypeDefinition:
                var definition = metadata.GetTypeDefinition((TypeDefinitionHandle)type);
                return (metadata.GetString(definition.Namespace), metadata.GetString(definition.Name));
            default:
                // A constructed type: two bytes say that it is one, and of which kind; its definition follows.
                var signature = metadata.GetBlobReader(metadata.GetTypeSpecification((TypeSpecificationHandle)type).Signature);
                signature.ReadCompressedInteger();
                signature.ReadCompressedInteger();
                return NameOf(metadata, signature.ReadTypeHandle());
        }
    }
}
