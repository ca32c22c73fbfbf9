namespace Memo;

/// <summary>The runtime of memoized methods in this process.</summary>
public static class Memoizer
{
    private static readonly Lock Gate = new();
    private static MemoizerSession? _session;
    private static Action<MemoizerOptions>? _configure;
    private static Diagnostics.CallMeter? _meter; // it lives as long as the process

    /// <summary>
    /// Changes the configuration: the folder of the store, the mode, the log. What the environment says is there already when
    /// <paramref name="configure"/> is called; what it sets stands.
    /// </summary>
    /// <param name="configure">Changes the options. Called when the first memoized method is called.</param>
    /// <exception cref="InvalidOperationException">A memoized method was called before.</exception>
    public static void Configure(Action<MemoizerOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        lock (Gate)
        {
            if (_session is not null)
            {
                throw new InvalidOperationException(
                    "A memoized method was called before Memoizer.Configure, so the configuration is in use. " +
                    "Call Memoizer.Configure first, for instance at the beginning of Main.");
            }
            _configure += configure;
        }
    }

    /// <summary>How calls went so far: the methods that were called, by name. Empty before the first call.</summary>
    public static IReadOnlyList<MethodStatistics> Statistics => Volatile.Read(ref _session)?.Calls.Statistics() ?? [];

    /// <summary>The one session of the process, made by the first call.</summary>
    internal static MemoizerSession Session => Volatile.Read(ref _session) ?? Start();

    private static MemoizerSession Start()
    {
        lock (Gate)
        {
            if (_session is not null) return _session;
            var output = new Diagnostics.Output(null);
            var warnings = new Diagnostics.Warnings(output);
            var options = MemoizerOptions.FromEnvironment(Environment.GetEnvironmentVariable, warnings);
            // Taken away first: a configuration that itself calls a memoized method is not called again for that.
            var configure = _configure;
            _configure = null;
            configure?.Invoke(options);
            var session = new MemoizerSession(options, output, warnings, TimeProvider.System);
            if (options.Log == MemoizerLog.Summary) AppDomain.CurrentDomain.ProcessExit += (_, _) => session.Calls.WriteSummary();
            // Nobody waits for it: to make a meter takes longer than to answer a call.
            ThreadPool.UnsafeQueueUserWorkItem(static made => _meter = new Diagnostics.CallMeter(made), session, preferLocal: false);
            Volatile.Write(ref _session, session);
            return session;
        }
    }
}
