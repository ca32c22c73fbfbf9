using System.Globalization;
using Memo.Keys;

namespace Memo.Runtime.Tests.Keys;

public sealed class CultureFingerprintTests
{
    [Test]
    public void Cultures_differ_and_each_is_itself()
    {
        var names = new[] { "", "de-DE", "de-AT", "fr-FR", "ar-SA", "th-TH", "ja-JP", "tr-TR" };
        Assert.That(names.Select(name => Formats(CultureInfo.GetCultureInfo(name))).Distinct().Count(), Is.EqualTo(names.Length));
        Assert.That(Formats(new CultureInfo("de-DE")), Is.EqualTo(Formats(new CultureInfo("de-DE"))));
    }

    [Test]
    public void A_format_that_was_changed_by_hand_counts()
    {
        var culture = new CultureInfo("de-DE");
        var before = Formats(culture);
        culture.NumberFormat.NumberDecimalSeparator = "·";
        var number = Formats(culture);
        culture.DateTimeFormat.ShortDatePattern = "yyyy/MM/dd";
        var date = Formats(culture);
        Assert.That(new[] { before, number, date }.Distinct().Count(), Is.EqualTo(3));
    }

    [Test]
    public void The_culture_of_texts_counts_too()
    {
        var german = CultureInfo.GetCultureInfo("de-DE");
        Assert.That(Of(german, CultureInfo.GetCultureInfo("fr-FR")), Is.Not.EqualTo(Of(german, german)));
    }

    [Test]
    public void A_culture_of_a_type_of_its_own_is_unknown() => With(new OwnCulture(), CultureInfo.InvariantCulture, () =>
        Assert.That(CultureFingerprint.OfCurrent(out _), Does.Contain("is of a type of its own")));

    private static Hash256 Formats(CultureInfo culture) => Of(culture, CultureInfo.InvariantCulture);

    private static Hash256 Of(CultureInfo culture, CultureInfo texts)
    {
        Hash256 hash = default;
        With(culture, texts, () => Assert.That(CultureFingerprint.OfCurrent(out hash), Is.Null));
        return hash;
    }

    private static void With(CultureInfo culture, CultureInfo texts, Action action)
    {
        var (before, textsBefore) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, texts);
            action();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (before, textsBefore);
        }
    }

    private sealed class OwnCulture() : CultureInfo("de-DE");
}
