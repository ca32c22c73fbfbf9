using Memo.Diagnostics;

namespace Memo.Runtime.Tests;

public sealed class MemoizerOptionsTests
{
    [TestCase(null, MemoizerMode.On)]
    [TestCase("", MemoizerMode.On)]
    [TestCase("on", MemoizerMode.On)]
    [TestCase("off", MemoizerMode.Off)]
    [TestCase("readonly", MemoizerMode.ReadOnly)]
    [TestCase("refresh", MemoizerMode.Refresh)]
    [TestCase("verify", MemoizerMode.Verify)]
    public void The_mode_comes_from_the_environment(string? value, MemoizerMode expected)
    {
        Assert.That(Read(out var said, ("MEMO_MODE", value)).Mode, Is.EqualTo(expected));
        Assert.That(said, Is.Empty);
    }

    [TestCase("read-only")]
    [TestCase("OFF")]
    [TestCase("0")]
    public void A_mode_that_is_unknown_is_off_and_said(string value)
    {
        Assert.That(Read(out var said, ("MEMO_MODE", value)).Mode, Is.EqualTo(MemoizerMode.Off));
        Assert.That(said, Is.EqualTo($"memo: warning: MEMO_MODE is '{value}', but may be 'on', 'off', 'readonly', 'refresh' or 'verify'; nothing is memoized.{Environment.NewLine}"));
    }

    [TestCase(null, MemoizerLog.None)]
    [TestCase("calls", MemoizerLog.Calls)]
    [TestCase("summary", MemoizerLog.Summary)]
    public void The_log_comes_from_the_environment(string? value, MemoizerLog expected)
    {
        Assert.That(Read(out var said, ("MEMO_LOG", value)).Log, Is.EqualTo(expected));
        Assert.That(said, Is.Empty);
    }

    [Test]
    public void A_log_that_is_unknown_is_none_and_said()
    {
        Assert.That(Read(out var said, ("MEMO_LOG", "verbose")).Log, Is.EqualTo(MemoizerLog.None));
        Assert.That(said, Is.EqualTo($"memo: warning: MEMO_LOG is 'verbose', but may be 'calls' or 'summary'; nothing is logged.{Environment.NewLine}"));
    }

    [TestCase(null, 0)]
    [TestCase("", 0)]
    [TestCase("0.01", 0.01)]
    [TestCase("1", 1)]
    public void The_share_to_verify_comes_from_the_environment(string? value, double expected)
    {
        Assert.That(Read(out var said, ("MEMO_VERIFY_SAMPLE", value)).VerifySample, Is.EqualTo(expected));
        Assert.That(said, Is.Empty);
    }

    [TestCase("2")]
    [TestCase("-1")]
    [TestCase("NaN")]
    [TestCase("0,5")]
    [TestCase("all")]
    public void A_share_that_is_none_is_nothing_and_said(string value)
    {
        Assert.That(Read(out var said, ("MEMO_VERIFY_SAMPLE", value)).VerifySample, Is.Zero);
        Assert.That(said, Is.EqualTo($"memo: warning: MEMO_VERIFY_SAMPLE is '{value}', but may be a number from 0 to 1; nothing is verified.{Environment.NewLine}"));
    }

    [Test]
    public void A_share_that_is_none_cannot_be_set() =>
        Assert.That(() => Read(out _, ("", null)).VerifySample = double.NaN, Throws.TypeOf<ArgumentOutOfRangeException>());

    [TestCase(null, 5L << 30)]
    [TestCase("", 5L << 30)]
    [TestCase("5 GiB", 5L << 30)]
    [TestCase("1000000", 1_000_000)]
    [TestCase("1.5mb", 1_500_000)]
    [TestCase(" 2 TB ", 2_000_000_000_000)]
    [TestCase("64KiB", 65_536)]
    [TestCase("1 B", 1)]
    public void The_size_of_the_store_comes_from_the_environment(string? value, long expected)
    {
        Assert.That(Read(out var said, ("MEMO_MAX_SIZE", value)).MaxSize, Is.EqualTo(expected));
        Assert.That(said, Is.Empty);
    }

    [TestCase("much")]
    [TestCase("-1")]
    [TestCase("0")]
    [TestCase("0.2 B")]
    [TestCase("1,5 GB")]
    [TestCase("99999999999 TB")]
    [TestCase("GB")]
    public void A_size_that_is_none_is_the_usual_one_and_said(string value)
    {
        Assert.That(Read(out var said, ("MEMO_MAX_SIZE", value)).MaxSize, Is.EqualTo(5L << 30));
        Assert.That(said, Is.EqualTo($"memo: warning: MEMO_MAX_SIZE is '{value}', but may be a size such as '500 MB' or '5 GiB'; the store is kept to 5 GiB.{Environment.NewLine}"));
    }

    [TestCase(null, false)]
    [TestCase("0", false)]
    [TestCase("1", true)]
    public void Whether_entries_are_forced_onto_the_disk_comes_from_the_environment(string? value, bool expected)
    {
        Assert.That(Read(out var said, ("MEMO_DURABLE", value)).Durable, Is.EqualTo(expected));
        Assert.That(said, Is.Empty);
    }

    [Test]
    public void Who_says_anything_else_about_it_gets_it_and_is_told()
    {
        Assert.That(Read(out var said, ("MEMO_DURABLE", "yes")).Durable, Is.True);
        Assert.That(said, Is.EqualTo($"memo: warning: MEMO_DURABLE is 'yes', but may be '1' or '0'; entries are forced onto the disk.{Environment.NewLine}"));
    }

    [TestCase(null, null)]
    [TestCase("", null)]
    [TestCase("cache", "cache")]
    public void The_directory_comes_from_the_environment(string? value, string? expected) =>
        Assert.That(Read(out _, ("MEMO_DIRECTORY", value)).Directory, Is.EqualTo(expected));

    private static MemoizerOptions Read(out string said, (string Name, string? Value) variable)
    {
        using var output = new StringWriter();
        var options = MemoizerOptions.FromEnvironment(name => name == variable.Name ? variable.Value : null, new Warnings(new Output(output)));
        said = output.ToString();
        return options;
    }
}
