using Memo.Analyzers.Encodings;
using Memo.Analyzers.Symbols;
using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Generation;

/// <summary>
/// Writes, for each type that keys and entries need, three functions: into a key, into an entry, out of an entry.
/// </summary>
internal sealed partial class CodecEmitter
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
