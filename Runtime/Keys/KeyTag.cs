namespace Memo.Keys;

/// <summary>
/// The first byte of everything a <see cref="KeyWriter"/> writes. What follows has a length that the tag fixes or that is written
/// before it; so no two sequences of writes give the same bytes.
/// </summary>
internal enum KeyTag : byte
{
    None = 0,
    Boolean, Byte, SByte, Int16, UInt16, Int32, UInt32, Int64, UInt64, Int128, UInt128, Char, Half, Single, Double, Decimal,
    NullText, Text, Guid, DateTime, LocalDateTime, DateTimeOffset, TimeSpan, DateOnly, TimeOnly, BigInteger,
    NullUri, AbsoluteUri, RelativeUri, NullVersion, Version,
    NoValue, HasValue, NullReference, BackReference, Reference, Sequence, Struct, End, Bits,
    Comparer, BitArray, Culture, Json, Type,
}
