using System.Buffers;
using System.Buffers.Text;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json;
using Memo.Keys;

namespace Memo.Values;

/// <summary>
/// Reads what <see cref="ValueWriter"/> wrote. Anything else makes it throw, which the runtime takes for a damaged entry: what it
/// reads is never trusted with the size of an allocation, the name of a type or the depth of a recursion.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref partial struct ValueReader
{
    private Utf8JsonReader _json;
    private readonly int _size;
    private bool _peeked;

    internal ValueReader(ReadOnlySpan<byte> json)
    {
        _json = new Utf8JsonReader(json, ValueFormat.Reader);
        _size = json.Length;
        _peeked = false;
    }

    /// <summary>Reads null if it is next; reads nothing otherwise.</summary>
    /// <returns>Whether it was null.</returns>
    public bool TryReadNull()
    {
        if (!_peeked && !_json.Read()) throw new MalformedEntryException("a value");
        _peeked = _json.TokenType != JsonTokenType.Null;
        return !_peeked;
    }

    /// <summary>Reads the beginning of an object.</summary>
    public void BeginObject() => Expect(JsonTokenType.StartObject);

    /// <summary>Reads the name of a member.</summary>
    /// <param name="name">The only name that may be there.</param>
    public void Name(string name)
    {
        Expect(JsonTokenType.PropertyName);
        if (!_json.ValueTextEquals(name)) throw new MalformedEntryException($"member '{name}'");
    }

    /// <summary>Reads the end of an object.</summary>
    public void EndObject() => Expect(JsonTokenType.EndObject);

    /// <summary>Reads the beginning of an array.</summary>
    /// <returns>How many elements it says it has; never more than what is left to read could hold.</returns>
    public int BeginArray()
    {
        Expect(JsonTokenType.StartArray);
        return ReadCount();
    }

    /// <summary>Reads the end of an array.</summary>
    public void EndArray() => Expect(JsonTokenType.EndArray);

    /// <summary>Reads an array of numbers.</summary>
    /// <typeparam name="T">The type that was written.</typeparam>
    /// <returns>The numbers, in a new array.</returns>
    public T[] ReadBits<T>() where T : unmanaged
    {
        Expect(JsonTokenType.StartArray);
        var kind = ElementKind.Of<T>();
        if (kind == ElementKind.None || ReadByte() != kind) throw new MalformedEntryException($"elements of type {typeof(T)}");
        var count = ReadInt32();
        Expect(JsonTokenType.String);
        if (_json.ValueIsEscaped) throw new MalformedEntryException("base64");
        var text = _json.ValueSpan;
        // Compared before anything is allocated: so the array is never larger than the text that it is read from.
        var bytes = (long)count * Unsafe.SizeOf<T>();
        if (count < 0 || Base64Length(bytes) != text.Length) throw new MalformedEntryException("as many elements as announced");
        var values = new T[count];
        var target = MemoryMarshal.AsBytes(values.AsSpan());
        if (Base64.DecodeFromUtf8(text, target, out var read, out var written) != OperationStatus.Done
            || read != text.Length || written != target.Length)
        {
            throw new MalformedEntryException("base64");
        }
        Expect(JsonTokenType.EndArray);
        return values;
    }

    internal void End()
    {
        if (_peeked || _json.Read()) throw new MalformedEntryException("the end");
    }

    private int ReadCount()
    {
        var count = ReadInt32();
        // Each element takes a comma and at least one byte.
        if (count < 0 || count > (_size - _json.BytesConsumed) / 2) throw new MalformedEntryException("a count that fits");
        return count;
    }

    private static long Base64Length(long bytes) => (bytes + 2) / 3 * 4;

    private void Expect(JsonTokenType token)
    {
        Next();
        if (_json.TokenType != token) throw new MalformedEntryException(token.ToString());
    }

    private void Next()
    {
        if (_peeked) _peeked = false;
        else if (!_json.Read()) throw new MalformedEntryException("a value");
    }
}
