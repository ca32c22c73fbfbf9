using System.Text;
using Memo.Diagnostics;

namespace Memo.Runtime.Tests.Diagnostics;

public sealed class ValueDifferenceTests
{
    [TestCase("1", "2", "result is 1 remembered and 2 computed")]
    [TestCase("[1,2,3]", "[1,4,5]", "result[1] is 2 remembered and 4 computed")]
    [TestCase("[1,2]", "[1]", "result has 2 elements remembered and 1 computed")]
    [TestCase("{\"A\":{\"B\":[null]}}", "{\"A\":{\"B\":[true]}}", "result.A.B[0] is null remembered and true computed")]
    [TestCase("{\"A\":1}", "{\"B\":1}", "result has 'A' remembered and 'B' computed")]
    [TestCase("{\"A\":1}", "{\"A\":1,\"B\":2}", "result is {\"A\":1} remembered and {\"A\":1,\"B\":2} computed")]
    [TestCase("[]", "{}", "result is [] remembered and {} computed")]
    [TestCase("[1]", "[1]", "the two are written alike, but are not the same")]
    public void The_first_difference_is_told(string remembered, string computed, string expected) =>
        Assert.That(ValueDifference.Of(Encoding.UTF8.GetBytes(remembered), Encoding.UTF8.GetBytes(computed)), Is.EqualTo(expected));

    [Test]
    public void Of_a_long_text_the_place_is_shown()
    {
        var text = new string('a', 1000);
        var told = ValueDifference.Of(Encoding.UTF8.GetBytes($"\"{text}b{text}\""), Encoding.UTF8.GetBytes($"\"{text}c{text}\""));
        Assert.That(told, Does.Contain("ab").And.Contain("ac").And.Length.LessThan(200));
    }
}
