using Memo.Analyzers.Encodings;
using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Generation;

/// <summary>Out of an entry.</summary>
internal sealed partial class CodecEmitter
{
    private void EmitRead(SourceWriter source, Codec codec, string type)
    {
        var item = codec.Parts.Count > 0 ? Name(codec.Parts[0].Type) : "";
        switch (codec.Kind)
        {
            case CodecKind.Opaque:
                source.Line($"return ({type})reader.{codec.Reader}();");
                break;
            case CodecKind.Enum:
                source.Line($"return ({type}){ReadValue(codec.Parts[0])};");
                break;
            case CodecKind.Nullable:
                source.Line($"return reader.TryReadNull() ? null : {ReadValue(codec.Parts[0])};");
                break;
            case CodecKind.Array when codec.Type is IArrayTypeSymbol { IsSZArray: false } array:
                source.Line("reader.BeginObject();").Line($"reader.Name(\"shape\"); var shape = reader.ReadShape({array.Rank});").Line("reader.Name(\"items\");");
                ReadElements(source, codec, item);
                source.Line($"var value = reader.MakeArray<{type}>(shape, items.Length);").Line($"global::System.MemoryExtensions.AsSpan(items).CopyTo({Elements(codec)});")
                    .Line("reader.EndObject();").Line("return value;");
                break;
            case CodecKind.Array:
                ReadElements(source, codec, item);
                source.Line("return items;");
                break;
            case CodecKind.ImmutableArray:
                ReadElements(source, codec, item);
                source.Line($"if (items.Length == 0) return {type}.Empty;").Line("return global::System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsImmutableArray(items);");
                break;
            case CodecKind.Collection when codec.IsBulk:
                source.Line($"return new {type}(reader.ReadBits<{item}>());");
                break;
            case CodecKind.Collection:
                ReadCollection(source, codec, type);
                break;
            case CodecKind.OneOf:
                ReadOneOf(source, codec, type);
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
                foreach (var (name, part, _) in Members(codec))
                {
                    names.Add("part" + names.Count);
                    source.Line($"reader.Name({SourceWriter.Literal(name)}); var {names[names.Count - 1]} = {ReadValue(part)};");
                }

                var parts = string.Join(", ", names);
                source.Line("reader.EndObject();").Line(codec.Composite is { } form ? $"return {Fill(form.Make, codec.Type).Replace("{parts}", parts)};" : $"return ({parts});");
                break;
        }
    }

    private void ReadElements(SourceWriter source, Codec codec, string item)
    {
        if (codec.IsBulk)
        {
            source.Line($"var items = reader.ReadBits<{item}>();");
            return;
        }

        source.Line("var count = reader.BeginArray();")
            .Line($"var items = {NewArray(codec.Parts[0].Type, "count")};")
            .Line($"for (var i = 0; i < count; i++) items[i] = {ReadValue(codec.Parts[0])};")
            .Line("reader.EndArray();");
    }

    private void ReadCollection(SourceWriter source, Codec codec, string type)
    {
        var form = codec.Collection!;
        var named = (INamedTypeSymbol)codec.Type;
        var comparer = $"global::System.Collections.Generic.{(form.IsSorted ? "IComparer" : "IEqualityComparer")}<{(form.Comparer is null ? "" : Name(named.TypeArguments[form.Compared]))}>";
        source.Line(HasNamedComparers(form, named) ? "var count = reader.BeginArray(out var named);" : "var count = reader.BeginArray();");
        if (form.Comparer is not null)
        {
            source.Line($"{comparer} comparer = {(HasNamedComparers(form, named) ? "named" : "null")};");
        }

        var make = Fill(form.Make, codec.Type);
        if (form is { Add: { } add, IsBackwards: false })
        {
            source.Line($"var result = {make};").Open("for (var i = 0; i < count; i++)");
            source.Line(Adding(add, [.. ReadParts(source, codec)]) + ";").Close().Line("reader.EndArray();").Line("return result;");
            return;
        }

        var item = codec.Parts.Count == 1 ? codec.Parts[0].Type : null;
        var pair = codec.Parts.Count == 1 ? "" : $"global::System.Collections.Generic.KeyValuePair<{Name(codec.Parts[0].Type)}, {Name(codec.Parts[1].Type)}>";
        source.Line($"var items = {(item is null ? $"new {pair}[count]" : NewArray(item, "count"))};").Open("for (var i = 0; i < count; i++)");
        var parts = ReadParts(source, codec).ToList();
        source.Line($"items[i] = {(item is null ? $"new {pair}({string.Join(", ", parts)})" : parts[0])};").Close().Line("reader.EndArray();");
        if (form.IsBackwards)
        {
            source.Line("global::System.Array.Reverse(items);");
        }

        if (form.Add is { } push)
        {
            source.Line($"var result = {make};").Line($"foreach (var item in items) {Adding(push, "item")};").Line("return result;");
            return;
        }

        if (!form.IsUnordered)
        {
            source.Line($"return {make};");
            return;
        }

        // Where hash codes collide, the order comes from the order of adding, which some of these turn round.
        source.Line($"var result = {make};").Line("if (global::Memo.Parts.HashOrder.IsSame(result, items)) return result;").Line("global::System.Array.Reverse(items);").Line($"return {make};");
    }

    private static string Adding(string add, params string[] parts) => add.Replace("{0}", parts[0]).Replace("{1}", parts[parts.Length - 1]);

    // Reads the parts of an item into variables, and gives their names.
    private IEnumerable<string> ReadParts(SourceWriter source, Codec codec)
    {
        if (codec.Parts.Count == 1)
        {
            source.Line($"var part0 = {ReadValue(codec.Parts[0])};");
            return ["part0"];
        }

        source.Line("reader.BeginObject();")
            .Line($"reader.Name(\"key\"); var part0 = {ReadValue(codec.Parts[0])};")
            .Line($"reader.Name(\"value\"); var part1 = {ReadValue(codec.Parts[1])};")
            .Line("reader.EndObject();");
        return ["part0", "part1"];
    }

    private void ReadOneOf(SourceWriter source, Codec codec, string type)
    {
        source.Line($"{type} value;").Line("reader.BeginObject();").Line("reader.Name(\"type\"); var name = reader.ReadString();").Line("reader.Name(\"value\");").Open("switch (name)");
        foreach (var (part, name) in Alternatives(codec))
        {
            source.Line($"case {SourceWriter.Literal(name)}: value = {ReadValue(part)}; break;");
        }

        if (CanBeSpelled(codec))
        {
            ReadExpressions(source, codec);
        }

        source.Line("default: throw reader.Unexpected(\"a type that may be there\");").Close().Line("reader.EndObject();").Line("return value;");
    }

    private static string NewArray(ITypeSymbol element, string count)
    {
        // The length goes into the first brackets: new string[count][] for an array of arrays.
        var suffix = "";
        while (element is IArrayTypeSymbol inner)
        {
            suffix += $"[{new string(',', inner.Rank - 1)}]";
            element = inner.ElementType;
        }

        return $"new {Name(element)}[{count}]{suffix}";
    }
}
