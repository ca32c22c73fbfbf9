using System.Buffers;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Memo.Keys;

namespace Memo.Values;

/// <summary>Writes a result as JSON so that <see cref="ValueReader"/> gives back the same, bit for bit. Not thread safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class ValueWriter : IDisposable
{
    private readonly ArrayBufferWriter<byte> _buffer = new(256);
    private readonly Utf8JsonWriter _json;

    internal ValueWriter() => _json = new Utf8JsonWriter(_buffer, ValueFormat.Writer);

    /// <summary>Writes null.</summary>
    public void WriteNull() => _json.WriteNullValue();

    /// <summary>Writes the beginning of an object. Pairs of <see cref="Name"/> and a value come next, then <see cref="EndObject"/>.</summary>
    public void BeginObject() => _json.WriteStartObject();

    /// <summary>Writes the name of the member that is written next.</summary>
    /// <param name="name">The name.</param>
    public void Name(string name) => _json.WritePropertyName(name);

    /// <summary>Writes the end of the object that was begun last.</summary>
    public void EndObject() => _json.WriteEndObject();

    /// <summary>Writes the beginning of an array. Its elements come next, then <see cref="EndArray"/>.</summary>
    /// <param name="count">How many elements there are.</param>
    public void BeginArray(int count)
    {
        _json.WriteStartArray();
        _json.WriteNumberValue(count);
    }

    /// <summary>Writes the end of the array that was begun last.</summary>
    public void EndArray() => _json.WriteEndArray();

    /// <summary>Writes an array of numbers as base64 of its raw bits.</summary>
    /// <typeparam name="T">A primitive type, <see cref="Int128"/>, <see cref="UInt128"/>, <see cref="Half"/>, <see cref="System.Guid"/> or an enum.</typeparam>
    /// <param name="values">The numbers.</param>
    public void WriteBits<T>(ReadOnlySpan<T> values) where T : unmanaged
    {
        var kind = ElementKind.Of<T>();
        if (kind == ElementKind.None) Refuse($"has elements of type {typeof(T)}, whose bits are not stored");
        _json.WriteStartArray();
        _json.WriteNumberValue(kind);
        _json.WriteNumberValue(values.Length);
        _json.WriteBase64StringValue(ElementKind.Bits(values));
        _json.WriteEndArray();
    }

    /// <summary>Says that the result cannot be stored, and does not return.</summary>
    /// <param name="reason">The rest of a sentence about the result: <c>has a comparer of its own</c>.</param>
    [DoesNotReturn]
    [SuppressMessage("Performance", "CA1822", Justification = "Generated code calls it on the writer, like every other member.")]
    public void Refuse(string reason) => throw new ValueRefusedException(reason);

    /// <summary>Ends the writing.</summary>
    public void Dispose() => _json.Dispose();

    internal ReadOnlyMemory<byte> Finish()
    {
        _json.Flush();
        return _buffer.WrittenMemory;
    }
}
