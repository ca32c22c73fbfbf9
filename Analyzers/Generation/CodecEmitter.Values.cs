using Memo.Analyzers.Encodings;
using Memo.Analyzers.Symbols;
using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Generation;

/// <summary>Into an entry.</summary>
internal sealed partial class CodecEmitter
{
    private void EmitValue(SourceWriter source, Codec codec)
    {
        var type = Name(codec.Type);
        var number = _numbers[codec];
        source.Open($"internal static void WriteValue{number}(global::Memo.Values.ValueWriter writer, {type} value)");
        if (codec.Type.IsReferenceType)
        {
            source.Line("if (value is null) { writer.WriteNull(); return; }");
        }

        EmitWrite(source, codec);
        source.Close().Line();
        source.Open($"internal static {type} ReadValue{number}(ref global::Memo.Values.ValueReader reader)");
        if (codec.Type.IsReferenceType)
        {
            source.Line("if (reader.TryReadNull()) return null;");
        }

        EmitRead(source, codec, type);
        source.Close().Line();
    }

    private void EmitWrite(SourceWriter source, Codec codec)
    {
        switch (codec.Kind)
        {
            case CodecKind.Opaque:
                source.Line("writer.Write(value);");
                break;
            case CodecKind.Enum:
                source.Line(WriteValue(codec.Parts[0], $"({Name(codec.Parts[0].Type)})value") + ";");
                break;
            case CodecKind.Nullable:
                source.Line($"if (value.HasValue) {WriteValue(codec.Parts[0], "value.GetValueOrDefault()")}; else writer.WriteNull();");
                break;
            case CodecKind.Array when codec.Type is IArrayTypeSymbol { IsSZArray: false }:
                source.Line("writer.BeginObject();").Line("writer.Name(\"shape\"); writer.WriteShape(value);").Line("writer.Name(\"items\");");
                WriteElements(source, codec, "value.Length", Elements(codec));
                source.Line("writer.EndObject();");
                break;
            case CodecKind.Array:
                WriteElements(source, codec, "value.Length", "value");
                break;
            case CodecKind.ImmutableArray:
                source.Line("if (value.IsDefault) writer.Refuse(\"it holds a default ImmutableArray\");");
                WriteElements(source, codec, "value.Length", "value");
                break;
            case CodecKind.Collection:
                WriteCollection(source, codec);
                break;
            case CodecKind.OneOf:
                source.Open("switch (value)");
                foreach (var (part, name) in Alternatives(codec))
                {
                    var type = Name(part.Type);
                    source.Line($"case {type} item{(part.Type.IsValueType ? "" : $" when value.GetType() == typeof({type})")}: writer.BeginObject(); writer.Name(\"type\"); writer.Write({SourceWriter.Literal(name)}); writer.Name(\"value\"); {WriteValue(part, "item")}; writer.EndObject(); break;");
                }

                if (CanBeSpelled(codec))
                {
                    WriteExpressions(source, codec);
                }

                source.Line("default: writer.RefuseType(value); break;").Close();
                break;
            default:
                Refuse(source, codec, "writer", codec.Composite?.Refusal);
                foreach (var known in codec.KnownObjects)
                {
                    source.Line($"if (ReferenceEquals(value, {_fields.Access(known)})) {{ writer.Refuse({SourceWriter.Literal($"holds the object '{Title(known)}', of which a copy would come back")}); return; }}");
                }

                source.Line("writer.BeginObject();");
                foreach (var (name, part, access) in Members(codec))
                {
                    source.Line($"writer.Name({SourceWriter.Literal(name)}); {WriteValue(part, access)};");
                }

                source.Line("writer.EndObject();");
                break;
        }
    }

    private static string Title(IFieldSymbol known) => $"{known.ContainingType.Name}.{known.AssociatedSymbol?.Name ?? known.Name}";

    private void WriteElements(SourceWriter source, Codec codec, string count, string elements)
    {
        if (codec.IsBulk)
        {
            source.Line($"writer.WriteBits<{Name(codec.Parts[0].Type)}>({elements});");
            return;
        }

        source.Line($"writer.BeginArray({count});").Line($"foreach (var item in {elements}) {WriteValue(codec.Parts[0], "item")};").Line("writer.EndArray();");
    }

    private void WriteCollection(SourceWriter source, Codec codec)
    {
        var form = codec.Collection!;
        var type = (INamedTypeSymbol)codec.Type;
        Refuse(source, codec, "writer", form.Refusal);
        if (form.HasGaps)
        {
            source.Line("writer.RefuseGaps(value);");
        }

        if (codec.IsBulk)
        {
            source.Line($"writer.WriteBits<{Name(codec.Parts[0].Type)}>({form.Span});");
            return;
        }

        // Another comparer than those that have a name is refused with the key of the result.
        source.Line(HasNamedComparers(form, type) ? $"writer.BeginArray({form.Count}, {form.Comparer}, {DefaultComparer(form, type)});" : $"writer.BeginArray({form.Count});");
        source.Open($"foreach (var item in {form.Items})");
        if (form.Parts.Length == 1)
        {
            source.Line(WriteValue(codec.Parts[0], form.Parts[0]) + ";");
        }
        else
        {
            source.Line("writer.BeginObject();")
                .Line($"writer.Name(\"key\"); {WriteValue(codec.Parts[0], form.Parts[0])};")
                .Line($"writer.Name(\"value\"); {WriteValue(codec.Parts[1], form.Parts[1])};")
                .Line("writer.EndObject();");
        }

        source.Close().Line("writer.EndArray();");
    }

    // What may be there, each with the name that entries have for it.
    private static IEnumerable<(Codec Part, string Name)> Alternatives(Codec codec)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in Possible(codec, withValue: true))
        {
            var name = part.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
            yield return (part, names.Add(name) ? name : SymbolNames.Identity(part.Type));
        }
    }

    private static string Elements(Codec codec) => $"global::Memo.Parts.ArrayElements.Of<{Name(codec.Parts[0].Type)}>(value)";

    private IEnumerable<(string Name, Codec Codec, string Access)> Members(Codec codec) => codec.Kind switch
    {
        CodecKind.Composite => codec.Composite!.Parts.Select((part, i) => (part.Name, codec.Parts[i], Fill(part.Access, codec.Type))),
        CodecKind.Tuple => codec.Parts.Select((part, i) => ($"item{i + 1}", part, $"value.Item{i + 1}")),
        _ => codec.Fields.Select(field => (field.Name, field.Codec, Access(field, codec.Type))),
    };
}
