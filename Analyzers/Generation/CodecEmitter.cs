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
    private readonly FieldAccessors _fields = new();

    public string WriteKey(Codec codec, string value, string key = "key") =>
        codec.Kind == CodecKind.Leaf ? $"{key}.{codec.Writer}({value})" : $"Codecs.WriteKey{Number(codec, withValue: false)}({key}, {value})";

    /// <summary>Writes into a key which objects a static holds, or that this cannot be said.</summary>
    public string WriteStatic(HeldObject held) => held.WhyUnknown is { } reason ? $"key.Refuse({SourceWriter.Literal(reason)})" : WriteKey(held.Codec, held.Place ?? _fields.Access(held.Field));

    public string WriteValue(Codec codec, string value) =>
        codec.Kind == CodecKind.Leaf ? $"writer.{codec.Writer}({value})" : $"Codecs.WriteValue{Number(codec, withValue: true)}(writer, {value})";

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
        _fields.Emit(source);
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

    private static string Name(ITypeSymbol type) => FieldAccessors.Name(type);

    private static string Contract(Codec codec) => SourceWriter.Literal(codec.Contract);

    private static string Literal(bool value) => value ? "true" : "false";

    private string Access(CodecField field, ITypeSymbol type) => _fields.Access(field, type.IsValueType);

    // Each expression of a form, for a construction of the type.
    private static string Fill(string expression, ITypeSymbol type) =>
        expression.Replace("{type}", Name(type)).Replace("{T}", type is INamedTypeSymbol { TypeArguments: [var first, ..] } ? Name(first) : "");

    // The comparer that is used where none is given.
    private static string DefaultComparer(CollectionForm form, INamedTypeSymbol type) =>
        $"global::System.Collections.Generic.{(form.IsSorted ? "Comparer" : "EqualityComparer")}<{Name(type.TypeArguments[form.Compared])}>.Default";

    // Only texts have other comparers that are known.
    private static bool HasNamedComparers(CollectionForm form, INamedTypeSymbol type) => form.Comparer is not null && type.TypeArguments[form.Compared].SpecialType == SpecialType.System_String;

    // What code can be written for: an object of another type is refused.
    private static IEnumerable<Codec> Possible(Codec codec, bool withValue) => codec.Parts.Where(part => part.FindRefusal(forValue: false) is null && (!withValue || part.FindRefusal(forValue: true) is null));
}
