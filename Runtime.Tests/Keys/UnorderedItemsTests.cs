using Memo.Keys;

namespace Memo.Runtime.Tests.Keys;

/// <summary>Items that come in whatever order hash codes give.</summary>
public sealed class UnorderedItemsTests
{
    private static readonly List<int> One = [1];
    private static readonly List<int> Two = [2];

    [Test]
    public void Equal_content_in_another_order_is_one_key() =>
        Assert.That(KeyOf(("a", One), ("b", Two)), Is.EqualTo(KeyOf(("b", Two), ("a", One))));

    [Test]
    public void Which_of_two_objects_an_item_holds_counts_in_any_order() =>
        Assert.That(KeyOf(("a", One), ("b", Two), ("c", One)), Is.Not.EqualTo(KeyOf(("b", Two), ("a", One), ("c", Two))));

    private static Hash256 KeyOf(params (string Name, List<int> Numbers)[] items)
    {
        var key = new KeyWriter();
        key.Start("the call ");
        var unordered = key.BeginUnordered(items.Length);
        foreach (var (name, numbers) in items)
        {
            var item = unordered.Next();
            item.Write(name);
            if (!item.BeginSequence(numbers, numbers.Count, "List<int>", immutable: false)) continue;
            item.WriteBits<int>(numbers.ToArray());
            item.End();
        }
        key.EndUnordered(unordered);
        return key.Finish();
    }
}
