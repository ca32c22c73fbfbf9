using Memo.Analyzers.Encodings;
using Memo.Analyzers.Symbols;
using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Generation;

/// <summary>
/// Writes, for each type that keys and entries need, three functions: into a key, into an entry, out of an entry.
/// </summary>
internal sealed class CodecEmitter
{
    private readonly Dictionary<Codec, int> _numbers = [];
    private readonly Queue<(Codec Codec, bool WithValue)> _pending = new();
    private readonly HashSet<(Codec, bool)> _requested = [];
    private readonly Dictionary<(INamedTypeSymbol Owner, string Field), string> _accessors = [];
    private readonly List<string> _accessorLines = [];

    public string WriteKey(Codec codec, string value) =>
        codec.Kind == CodecKind.Leaf ? $"key.Write({value})" : $"Codecs.WriteKey{Number(codec, withValue: false)}(key, {value})";

    public string WriteValue(Codec codec, string value) =>
        codec.Kind == CodecKind.Leaf ? $"writer.Write({value})" : $"Codecs.WriteValue{Number(codec, withValue: true)}(writer, {value})";

    public string ReadValue(Codec codec) =>
        codec.Kind == CodecKind.Leaf ? $"reader.{codec.Reader}()" : $"Codecs.ReadValue{Number(codec, withValue: true)}(ref reader)";

    /// <summary>Writes all functions that were asked for, and those that they ask for in turn.</summary>
    public void Emit(SourceWriter source)
    {
        source.Open("file static class Codecs");
        while (_pending.Count > 0)
        {
            var (codec, withValue) = _pending.Dequeue();
            if (withValue)
            {
                EmitValue(source, codec);
            }
            else
            {
                EmitKey(source, codec);
            }
        }

        source.Close();
        if (_accessorLines.Count > 0)
        {
            source.Line().Open("file static class Fields");
            foreach (var line in _accessorLines)
            {
                source.Line(line);
            }

            source.Close();
        }
    }

    private int Number(Codec codec, bool withValue)
    {
        if (!_numbers.TryGetValue(codec, out var number))
        {
            _numbers.Add(codec, number = _numbers.Count + 1);
        }

        if (_requested.Add((codec, withValue)))
        {
            _pending.Enqueue((codec, withValue));
        }

        return number;
    }

    private static string Name(ITypeSymbol type) => type.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString(s_plain);

    private static readonly SymbolDisplayFormat s_plain = SymbolDisplayFormat.FullyQualifiedFormat
        .WithMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers | SymbolDisplayMiscellaneousOptions.UseSpecialTypes);

    private static string Contract(ITypeSymbol type) => SourceWriter.Literal(SymbolNames.Identity(type));

    private static string Literal(bool value) => value ? "true" : "false";

    private void EmitKey(SourceWriter source, Codec codec)
    {
        var type = Name(codec.Type);
        source.Open($"internal static void WriteKey{_numbers[codec]}(global::Memo.Keys.KeyWriter key, {type} value)");
        switch (codec.Kind)
        {
            case CodecKind.Enum:
                source.Line(WriteKey(codec.Parts[0], $"({Name(codec.Parts[0].Type)})value") + ";");
                break;
            case CodecKind.Nullable:
                source.Line($"if (key.BeginNullable(value.HasValue)) {WriteKey(codec.Parts[0], "value.GetValueOrDefault()")};");
                break;
            case CodecKind.Array:
            case CodecKind.List:
                BeginReference(source, codec, type);
                if (codec.IsBulk)
                {
                    var span = codec.Kind == CodecKind.List ? "global::System.Runtime.InteropServices.CollectionsMarshal.AsSpan(value)" : "value";
                    source.Line($"key.WriteBits<{Name(codec.Parts[0].Type)}>({span});");
                }
                else
                {
                    KeyElements(source, codec, codec.Kind == CodecKind.List ? "value.Count" : "value.Length");
                }

                source.Line("key.End();");
                break;
            case CodecKind.ImmutableArray:
                source.Line("if (value.IsDefault) { key.Refuse(\"is a default ImmutableArray\"); return; }");
                source.Line($"key.BeginStruct({Contract(codec.Type)});");
                KeyElements(source, codec, "value.Length");
                source.Line("key.End();");
                break;
            case CodecKind.HashSet:
            case CodecKind.Dictionary:
                BeginReference(source, codec, type);
                source.Line($"if (!global::System.Object.Equals(value.Comparer, global::System.Collections.Generic.EqualityComparer<{Name(codec.Parts[0].Type)}>.Default)) {{ key.Refuse(\"has a comparer of its own\"); return; }}");
                source.Line("key.Write(value.Count);");
                source.Open("foreach (var item in value)");
                if (codec.Kind == CodecKind.HashSet)
                {
                    source.Line(WriteKey(codec.Parts[0], "item") + ";");
                }
                else
                {
                    source.Line(WriteKey(codec.Parts[0], "item.Key") + ";").Line(WriteKey(codec.Parts[1], "item.Value") + ";");
                }

                source.Close().Line("key.End();");
                break;
            case CodecKind.Pair:
                source.Line($"key.BeginStruct({Contract(codec.Type)});")
                    .Line(WriteKey(codec.Parts[0], "value.Key") + ";").Line(WriteKey(codec.Parts[1], "value.Value") + ";").Line("key.End();");
                break;
            case CodecKind.Tuple:
                source.Line($"key.BeginStruct({Contract(codec.Type)});");
                for (var i = 0; i < codec.Parts.Count; i++)
                {
                    source.Line(WriteKey(codec.Parts[i], $"value.Item{i + 1}") + ";");
                }

                source.Line("key.End();");
                break;
            case CodecKind.Sequence:
                source.Open("switch (value)");
                source.Line($"case null: key.BeginReference(null, typeof(object), \"\", true); break;");
                source.Line($"case {Name(codec.Parts[0].Type)} array: {WriteKey(codec.Parts[0], "array")}; break;");
                source.Line($"case {Name(codec.Parts[1].Type)} list: {WriteKey(codec.Parts[1], "list")}; break;");
                source.Line("default: key.Refuse(\"is a lazy sequence or another type than an array or a list\"); break;");
                source.Close();
                break;
            case CodecKind.Fields:
                if (codec.Type.IsValueType)
                {
                    source.Line($"key.BeginStruct({Contract(codec.Type)});");
                }
                else
                {
                    BeginReference(source, codec, type);
                }

                foreach (var field in codec.Fields)
                {
                    source.Line(WriteKey(field.Codec, Access(field, codec.Type)) + ";");
                }

                source.Line("key.End();");
                break;
        }

        source.Close().Line();
    }

    private static void BeginReference(SourceWriter source, Codec codec, string type) =>
        source.Line($"if (!key.BeginReference(value, typeof({type}), {Contract(codec.Type)}, immutable: {Literal(codec.IsImmutable)})) return;");

    private void KeyElements(SourceWriter source, Codec codec, string count) =>
        source.Line($"key.Write({count});").Line($"foreach (var item in value) {WriteKey(codec.Parts[0], "item")};");

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

    // Through an accessor, whatever its accessibility: it also writes readonly fields, and the JIT makes it a plain access.
    private string Access(CodecField field, ITypeSymbol type)
    {
        var key = (field.Owner, field.MetadataName);
        if (!_accessors.TryGetValue(key, out var name))
        {
            _accessors.Add(key, name = "F" + (_accessors.Count + 1));
            _accessorLines.Add($"[global::System.Runtime.CompilerServices.UnsafeAccessor(global::System.Runtime.CompilerServices.UnsafeAccessorKind.Field, Name = {SourceWriter.Literal(field.MetadataName)})]");
            _accessorLines.Add($"internal static extern ref {Name(field.Type)} {name}({(field.Owner.IsValueType ? "ref " : "")}{Name(field.Owner)} value);");
        }

        return $"Fields.{name}({(type.IsValueType ? "ref " : "")}value)";
    }
}
