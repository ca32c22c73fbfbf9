namespace Memo;

/// <summary>The runtime of memoized methods in this process.</summary>
public static class Memoizer
{
    private static readonly Lock Gate = new();
    private static MemoizerSession? _session;
    private static Action<MemoizerOptions>? _configure;

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

    /// <summary>How calls went so far, in the scope or else in the process: the methods that were called, by name. Empty before the first call.</summary>
    public static IReadOnlyList<MethodStatistics> Statistics => (Scoped ?? Volatile.Read(ref _session))?.Calls.Statistics() ?? [];

    /// <summary>
    /// Gives the code that runs until the result is disposed memoized methods that remember nothing yet, and forgets what they remember then:
    /// for a test, which is to find neither what an earlier run stored nor what another test computes at the same time.
    /// </summary>
    /// <param name="configure">
    /// Changes the options of the scope. It keeps results in memory only; to try a store, set <see cref="MemoizerOptions.Directory"/> to a folder of the
    /// test's own and <see cref="MemoizerOptions.InMemory"/> to false. The environment does not count.
    /// </param>
    /// <returns>The end of the scope. Like other values of a flow of control, it holds for tasks and threads that are started in it, and not for others.</returns>
    public static IDisposable Scope(Action<MemoizerOptions>? configure = null)
    {
        var options = new MemoizerOptions { InMemory = true };
        configure?.Invoke(options);
        var output = new Diagnostics.Output(null);
        return new MemoizerScope(new MemoizerSession(options, output, new Diagnostics.Warnings(output), TimeProvider.System));
    }

    /// <summary>The session of the scope in which the code runs; null outside of any.</summary>
    internal static MemoizerSession? Scoped => MemoizerScope.Current;

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
            if (options.Mode != MemoizerMode.Off) WarmUp.Begin(session);
            Volatile.Write(ref _session, session);
            return session;
        }
    }
}
