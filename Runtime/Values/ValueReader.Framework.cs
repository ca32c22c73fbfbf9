using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;

namespace Memo.Values;

public ref partial struct ValueReader
{
    /// <summary>Reads a text that is being built.</summary>
    /// <returns>The value.</returns>
    public StringBuilder ReadStringBuilder()
    {
        Expect(JsonTokenType.StartArray);
        var capacity = ReadInt32();
        var limit = ReadInt32();
        var text = ReadString() ?? throw new MalformedEntryException("a text");
        Expect(JsonTokenType.EndArray);
        // A capacity is room that somebody asked for; no entry may ask for more of it than any text that is worth remembering has.
        if (capacity < text.Length || capacity > Math.Max(ValueFormat.LargestCapacity, text.Length) || limit < capacity) throw new MalformedEntryException("a capacity that fits");
        return new StringBuilder(capacity, limit).Append(text);
    }

    /// <summary>Reads an address of a network.</summary>
    /// <returns>The value.</returns>
    public IPAddress ReadIPAddress()
    {
        Next();
        if (_json.TokenType == JsonTokenType.Number)
        {
            return _json.TryGetInt32(out var index) && (uint)index < (uint)KnownObjects.Addresses.Length
                ? KnownObjects.Addresses[index]
                : throw new MalformedEntryException("an address");
        }
        if (_json.TokenType != JsonTokenType.StartArray) throw new MalformedEntryException("an address");
        var bytes = ReadBase64();
        var scope = ReadInt64();
        Expect(JsonTokenType.EndArray);
        return bytes.Length == 4 ? new IPAddress(bytes) : new IPAddress(bytes, scope);
    }

    /// <summary>Reads a culture by its name.</summary>
    /// <returns>The value.</returns>
    public CultureInfo ReadCultureInfo() => KnownObjects.FindCulture(Text()) ?? throw new MalformedEntryException("a culture");

    /// <summary>Reads an object that is a text, a number or another value that stands for itself, or null.</summary>
    /// <returns>The value.</returns>
    public object? ReadBoxed()
    {
        if (TryReadNull()) return null;
        BeginObject();
        Expect(JsonTokenType.PropertyName);
        var type = _json.GetString();
        object? value = type switch
        {
            "string" => ReadString(),
            "int" => ReadInt32(),
            "double" => ReadDouble(),
            "bool" => ReadBoolean(),
            "long" => ReadInt64(),
            "decimal" => ReadDecimal(),
            "byte" => ReadByte(),
            "sbyte" => ReadSByte(),
            "short" => ReadInt16(),
            "ushort" => ReadUInt16(),
            "uint" => ReadUInt32(),
            "ulong" => ReadUInt64(),
            "Int128" => ReadInt128(),
            "UInt128" => ReadUInt128(),
            "char" => ReadChar(),
            "Half" => ReadHalf(),
            "float" => ReadSingle(),
            "Guid" => ReadGuid(),
            "DateTime" => ReadDateTime(),
            "DateTimeOffset" => ReadDateTimeOffset(),
            "TimeSpan" => ReadTimeSpan(),
            "DateOnly" => ReadDateOnly(),
            "TimeOnly" => ReadTimeOnly(),
            "BigInteger" => ReadBigInteger(),
            "Version" => ReadVersion(),
            "Uri" => ReadUri(),
            _ => throw new MalformedEntryException("a type of a value"),
        };
        EndObject();
        return value ?? throw new MalformedEntryException("a value");
    }
}
