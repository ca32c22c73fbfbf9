using Memo.Analyzers.Encodings;
using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Generation;

/// <summary>Into an entry, and out of it.</summary>
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
            case CodecKind.Enum:
                source.Line(WriteValue(codec.Parts[0], $"({Name(codec.Parts[0].Type)})value") + ";");
                break;
            case CodecKind.Nullable:
                source.Line($"if (value.HasValue) {WriteValue(codec.Parts[0], "value.GetValueOrDefault()")}; else writer.WriteNull();");
                break;
            case CodecKind.Array or CodecKind.List when codec.IsBulk:
                var span = codec.Kind == CodecKind.List ? "global::System.Runtime.InteropServices.CollectionsMarshal.AsSpan(value)" : "value";
                source.Line($"writer.WriteBits<{Name(codec.Parts[0].Type)}>({span});");
                break;
            case CodecKind.Array or CodecKind.ImmutableArray or CodecKind.List or CodecKind.HashSet:
                if (codec.Kind == CodecKind.ImmutableArray)
                {
                    source.Line("if (value.IsDefault) writer.Refuse(\"it holds a default ImmutableArray\");");
                }

                source.Line($"writer.BeginArray(value.{(codec.Kind is CodecKind.Array or CodecKind.ImmutableArray ? "Length" : "Count")});")
                    .Line($"foreach (var item in value) {WriteValue(codec.Parts[0], "item")};")
                    .Line("writer.EndArray();");
                break;
            case CodecKind.Dictionary:
                source.Line("writer.BeginArray(value.Count);")
                    .Open("foreach (var item in value)")
                    .Line("writer.BeginObject();")
                    .Line($"writer.Name(\"key\"); {WriteValue(codec.Parts[0], "item.Key")};")
                    .Line($"writer.Name(\"value\"); {WriteValue(codec.Parts[1], "item.Value")};")
                    .Line("writer.EndObject();")
                    .Close().Line("writer.EndArray();");
                break;
            default:
                source.Line("writer.BeginObject();");
                foreach (var (name, codecOfPart, access) in Members(codec))
                {
                    source.Line($"writer.Name({SourceWriter.Literal(name)}); {WriteValue(codecOfPart, access)};");
                }

                source.Line("writer.EndObject();");
                break;
        }
    }

    private void EmitRead(SourceWriter source, Codec codec, string type)
    {
        var item = codec.Parts.Count > 0 ? Name(codec.Parts[0].Type) : "";
        switch (codec.Kind)
        {
            case CodecKind.Enum:
                source.Line($"return ({type}){ReadValue(codec.Parts[0])};");
                break;
            case CodecKind.Nullable:
                source.Line($"return reader.TryReadNull() ? null : {ReadValue(codec.Parts[0])};");
                break;
            case CodecKind.Array or CodecKind.List when codec.IsBulk:
                source.Line(codec.Kind == CodecKind.Array ? $"return reader.ReadBits<{item}>();" : $"return new {type}(reader.ReadBits<{item}>());");
                break;
            case CodecKind.Array:
                source.Line("var count = reader.BeginArray();")
                    .Line($"var result = {NewArray(codec.Parts[0].Type, "count")};")
                    .Line($"for (var i = 0; i < count; i++) result[i] = {ReadValue(codec.Parts[0])};")
                    .Line("reader.EndArray();").Line("return result;");
                break;
            case CodecKind.ImmutableArray:
                source.Line("var count = reader.BeginArray();")
                    .Line($"var result = {NewArray(codec.Parts[0].Type, "count")};")
                    .Line($"for (var i = 0; i < count; i++) result[i] = {ReadValue(codec.Parts[0])};")
                    .Line("reader.EndArray();")
                    .Line($"if (count == 0) return {type}.Empty;")
                    .Line("return global::System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsImmutableArray(result);");
                break;
            case CodecKind.List or CodecKind.HashSet:
                source.Line("var count = reader.BeginArray();").Line($"var result = new {type}(count);")
                    .Line($"for (var i = 0; i < count; i++) result.Add({ReadValue(codec.Parts[0])});")
                    .Line("reader.EndArray();").Line("return result;");
                break;
            case CodecKind.Dictionary:
                source.Line("var count = reader.BeginArray();").Line($"var result = new {type}(count);")
                    .Open("for (var i = 0; i < count; i++)")
                    .Line("reader.BeginObject();")
                    .Line($"reader.Name(\"key\"); var itemKey = {ReadValue(codec.Parts[0])};")
                    .Line($"reader.Name(\"value\"); result[itemKey] = {ReadValue(codec.Parts[1])};")
                    .Line("reader.EndObject();")
                    .Close().Line("reader.EndArray();").Line("return result;");
                break;
            case CodecKind.Fields:
                source.Line(codec.Type.IsValueType ? $"{type} value = default;"
                    : $"var value = ({type})global::System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(typeof({type}));");
                source.Line("reader.BeginObject();");
                foreach (var field in codec.Fields)
                {
                    source.Line($"reader.Name({SourceWriter.Literal(field.Name)}); {Access(field, codec.Type)} = {ReadValue(field.Codec)};");
                }

                source.Line("reader.EndObject();").Line("return value;");
                break;
            default:
                source.Line("reader.BeginObject();");
                var names = new List<string>();
                foreach (var (name, codecOfPart, _) in Members(codec))
                {
                    names.Add("part" + names.Count);
                    source.Line($"reader.Name({SourceWriter.Literal(name)}); var {names[names.Count - 1]} = {ReadValue(codecOfPart)};");
                }

                source.Line("reader.EndObject();")
                    .Line(codec.Kind == CodecKind.Pair ? $"return new {type}({string.Join(", ", names)});" : $"return ({string.Join(", ", names)});");
                break;
        }
    }

    private static string NewArray(ITypeSymbol element, string count)
    {
        // The length goes into the first brackets: new string[count][] for an array of arrays.
        var suffix = "";
        while (element is IArrayTypeSymbol { IsSZArray: true } inner)
        {
            suffix += "[]";
            element = inner.ElementType;
        }

        return $"new {Name(element)}[{count}]{suffix}";
    }

    private IEnumerable<(string Name, Codec Codec, string Access)> Members(Codec codec) => codec.Kind switch
    {
        CodecKind.Pair => [("key", codec.Parts[0], "value.Key"), ("value", codec.Parts[1], "value.Value")],
        CodecKind.Tuple => codec.Parts.Select((part, i) => ($"item{i + 1}", part, $"value.Item{i + 1}")),
        _ => codec.Fields.Select(field => (field.Name, field.Codec, Access(field, codec.Type))),
    };
}
