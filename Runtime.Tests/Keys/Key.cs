using Memo.Keys;

namespace Memo.Runtime.Tests.Keys;

/// <summary>The key of whatever a test writes.</summary>
internal static class Key
{
    public static Hash256 Of(Action<KeyWriter> write)
    {
        var writer = new KeyWriter();
        writer.Start("the value ");
        write(writer);
        Assert.That(writer.Refusal, Is.Null);
        return writer.Finish();
    }

    public static string? Refusal(Action<KeyWriter> write)
    {
        var writer = new KeyWriter();
        writer.Start("the value ");
        write(writer);
        return writer.Refusal;
    }
}
