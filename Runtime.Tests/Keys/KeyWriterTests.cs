using System.Numerics;
using Memo.Keys;

namespace Memo.Runtime.Tests.Keys;

public sealed class KeyWriterTests
{
    private static readonly (string Name, Action<KeyWriter> Write)[] Different =
    [
        ("null text", key => key.Write((string?)null)),
        ("empty text", key => key.Write("")),
        ("high surrogate", key => key.Write("\ud800")),
        ("low surrogate", key => key.Write("\udc00")),
        ("another low surrogate", key => key.Write("\udfff")),
        ("replacement character", key => key.Write("\ufffd")),
        ("text NaN", key => key.Write("NaN")),
        ("NaN", key => key.Write(double.NaN)),
        ("NaN with a payload", key => key.Write(BitConverter.UInt64BitsToDouble(0x7ff8000000000001))),
        ("float NaN", key => key.Write(float.NaN)),
        ("half NaN", key => key.Write(Half.NaN)),
        ("0.0", key => key.Write(0.0)),
        ("-0.0", key => key.Write(-0.0)),
        ("0f", key => key.Write(0f)),
        ("-0f", key => key.Write(-0f)),
        ("0m", key => key.Write(0m)),
        ("-0m", key => key.Write(new decimal(0, 0, 0, true, 0))),
        ("0.0m", key => key.Write(0.0m)),
        ("1m", key => key.Write(1m)),
        ("1.0m", key => key.Write(1.0m)),
        ("1", key => key.Write(1)),
        ("1L", key => key.Write(1L)),
        ("1u", key => key.Write(1u)),
        ("1ul", key => key.Write(1ul)),
        ("short 1", key => key.Write((short)1)),
        ("ushort 1", key => key.Write((ushort)1)),
        ("byte 1", key => key.Write((byte)1)),
        ("sbyte 1", key => key.Write((sbyte)1)),
        ("char 1", key => key.Write((char)1)),
        ("true", key => key.Write(true)),
        ("false", key => key.Write(false)),
        ("1.0", key => key.Write(1.0)),
        ("1f", key => key.Write(1f)),
        ("half 1", key => key.Write((Half)1)),
        ("Int128 1", key => key.Write((Int128)1)),
        ("UInt128 1", key => key.Write((UInt128)1)),
        ("text 1", key => key.Write("1")),
        ("BigInteger 1", key => key.Write(BigInteger.One)),
        ("BigInteger 2", key => key.Write(new BigInteger(2))),
        ("BigInteger 2^64", key => key.Write(BigInteger.Pow(2, 64))),
        ("BigInteger 2^65", key => key.Write(BigInteger.Pow(2, 65))),
        ("bytes", key => Sequence(key, new byte[] { 1, 2, 3 })),
        ("base64 of the bytes", key => key.Write("AQID")),
        ("no bytes", key => Sequence(key, Array.Empty<byte>())),
        ("null bytes", key => key.BeginSequence(null, 0, "byte[]", false)),
        ("dates of another kind: unspecified", key => key.Write(new DateTime(5, DateTimeKind.Unspecified))),
        ("dates of another kind: UTC", key => key.Write(new DateTime(5, DateTimeKind.Utc))),
        ("dates of another kind: local", key => key.Write(new DateTime(5, DateTimeKind.Local))),
        ("a moment at UTC", key => key.Write(new DateTimeOffset(2020, 1, 1, 12, 0, 0, TimeSpan.Zero))),
        ("the same moment elsewhere", key => key.Write(new DateTimeOffset(2020, 1, 1, 13, 0, 0, TimeSpan.FromHours(1)))),
        ("span of 5 ticks", key => key.Write(new TimeSpan(5))),
        ("time of 5 ticks", key => key.Write(new TimeOnly(5))),
        ("day 5", key => key.Write(DateOnly.FromDayNumber(5))),
        ("absolute uri", key => key.Write(new Uri("http://a/b"))),
        ("the same uri, written otherwise", key => key.Write(new Uri("http://A/b"))),
        ("relative uri", key => key.Write(new Uri("a/b", UriKind.Relative))),
        ("rooted relative uri", key => key.Write(new Uri("/x", UriKind.Relative))),
        ("null uri", key => key.Write((Uri?)null)),
        ("version 1.2", key => key.Write(new Version(1, 2))),
        ("version 1.2.0", key => key.Write(new Version(1, 2, 0))),
        ("version 1.2.0.0", key => key.Write(new Version(1, 2, 0, 0))),
        ("null version", key => key.Write((Version?)null)),
        ("empty guid", key => key.Write(Guid.Empty)),
        ("no value", key => key.BeginNullable(false)),
        ("nothing", _ => { }),
        ("two texts", key => { key.Write("a"); key.Write("b"); }),
        ("one text of both", key => key.Write("ab")),
        ("the same texts, divided otherwise", key => { key.Write("ab"); key.Write(""); }),
        ("pair of pair and text", key => { key.BeginStruct("P"); key.BeginStruct("P"); key.Write("a"); key.Write("b"); key.End(); key.Write("c"); key.End(); }),
        ("pair of text and pair", key => { key.BeginStruct("P"); key.Write("a"); key.BeginStruct("P"); key.Write("b"); key.Write("c"); key.End(); key.End(); }),
        ("another struct of the same fields", key => { key.BeginStruct("Q"); key.Write("a"); key.BeginStruct("P"); key.Write("b"); key.Write("c"); key.End(); key.End(); }),
        ("dictionary a, b", key => Pairs(key, ("a", 1), ("b", 2))),
        ("dictionary b, a", key => Pairs(key, ("b", 2), ("a", 1))),
        ("base object", key => Reference(key, new Box(), "Base")),
        ("derived object of the same fields", key => Reference(key, new Box(), "Derived")),
        ("ints", key => Sequence(key, new[] { 1, 0 })),
        ("a long of the same bits", key => Sequence(key, new[] { 1L })),
        ("floats of the same bits", key => Sequence(key, new[] { BitConverter.Int32BitsToSingle(1), 0f })),
    ];

    [Test]
    public void Values_that_differ_in_anything_have_different_keys()
    {
        var keys = Different.Select(value => (value.Name, Key: Key.Of(value.Write))).GroupBy(value => value.Key);
        Assert.That(keys.Where(group => group.Count() > 1).Select(group => string.Join(" = ", group.Select(value => value.Name))), Is.Empty);
    }

    [Test]
    public void Values_that_are_equal_have_one_key() => Assert.Multiple(() =>
    {
        foreach (var (name, write) in Different) Assert.That(Key.Of(write), Is.EqualTo(Key.Of(write)), name);
    });

    [Test]
    public void An_object_met_twice_is_not_two_equal_objects()
    {
        var box = new Box();
        var shared = Key.Of(key => { Reference(key, box, "Box"); Reference(key, box, "Box"); });
        var equal = Key.Of(key => { Reference(key, new Box(), "Box"); Reference(key, new Box(), "Box"); });
        Assert.That(shared, Is.Not.EqualTo(equal));
    }

    [Test]
    public void An_immutable_object_has_no_identity()
    {
        var box = new Box();
        var shared = Key.Of(key => { Reference(key, box, "Box", true); Reference(key, box, "Box", true); });
        var equal = Key.Of(key => { Reference(key, new Box(), "Box", true); Reference(key, new Box(), "Box", true); });
        Assert.That(shared, Is.EqualTo(equal));
    }

    [Test]
    public void Which_of_two_objects_is_met_again_makes_a_difference()
    {
        var (x, y) = (new Box(), new Box());
        var first = Key.Of(key => { Reference(key, x, "Box"); Reference(key, y, "Box"); Reference(key, x, "Box"); });
        var second = Key.Of(key => { Reference(key, x, "Box"); Reference(key, y, "Box"); Reference(key, y, "Box"); });
        Assert.That(first, Is.Not.EqualTo(second));
    }

    [Test]
    public void A_cycle_is_refused()
    {
        var box = new Box();
        var refusal = Key.Refusal(key =>
        {
            key.Argument("box");
            if (!key.BeginReference(box, typeof(Box), "Box", false)) return;
            Reference(key, box, "Box");
            key.End();
        });
        Assert.That(refusal, Is.EqualTo("argument 'box' contains a cycle"));
    }

    [Test]
    public void An_object_of_a_type_that_was_not_known_is_refused()
    {
        var refusal = Key.Refusal(key =>
        {
            key.Argument("this");
            key.BeginReference(new DerivedBox(), typeof(Box), "Box", false);
        });
        Assert.That(refusal, Does.StartWith("the receiver has the run-time type ").And.EndsWith("DerivedBox, which was not known at compile time"));
    }

    [TestCase(256, null)]
    [TestCase(257, "the value is nested too deeply")]
    [TestCase(1_000_000, "the value is nested too deeply")]
    public void Nesting_has_a_limit(int depth, string? expected) => Assert.That(Key.Refusal(key =>
    {
        for (var i = 0; i < depth; i++) key.BeginStruct("S");
        for (var i = 0; i < depth; i++) key.End();
    }), Is.EqualTo(expected));

    [Test]
    public void The_first_refusal_stays_and_nothing_goes_on_after_it()
    {
        var refusal = Key.Refusal(key =>
        {
            key.Argument("xs");
            key.Refuse("is a lazy sequence");
            key.Argument("ys");
            key.Refuse("is something else");
            Assert.That(key.BeginReference(new Box(), typeof(Box), "Box", false), Is.False);
            Assert.That(key.BeginSequence(new Box(), 0, "Box", false), Is.False);
            Assert.That(key.BeginNullable(true), Is.False);
            key.End();
            key.Write(1);
        });
        Assert.That(refusal, Is.EqualTo("argument 'xs' is a lazy sequence"));
    }

    [Test]
    public void A_writer_that_is_used_again_remembers_nothing()
    {
        var writer = new KeyWriter();
        var box = new Box();
        writer.Start("the value ");
        writer.BeginReference(box, typeof(Box), "Box", false);
        writer.Write(new string('x', 300_000));
        writer.Refuse("is refused");
        writer.Start("the value ");
        Reference(writer, box, "Box");
        Assert.That(writer.Finish(), Is.EqualTo(Key.Of(key => Reference(key, box, "Box"))));
    }

    [TestCase(1)]
    [TestCase(255)]
    [TestCase(65_535)]
    [TestCase(65_536)]
    [TestCase(1_000_000)]
    public void Every_byte_counts_however_long_the_key_is(int length)
    {
        var bytes = new byte[length];
        var keys = new HashSet<Hash256> { Key.Of(key => Sequence(key, bytes)) };
        foreach (var place in new[] { 0, length / 2, length - 1 })
        {
            bytes[place]++;
            Assert.That(keys.Add(Key.Of(key => Sequence(key, bytes))), Is.True);
        }
    }

    [Test]
    public void Structs_are_not_written_by_their_bits_because_padding_has_no_meaning() => Assert.That(
        Key.Refusal(key => key.WriteBits<(byte, int)>(new (byte, int)[1])), Does.Contain("whose bits are no key"));

    [Test]
    public void A_uri_of_a_derived_type_is_refused() =>
        Assert.That(Key.Refusal(key => key.Write(new DerivedUri())), Does.Contain("which was not known at compile time"));

    [Test]
    public void A_uri_without_canonicalization_is_refused()
    {
        var uri = new Uri("http://a/%41", new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        Assert.That(Key.Refusal(key => key.Write(uri)), Does.Contain("without canonicalization"));
    }

    private static void Reference(KeyWriter key, Box box, string contract, bool immutable = false)
    {
        if (!key.BeginReference(box, typeof(Box), contract, immutable)) return;
        key.Write(1);
        key.End();
    }

    private static void Sequence<T>(KeyWriter key, T[] values) where T : unmanaged
    {
        if (!key.BeginSequence(values, values.Length, "array", false)) return;
        key.WriteBits<T>(values);
        key.End();
    }

    private static void Pairs(KeyWriter key, params (string Key, int Value)[] pairs)
    {
        key.BeginSequence(pairs, pairs.Length, "Dictionary<string, int>", false);
        foreach (var pair in pairs)
        {
            key.Write(pair.Key);
            key.Write(pair.Value);
        }
        key.End();
    }

    private class Box;

    private sealed class DerivedBox : Box;

    private sealed class DerivedUri() : Uri("http://a/");
}
