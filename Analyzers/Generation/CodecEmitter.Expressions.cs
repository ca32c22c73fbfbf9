using Memo.Analyzers.Encodings;
using Memo.Analyzers.Symbols;
using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Generation;

/// <summary>
/// What <c>[x, y]</c> makes where an interface that only reads is asked for: types that the compiler adds to the assembly and nobody can name.
/// Generated code is of the same assembly, so the same expressions make the same types there.
/// </summary>
internal sealed partial class CodecEmitter
{
    private static readonly HashSet<string> s_spelled =
    [
        "System.Collections.Generic.IEnumerable`1", "System.Collections.Generic.IReadOnlyCollection`1", "System.Collections.Generic.IReadOnlyList`1",
    ];

    // Each with the expression that makes one of it from an array of items.
    private static readonly (string Name, string Sample, string Make)[] s_expressions =
    [
        ("[x]", "[default]", "[items[0]]"),
        ("[x, y]", "[default, default]", "[.. items]"),
        ("[.. x]", "[.. (global::System.Collections.Generic.IEnumerable<{T}>)global::System.Array.Empty<{T}>(), default]", "[.. (global::System.Collections.Generic.IEnumerable<{T}>)items]"),
    ];

    private static bool CanBeSpelled(Codec codec) => codec.Elements.Count == 1 && s_spelled.Contains(TypeTraits.MetadataName((INamedTypeSymbol)codec.Type));

    private void EmitExpressions(SourceWriter source, Codec codec)
    {
        for (var i = 0; i < s_expressions.Length; i++)
        {
            source.Line($"private static readonly global::System.Type Expression{_numbers[codec]}_{i} = (({Name(codec.Type)}){Fill(s_expressions[i].Sample, codec.Type)}).GetType();");
        }

        source.Line();
    }

    private void KeyExpressions(SourceWriter source, Codec codec)
    {
        for (var i = 0; i < s_expressions.Length; i++)
        {
            var type = $"Expression{_numbers[codec]}_{i}";
            source.Open($"case var _ when value.GetType() == {type}:")
                .Line($"if (!key.BeginReference(value, {type}, {SourceWriter.Literal(s_expressions[i].Name)}, immutable: false)) return;")
                .Line("key.Write(global::System.Linq.Enumerable.Count(value));")
                .Line($"foreach (var item in value) {WriteKey(codec.Elements[0], "item")};")
                .Line("key.End();").Line("break;").Close();
        }
    }

    private void WriteExpressions(SourceWriter source, Codec codec)
    {
        for (var i = 0; i < s_expressions.Length; i++)
        {
            source.Open($"case var _ when value.GetType() == Expression{_numbers[codec]}_{i}:")
                .Line($"writer.BeginObject(); writer.Name(\"type\"); writer.Write({SourceWriter.Literal(s_expressions[i].Name)}); writer.Name(\"value\");")
                .Line("writer.BeginArray(global::System.Linq.Enumerable.Count(value));")
                .Line($"foreach (var item in value) {WriteValue(codec.Elements[0], "item")};")
                .Line("writer.EndArray(); writer.EndObject();").Line("break;").Close();
        }
    }

    private void ReadExpressions(SourceWriter source, Codec codec)
    {
        foreach (var (name, _, make) in s_expressions)
        {
            source.Open($"case {SourceWriter.Literal(name)}:")
                .Line("var count = reader.BeginArray();")
                .Line($"var items = {NewArray(codec.Elements[0].Type, "count")};")
                .Line($"for (var i = 0; i < count; i++) items[i] = {ReadValue(codec.Elements[0])};")
                .Line($"reader.EndArray(); value = {Fill(make, codec.Type)};").Line("break;").Close();
        }
    }
}
