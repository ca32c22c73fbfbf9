using System.Runtime.InteropServices;

namespace Memo.Keys;

/// <summary>
/// The types whose arrays are written as raw bits: those in which every bit means something, so that equal bits are equal values and
/// no padding is ever read. The numbers are part of the formats of keys and entries.
/// </summary>
internal static class ElementKind
{
    /// <summary>No such type.</summary>
    public const byte None = 0;

    /// <summary>The number of <typeparamref name="T"/>, an enum's being that of its underlying type; <see cref="None"/> for any other type.</summary>
    public static byte Of<T>() where T : unmanaged
    {
        // The comparisons are constants for the compiler of machine code: only one return is left of this for each T.
        if (typeof(T) == typeof(byte)) return 1;
        if (typeof(T) == typeof(sbyte)) return 2;
        if (typeof(T) == typeof(short)) return 3;
        if (typeof(T) == typeof(ushort)) return 4;
        if (typeof(T) == typeof(int)) return 5;
        if (typeof(T) == typeof(uint)) return 6;
        if (typeof(T) == typeof(long)) return 7;
        if (typeof(T) == typeof(ulong)) return 8;
        if (typeof(T) == typeof(Int128)) return 9;
        if (typeof(T) == typeof(UInt128)) return 10;
        if (typeof(T) == typeof(char)) return 11;
        if (typeof(T) == typeof(Half)) return 12;
        if (typeof(T) == typeof(float)) return 13;
        if (typeof(T) == typeof(double)) return 14;
        if (typeof(T) == typeof(bool)) return 15;
        if (typeof(T) == typeof(Guid)) return 16;
        return typeof(T).IsEnum ? OfEnum(Type.GetTypeCode(typeof(T))) : None;
    }

    /// <summary>
    /// The bits as they lie in memory. Keys and entries hold the processor's architecture, so bits of another byte order never meet.
    /// </summary>
    public static ReadOnlySpan<byte> Bits<T>(ReadOnlySpan<T> values) where T : unmanaged => MemoryMarshal.AsBytes(values);

    private static byte OfEnum(TypeCode code) => code switch
    {
        TypeCode.Byte => 1,
        TypeCode.SByte => 2,
        TypeCode.Int16 => 3,
        TypeCode.UInt16 => 4,
        TypeCode.Int32 => 5,
        TypeCode.UInt32 => 6,
        TypeCode.Int64 => 7,
        TypeCode.UInt64 => 8,
        _ => None,
    };
}
