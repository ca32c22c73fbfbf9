using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace Memo.Keys;

/// <summary>
/// What was seen of partial types when the code was hashed, as <c>Assembly!Full.Name=base/fields/methods/interfaces/attributes</c> among a
/// method's externals: other generators may have added to them since.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class TypeParts
{
    /// <summary>Null when all the types are what was seen of them, or else why nothing can be remembered.</summary>
    /// <param name="externals">Those of a method; assemblies among them are not asked for.</param>
    /// <param name="describe">Describes the type before <c>=</c>; null for one that is not there.</param>
    internal static string? Check(string[] externals, Func<string, string?>? describe)
    {
        foreach (var external in externals)
        {
            var (mark, equals) = (external.IndexOf('!', StringComparison.Ordinal), external.IndexOf('=', StringComparison.Ordinal));
            if (mark < 0) continue;
            if (describe?.Invoke(external[..equals]) is not { } parts) return $"type '{external[(mark + 1)..equals]}' is not there to be held against what the generator saw of it";
            if (!external.AsSpan(equals + 1).SequenceEqual(parts)) return $"type '{external[(mark + 1)..equals]}' is not what the generator saw of it: another one adds to it";
        }
        return null;
    }

    /// <summary>The externals that are assemblies.</summary>
    internal static string[] Without(string[] externals) => Array.Exists(externals, IsOfType) ? Array.FindAll(externals, external => !IsOfType(external)) : externals;

    private static bool IsOfType(string external) => external.Contains('!', StringComparison.Ordinal);

    /// <summary>What a type has. Called by generated code, which names the type so that trimming keeps all of it.</summary>
    /// <param name="type">The type; null when it is not there.</param>
    /// <returns><c>base/fields/methods/interfaces/attributes</c>; null for null.</returns>
    public static string? Of([DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] Type? type)
    {
        if (type is null) return null;
        const BindingFlags Own = BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance;
        var fields = type.GetFields(Own).Count(field => IsNamed(field) && !(field.IsStatic && field.Name.StartsWith("__", StringComparison.Ordinal)));
        var methods = type.GetMethods(Own).Count(IsNamed) + type.GetConstructors(Own).Length;
        var attributes = type.GetCustomAttributesData().Count(attribute => !IsOfCompiler(attribute.AttributeType.Namespace ?? ""));
        return $"{type.BaseType?.Name}/{fields}/{methods}/{type.GetInterfaces().Length}/{attributes}";
    }

    // Others the compiler made.
    private static bool IsNamed(MemberInfo member) => !member.Name.StartsWith('<');

    private static bool IsOfCompiler(string space) =>
        space is "System" or "System.Reflection" || space.StartsWith("System.Runtime.", StringComparison.Ordinal)
        || space.StartsWith("System.Diagnostics", StringComparison.Ordinal) || space.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal);
}
