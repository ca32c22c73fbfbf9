namespace Memo.Diagnostics;

/// <summary>Where lines for people go. Thread safe: a line is never torn.</summary>
/// <param name="writer">The target; null is what standard error is at the moment of writing.</param>
internal sealed class Output(TextWriter? writer)
{
    private readonly Lock _gate = new();

    public void Line(string text)
    {
        try
        {
            lock (_gate) (writer ?? Console.Error).Write(text + Environment.NewLine);
        }
        catch (Exception reason) when (reason is IOException or ObjectDisposedException or UnauthorizedAccessException)
        {
            // Nobody listens any more. To say so has no one to be said to, and must not cost the result.
        }
    }
}
