using System.Text;
using Memo.Values;

namespace Memo.Runtime.Tests.Values;

public sealed class MalformedValueTests
{
    private delegate object? Read(ref ValueReader reader);

    private static IEnumerable<TestCaseData> Cases()
    {
        TestCaseData Case(string json, Read read, string name) => new TestCaseData(json, read).SetName($"{name}: {json}");
        yield return Case("", (ref r) => r.ReadInt32(), "Int32");
        yield return Case("\"1\"", (ref r) => r.ReadInt32(), "Int32");
        yield return Case("1.5", (ref r) => r.ReadInt32(), "Int32");
        yield return Case("2147483648", (ref r) => r.ReadInt32(), "Int32");
        yield return Case("256", (ref r) => r.ReadByte(), "Byte");
        yield return Case("-1", (ref r) => r.ReadUInt64(), "UInt64");
        yield return Case("1", (ref r) => r.ReadBoolean(), "Boolean");
        yield return Case("null", (ref r) => r.ReadBoolean(), "Boolean");
        yield return Case("1e400", (ref r) => r.ReadDouble(), "Double");
        yield return Case("-1e400", (ref r) => r.ReadDouble(), "Double");
        yield return Case("1e39", (ref r) => r.ReadSingle(), "Single");
        yield return Case("70000", (ref r) => r.ReadHalf(), "Half");
        yield return Case("\"NaN\"", (ref r) => r.ReadDouble(), "Double");
        yield return Case("\"3ff0000000000000\"", (ref r) => r.ReadDouble(), "Double");
        yield return Case("\"7ff80000000000000\"", (ref r) => r.ReadDouble(), "Double");
        yield return Case("null", (ref r) => r.ReadDouble(), "Double");
        yield return Case("1e40", (ref r) => r.ReadDecimal(), "Decimal");
        yield return Case("\"7fffffff\"", (ref r) => r.ReadDecimal(), "Decimal");
        yield return Case("\"x\"", (ref r) => r.ReadDecimal(), "Decimal");
        yield return Case("1", (ref r) => r.ReadString(), "String");
        yield return Case("{\"utf8\":\"\"}", (ref r) => r.ReadString(), "String");
        yield return Case("{\"utf16\":\"AA==\"}", (ref r) => r.ReadString(), "String");
        yield return Case("{\"utf16\":\"AAA\"}", (ref r) => r.ReadString(), "String");
        yield return Case("\"\\ud800\"", (ref r) => r.ReadString(), "String");
        yield return Case("\"ab\"", (ref r) => r.ReadChar(), "Char");
        yield return Case("\"\"", (ref r) => r.ReadChar(), "Char");
        yield return Case("65", (ref r) => r.ReadChar(), "Char");
        yield return Case("\"0\"", (ref r) => r.ReadGuid(), "Guid");
        yield return Case("\"2024-02-30T00:00:00.0000000\"", (ref r) => r.ReadDateTime(), "DateTime");
        yield return Case("\"2024-02-29T00:00:00.0000000X\"", (ref r) => r.ReadDateTime(), "DateTime");
        yield return Case("\"2024-02-29\"", (ref r) => r.ReadDateTime(), "DateTime");
        yield return Case("\"2024-02-29T00:00:00.000000099:00:00\"", (ref r) => r.ReadDateTime(), "DateTime");
        yield return Case("\"2024-02-29T00:00:00.0000000\"", (ref r) => r.ReadDateTimeOffset(), "DateTimeOffset");
        yield return Case("\"2024-02-29T00:00:00.000000015:00:00\"", (ref r) => r.ReadDateTimeOffset(), "DateTimeOffset");
        yield return Case("\"1\"", (ref r) => r.ReadDateOnly(), "DateOnly");
        yield return Case("\"25:00\"", (ref r) => r.ReadTimeOnly(), "TimeOnly");
        yield return Case("1.5", (ref r) => r.ReadBigInteger(), "BigInteger");
        yield return Case(new string('9', 1000), (ref r) => r.ReadBigInteger(), "BigInteger");
        yield return Case("[true,\"a b\"]", (ref r) => r.ReadUri(), "Uri");
        yield return Case("[true]", (ref r) => r.ReadUri(), "Uri");
        yield return Case("\"1\"", (ref r) => r.ReadVersion(), "Version");
        yield return Case("[14,1,\"AAAAAAAAAAA=\"]", (ref r) => r.ReadBits<long>(), "bits of another type");
        yield return Case("[5,1,\"AAAAAA==\",1]", (ref r) => r.ReadBits<int>(), "bits and more");
        yield return Case("[5,1,\"AAAA\\u0041A==\"]", (ref r) => r.ReadBits<int>(), "escaped bits");
        yield return Case("1 2", (ref r) => r.ReadInt32(), "two values");
        yield return Case("[1]", (ref r) => r.BeginArray(), "more elements than there are");
        yield return Case("{\"a\":1}", (ref r) => { r.BeginObject(); r.Name("b"); return r.ReadInt32(); }, "another name");
        yield return Case("{\"a\":1,\"a\":2}", (ref r) => { r.BeginObject(); r.Name("a"); r.ReadInt32(); r.EndObject(); return null; }, "a name twice");
        yield return Case("[0,", (ref r) => { r.BeginArray(); r.EndArray(); return null; }, "no end");
    }

    [TestCaseSource(nameof(Cases))]
    public void What_was_not_written_is_not_read(string json, object read) => Assert.That(() =>
    {
        var reader = new ValueReader(Encoding.UTF8.GetBytes(json));
        ((Read)read)(ref reader);
        reader.End();
    }, Throws.Exception);

    [Test]
    public void Null_is_seen_without_being_taken_for_a_value()
    {
        var reader = new ValueReader("[3,null,[1,5],null]"u8);
        Assert.That(reader.TryReadNull(), Is.False);
        Assert.That(reader.BeginArray(), Is.EqualTo(3));
        Assert.That(reader.TryReadNull(), Is.True);
        Assert.That(reader.TryReadNull(), Is.False);
        Assert.That(reader.BeginArray(), Is.EqualTo(1));
        Assert.That(reader.TryReadNull(), Is.False);
        Assert.That(reader.ReadInt32(), Is.EqualTo(5));
        reader.EndArray();
        Assert.That(reader.TryReadNull(), Is.True);
        reader.EndArray();
        reader.End();
    }
}
