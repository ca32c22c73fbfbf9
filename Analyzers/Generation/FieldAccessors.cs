using Memo.Analyzers.Encodings;
using Memo.Analyzers.Symbols;
using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Generation;

/// <summary>
/// Reaches fields through accessors, whatever their accessibility: they also write readonly fields, and the JIT makes them plain accesses.
/// </summary>
internal sealed class FieldAccessors
{
    private readonly Dictionary<(ISymbol Owner, string Field), string> _names = [];
    private readonly Dictionary<ISymbol, (string Header, List<string> Lines)> _holders = new(SymbolEqualityComparer.Default);
    private readonly List<string> _plain = [];

    private static readonly SymbolDisplayFormat s_plain = SymbolDisplayFormat.FullyQualifiedFormat
        .WithMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers | SymbolDisplayMiscellaneousOptions.UseSpecialTypes);

    /// <summary>A type in generated code, without what nullable annotations say.</summary>
    public static string Name(ITypeSymbol type) => type.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString(s_plain);

    /// <summary>The field of <c>value</c>, as something that can be read and assigned.</summary>
    public string Access(CodecField field, bool ofStruct)
    {
        var owner = field.Owner.OriginalDefinition;
        var type = owner.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(member => member.MetadataName == field.MetadataName)?.Type ?? OfParameter(field, owner);
        return $"{Accessor(field.Owner, field.MetadataName, type, "Field")}({(ofStruct ? "ref " : "")}value)";
    }

    /// <summary>A static field.</summary>
    public string Access(IFieldSymbol field) => $"{Accessor(field.ContainingType, field.MetadataName, field.OriginalDefinition.Type, "StaticField")}(default)";

    private string Accessor(INamedTypeSymbol constructed, string field, ITypeSymbol type, string kind)
    {
        var owner = constructed.OriginalDefinition;
        var parameters = GenericOwner.Parameters(owner).ToList();
        if (!_names.TryGetValue((owner, field), out var name))
        {
            _names.Add((owner, field), name = "F" + (_names.Count + 1));
            // It is found by the types of the definition, so the holder has the same type parameters.
            var lines = parameters.Count == 0 ? _plain : Holder(owner, parameters);
            lines.Add($"[global::System.Runtime.CompilerServices.UnsafeAccessor(global::System.Runtime.CompilerServices.UnsafeAccessorKind.{kind}, Name = {SourceWriter.Literal(field)})]");
            // A static class cannot be the type of a parameter, so it goes by name.
            var parameter = owner.IsStatic ? $"[global::System.Runtime.CompilerServices.UnsafeAccessorType({SourceWriter.Literal(TypeTraits.MetadataName(owner) + ", " + owner.ContainingAssembly.Name)})] object"
                : (kind == "Field" && owner.IsValueType ? "ref " : "") + Name(owner);
            lines.Add($"internal static extern ref {Name(type)} {name}({parameter} value);");
        }

        var holder = parameters.Count == 0 ? "Fields" : $"{HolderName(owner)}<{string.Join(", ", GenericOwner.Arguments(constructed).Select(Name))}>";
        return $"{holder}.{name}";
    }

    public void Emit(SourceWriter source)
    {
        if (_plain.Count > 0)
        {
            Emit(source, "file static class Fields", _plain);
        }

        foreach (var (header, lines) in _holders.Values)
        {
            Emit(source, header, lines);
        }
    }

    private static void Emit(SourceWriter source, string header, List<string> lines)
    {
        source.Line().Open(header);
        foreach (var line in lines)
        {
            source.Line(line);
        }

        source.Close();
    }

    // A parameter that a primary constructor keeps has no field that symbols show.
    private static ITypeSymbol OfParameter(CodecField field, INamedTypeSymbol owner) =>
        owner.InstanceConstructors.SelectMany(constructor => constructor.Parameters).First(parameter => $"<{parameter.Name}>P" == field.MetadataName).Type;

    private string HolderName(INamedTypeSymbol owner) => "Fields" + (_holders.Keys.TakeWhile(known => !SymbolEqualityComparer.Default.Equals(known, owner)).Count() + 1);

    private List<string> Holder(INamedTypeSymbol owner, List<ITypeParameterSymbol> parameters)
    {
        if (!_holders.TryGetValue(owner, out var holder))
        {
            var header = $"file static class Fields{_holders.Count + 1}<{string.Join(", ", parameters.Select(Name))}>{string.Concat(parameters.Select(TypeConstraints.Clause))}";
            _holders.Add(owner, holder = (header, []));
        }

        return holder.Lines;
    }
}
