using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Numerics;
using System.Text;

namespace Memo.Keys;

public sealed partial class KeyWriter
{
    /// <summary>Writes a text that is being built, with its capacities, by which two of them are told apart.</summary>
    /// <param name="value">The text.</param>
    public void Write(StringBuilder value)
    {
        ArgumentNullException.ThrowIfNull(value);
        Write(value.Capacity);
        Write(value.MaxCapacity);
        Text(KeyTag.Text, value.ToString());
    }

    /// <summary>Writes an address of a network. One of a type that the framework does not know is refused.</summary>
    /// <param name="value">The address.</param>
    public void Write(IPAddress value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value.GetType().Assembly != typeof(IPAddress).Assembly)
        {
            RefuseType(value);
            return;
        }
        // The well-known ones cannot be changed, others can.
        Write(value.GetType() == typeof(IPAddress));
        Write((int)value.AddressFamily);
        var bytes = value.GetAddressBytes();
        WriteBits<byte>(bytes);
        Write(bytes.Length == 4 ? 0L : value.ScopeId);
    }

    /// <summary>Writes a culture by all that it does to texts and numbers; its name alone says too little.</summary>
    /// <param name="value">The culture.</param>
    public void Write(CultureInfo value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (CultureFingerprint.Of(value, out var formats) is { } refusal)
        {
            Refuse($"is a culture that cannot be known: {refusal}");
            return;
        }
        Write(value.IsReadOnly);
        formats.CopyTo(Tagged(KeyTag.Culture, Hash256.Size));
    }

    /// <summary>Writes a type, with the builds of the assemblies that it comes from: methods can ask it what they like.</summary>
    /// <param name="value">The type.</param>
    public void Write(Type? value)
    {
        if (value is null)
        {
            Tag(KeyTag.NullReference);
            return;
        }
        if (value.GetType() != typeof(int).GetType() || value.AssemblyQualifiedName is not { } name)
        {
            Refuse("is a type that only this process knows");
            return;
        }
        Text(KeyTag.Type, name);
        WriteBuilds(value);
        Tag(KeyTag.End);
    }

    /// <summary>Writes an object that is a text, a number or another value that stands for itself; any other is refused.</summary>
    /// <param name="value">The object.</param>
    public void WriteBoxed(object? value)
    {
        // Texts are compared by what they say; of other objects, it can be seen whether two are one.
        if (value is null or string or Uri or Version)
        {
            if (value is null) Tag(KeyTag.NullReference);
            else if (value is string text) Write(text);
            else if (value is Version version && version.GetType() == typeof(Version)) Write(version);
            else if (value is Uri uri) Write(uri);
            return;
        }
        if (Refusal is not null || !Enter(value, immutable: false)) return;
        switch (value)
        {
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
            default: RefuseType(value); break;
        }
        End();
    }

    /// <summary>Says that an object is of a type that was not among those known at compile time.</summary>
    /// <param name="value">The object.</param>
    public void RefuseType(object value)
    {
        ArgumentNullException.ThrowIfNull(value);
        Refuse($"has the run-time type {value.GetType()}, which was not known at compile time");
    }

    /// <summary>Says that a sequence is none of the collections that were known at compile time.</summary>
    /// <param name="value">The sequence.</param>
    public void RefuseSequence(object value)
    {
        if (value is System.Collections.ICollection) RefuseType(value);
        else Refuse("is a lazy sequence");
    }

    private void WriteBuilds(Type type)
    {
        if (type.GetElementType() is { } element)
        {
            WriteBuilds(element);
            return;
        }
        type.Module.ModuleVersionId.TryWriteBytes(Tagged(KeyTag.Guid, 16));
        foreach (var argument in type.GenericTypeArguments) WriteBuilds(argument);
    }
}
