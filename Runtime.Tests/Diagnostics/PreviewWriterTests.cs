using System.Numerics;
using Memo.Diagnostics;

namespace Memo.Runtime.Tests.Diagnostics;

public sealed class PreviewWriterTests
{
    [Test]
    public void Arguments_are_shown_as_in_code() => Assert.Multiple(() =>
    {
        Assert.That(Shown(preview => preview.Write("a.csv"), preview => preview.Write(3)), Is.EqualTo("\"a.csv\", 3"));
        Assert.That(Shown(preview => preview.Write((string?)null), preview => preview.Write(true), preview => preview.Write('x')), Is.EqualTo("null, true, 'x'"));
        Assert.That(Shown(preview => preview.Write(1.5), preview => preview.Write((int?)null), preview => preview.Write((int?)4)), Is.EqualTo("1.5, null, 4"));
        Assert.That(Shown(preview => preview.Write(new DateOnly(2024, 2, 29)), preview => preview.Write(new Uri("http://a/"))), Is.EqualTo("2024-02-29, \"http://a/\""));
        Assert.That(Shown(preview => preview.WriteText("Color.Red"), preview => preview.Elide()), Is.EqualTo("Color.Red, …"));
        Assert.That(Shown(), Is.Empty);
    });

    [TestCase("a\nb", "\"a\\nb\"")]
    [TestCase("a\"b\\", "\"a\\\"b\\\\\"")]
    [TestCase("a\u001b[31mb", "\"a\\u001b[31mb\"")]
    [TestCase("a\u202eb", "\"a\\u202eb\"")]
    [TestCase("a\u2028b", "\"a\\u2028b\"")]
    [TestCase("grün 😀", "\"grün 😀\"")]
    public void Nothing_in_a_text_breaks_the_line(string text, string shown) => Assert.That(Shown(preview => preview.Write(text)), Is.EqualTo(shown));

    // Not a test case above: an attribute cannot hold such a text.
    [Test]
    public void A_lone_surrogate_is_shown_as_what_it_would_print() => Assert.That(Shown(preview => preview.Write("\ud800")), Is.EqualTo("\"\ufffd\""));

    [Test]
    public void The_length_is_bounded() => Assert.Multiple(() =>
    {
        Assert.That(Shown(preview => preview.Write(new string('x', 1_000_000))), Is.EqualTo('"' + new string('x', 40) + "…\""));
        Assert.That(Shown(preview => preview.Write(BigInteger.Pow(10, 1_000_000))), Is.EqualTo("…"));
        var many = Shown([.. Enumerable.Repeat<Action<PreviewWriter>>(preview => preview.Write("0123456789"), 100)]);
        Assert.That(many, Has.Length.LessThan(130).And.EndsWith("…"));
    });

    private static string Shown(params Action<PreviewWriter>[] arguments)
    {
        var preview = new PreviewWriter();
        foreach (var argument in arguments)
        {
            preview.Argument("x");
            argument(preview);
        }
        return preview.Finish();
    }
}
