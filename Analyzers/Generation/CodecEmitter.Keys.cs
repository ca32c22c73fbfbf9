using Memo.Analyzers.Encodings;

namespace Memo.Analyzers.Generation;

/// <summary>Into a key.</summary>
internal sealed partial class CodecEmitter
{
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
                // Two of them are equal when they are one array, not when their elements are; the empty one is there once.
                source.Line($"if (!key.BeginSequence(global::System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsArray(value), value.Length, {Contract(codec.Type)}, immutable: value == {Name(codec.Type)}.Empty)) return;");
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
}
