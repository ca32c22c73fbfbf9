using System.Globalization;
using System.Net;
using System.Numerics;
using System.Text;

namespace Memo.Values;

public sealed partial class ValueWriter
{
    /// <summary>Writes a text that is being built, with its capacities.</summary>
    /// <param name="value">The text.</param>
    public void Write(StringBuilder value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _json.WriteStartArray();
        _json.WriteNumberValue(value.Capacity);
        _json.WriteNumberValue(value.MaxCapacity);
        Write(value.ToString());
        _json.WriteEndArray();
    }

    /// <summary>Writes an address of a network.</summary>
    /// <param name="value">The address.</param>
    public void Write(IPAddress value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value.GetType() == typeof(IPAddress))
        {
            _json.WriteStartArray();
            _json.WriteBase64StringValue(value.GetAddressBytes());
            _json.WriteNumberValue(value.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 ? value.ScopeId : 0);
            _json.WriteEndArray();
            return;
        }
        var index = Array.FindIndex(KnownObjects.Addresses, known => ReferenceEquals(known, value));
        if (index < 0) RefuseType(value);
        _json.WriteNumberValue(index);
    }

    /// <summary>Writes a culture by its name; one that was or could be changed is refused.</summary>
    /// <param name="value">The culture.</param>
    public void Write(CultureInfo value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (!ReferenceEquals(value, KnownObjects.FindCulture(value.Name))) Refuse("holds a culture that is not the unchangeable one that CultureInfo.GetCultureInfo gives");
        _json.WriteStringValue(value.Name);
    }

    /// <summary>Writes an object that is a text, a number or another value that stands for itself, with its type; any other is refused.</summary>
    /// <param name="value">The object.</param>
    public void WriteBoxed(object? value)
    {
        if (value is null)
        {
            _json.WriteNullValue();
            return;
        }
        _json.WriteStartObject();
        _json.WritePropertyName(BoxedTypes.NameOf(value.GetType()) ?? "");
        switch (value)
        {
            case string x: Write(x); break;
            case bool x: Write(x); break;
            case byte x: Write(x); break;
            case sbyte x: Write(x); break;
            case short x: Write(x); break;
            case ushort x: Write(x); break;
            case int x: Write(x); break;
            case uint x: Write(x); break;
            case long x: Write(x); break;
            case ulong x: Write(x); break;
            case Int128 x: Write(x); break;
            case UInt128 x: Write(x); break;
            case char x: Write(x); break;
            case Half x: Write(x); break;
            case float x: Write(x); break;
            case double x: Write(x); break;
            case decimal x: Write(x); break;
            case Guid x: Write(x); break;
            case DateTime x: Write(x); break;
            case DateTimeOffset x: Write(x); break;
            case TimeSpan x: Write(x); break;
            case DateOnly x: Write(x); break;
            case TimeOnly x: Write(x); break;
            case BigInteger x: Write(x); break;
            case Version x: Write(x); break;
            case Uri x when x.GetType() == typeof(Uri): Write(x); break;
            default: RefuseType(value); break;
        }
        _json.WriteEndObject();
    }
}
