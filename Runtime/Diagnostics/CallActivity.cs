using System.Diagnostics;

namespace Memo.Diagnostics;

/// <summary>An activity of the source <c>Memo</c> for each call that runs: hits are over before anybody could look.</summary>
internal static class CallActivity
{
    private static readonly ActivitySource Source = new("Memo");

    /// <summary>Begins it; null when nobody listens.</summary>
    public static Activity? Start(string method) => Source.HasListeners() ? Source.StartActivity(method) : null;

    /// <summary>Ends it.</summary>
    /// <param name="activity">The activity.</param>
    /// <param name="outcome"><c>miss</c> or <c>bypass</c>.</param>
    /// <param name="exception">What the method threw; null when it returned.</param>
    public static void End(Activity? activity, string outcome, Exception? exception)
    {
        if (activity is null) return;
        activity.SetTag("memo.outcome", outcome);
        if (exception is not null) activity.SetStatus(ActivityStatusCode.Error, exception.Message);
        activity.Dispose();
    }
}
