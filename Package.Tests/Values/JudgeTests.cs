using System.Collections.ObjectModel;
using Memo.Package.Tests.Values.Judging;

namespace Memo.Package.Tests.Values;

/// <summary>The judge of the value matrix tells apart what programs can, and nothing else.</summary>
internal sealed class JudgeTests
{
    private static readonly List<int> One = [1];

    private static IEnumerable<TestCaseData> Different =>
    [
        Pair("zeros", 0.0, -0.0),
        Pair("payloads", double.NaN, BitConverter.UInt64BitsToDouble(0x7ff8000000000001)),
        Pair("scales", 1.0m, 1.00m),
        Pair("lone surrogates", "\ud800", "\udc00"),
        Pair("types of numbers", 1, 1L),
        Pair("a character and a string", 'a', "a"),
        Pair("nothing and the empty string", null, ""),
        Pair("kinds of one time", new DateTime(1, DateTimeKind.Utc), new DateTime(1, DateTimeKind.Local)),
        Pair("undefined members", (DayOfWeek)8, (DayOfWeek)9),
        Pair("base and derived", new Animal(), new Dog()),
        Pair("private fields of the base", new Animal(), new Animal { Age = 2 }),
        Pair("element types", Array.Empty<int>(), Array.Empty<long>()),
        Pair("ranks", new int[1, 1], new int[1][]),
        Pair("bounds", Array.CreateInstance(typeof(int), [1, 1], [0, 0]), Array.CreateInstance(typeof(int), [1, 1], [1, 0])),
        Pair("lengths of empty dimensions", new int[0, 2], new int[2, 0]),
        Pair("orders of insertion", new Dictionary<int, int> { [1] = 1, [2] = 2 }, new Dictionary<int, int> { [2] = 2, [1] = 1 }),
        Pair("comparers", new HashSet<string>(), new HashSet<string>(StringComparer.OrdinalIgnoreCase)),
        Pair("one list twice, and two", new[] { One, One }, new[] { One, new List<int> { 1 } }),
        Pair("a derived collection's own field", new Titled { Title = "a" }, new Titled { Title = "b" }),
        Pair("what a view shows", new ReadOnlyCollection<int>(One), new ReadOnlyCollection<int>(new[] { 1 })),
        Pair("parts of an array", new ArraySegment<int>([1, 2], 0, 1), new ArraySegment<int>([1], 0, 1)),
        Pair("the rest of an inline array", TwoOf(1, 1), TwoOf(1, 2)),
        Pair("orders of equal priority", new PriorityQueue<char, int>([('a', 1), ('b', 1)]), new PriorityQueue<char, int>([('b', 1), ('a', 1)])),
    ];

    [TestCaseSource(nameof(Different))]
    public void These_are_different(object? one, object? other) => Assert.That(Judge.Describe(one), Is.Not.EqualTo(Judge.Describe(other)));

    private static IEnumerable<TestCaseData> Alike =>
    [
        Pair("equal lists", new List<int> { 1 }, new List<int>(50) { 1 }),
        Pair("equal strings", "ab", new string("ab".ToCharArray())),
        Pair("asked and not asked", new Uri("http://a/"), Asked(new Uri("http://a/"))),
        Pair("appended and whole", new System.Text.StringBuilder("ab"), new System.Text.StringBuilder("a").Append('b')),
        Pair("equal objects", new Animal { Age = 3 }, new Animal { Age = 3 }),
    ];

    [TestCaseSource(nameof(Alike))]
    public void These_are_alike(object one, object other) => Assert.That(Judge.Describe(one), Is.EqualTo(Judge.Describe(other)));

    [Test]
    public void A_ring_has_an_end()
    {
        var ring = new Animal();
        ring.Friend = ring;
        Assert.That(Judge.Describe(ring), Is.EqualTo($"{typeof(Animal)}{{ <Age>k__BackingField=System.Int32:0 Friend=again:0}}"));
    }

    private static TestCaseData Pair(string name, object? one, object? other) => new TestCaseData(one, other).SetArgDisplayNames(name);

    private static Uri Asked(Uri uri) => uri.Host == "a" ? uri : throw new InvalidOperationException();

    private class Animal
    {
        public int Age { get; init; }
        public Animal? Friend;
    }

    private sealed class Dog : Animal;

    private sealed class Titled : List<int>
    {
        public string? Title;
    }

    private static Two TwoOf(int first, int second)
    {
        var two = new Two();
        (two[0], two[1]) = (first, second);
        return two;
    }

    [System.Runtime.CompilerServices.InlineArray(2)]
    private struct Two
    {
        private int _first;
    }
}
