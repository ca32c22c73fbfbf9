using System.Diagnostics;
using System.Globalization;
using Spectre.Console;

namespace ApiAtlas;

/// <summary>Says on standard error what is being done and how long it took. Nothing of it is part of the result.</summary>
internal sealed class StepProgress
{
    private readonly IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
    private readonly Stopwatch total = Stopwatch.StartNew();

    public StepProgress()
    {
        // A log file has no right margin.
        if (!console.Profile.Out.IsTerminal)
            console.Profile.Width = int.MaxValue / 2;
    }

    public T Step<T>(string what, Func<T> work) => StepAsync(what, () => Task.FromResult(work())).GetAwaiter().GetResult();

    public async Task<T> StepAsync<T>(string what, Func<Task<T>> work)
    {
        var watch = Stopwatch.StartNew();
        var result = console.Profile.Out.IsTerminal
            ? await console.Status().StartAsync(Markup.Escape(what) + " …", _ => Task.Run(work))
            : await work();
        Line(what, watch.Elapsed);
        return result;
    }

    public void Note(string text) => console.Write(new Text(text + "\n"));

    public void Finish(string text) => Line(text, total.Elapsed);

    private void Line(string what, TimeSpan elapsed) =>
        Note(string.Create(CultureInfo.InvariantCulture, $"{elapsed.TotalSeconds,7:0.00} s  {what}"));
}
