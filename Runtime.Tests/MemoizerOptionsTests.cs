using Memo.Diagnostics;

namespace Memo.Runtime.Tests;

public sealed class MemoizerOptionsTests
{
    [TestCase(null, MemoizerMode.On)]
    [TestCase("", MemoizerMode.On)]
    [TestCase("on", MemoizerMode.On)]
    [TestCase("off", MemoizerMode.Off)]
    public void The_mode_comes_from_the_environment(string? value, MemoizerMode expected)
    {
        Assert.That(Read(out var said, ("MEMO_MODE", value)).Mode, Is.EqualTo(expected));
        Assert.That(said, Is.Empty);
    }

    [TestCase("readonly")]
    [TestCase("OFF")]
    [TestCase("0")]
    public void A_mode_that_is_unknown_is_off_and_said(string value)
    {
        Assert.That(Read(out var said, ("MEMO_MODE", value)).Mode, Is.EqualTo(MemoizerMode.Off));
        Assert.That(said, Is.EqualTo($"memo: warning: MEMO_MODE is '{value}', but may be 'on' or 'off'; nothing is memoized.{Environment.NewLine}"));
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
