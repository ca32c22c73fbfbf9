using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Corpus.Workflows;

/// <summary>A value, or why there is none; query expressions chain them.</summary>
public abstract record Result<T>
{
    private Result()
    {
    }

    public sealed record Ok(T Value) : Result<T>;

    public sealed record Error(string Why) : Result<T>;

    public static implicit operator Result<T>(T value) => new Ok(value);

    public Result<TNext> Select<TNext>(Func<T, TNext> map) => SelectMany(value => new Result<TNext>.Ok(map(value)), (_, next) => next);

    public Result<TNext> SelectMany<TMiddle, TNext>(Func<T, Result<TMiddle>> bind, Func<T, TMiddle, TNext> project) => this switch
    {
        Ok(var value) => bind(value) switch
        {
            Result<TMiddle>.Ok(var middle) => project(value, middle),
            Result<TMiddle>.Error(var why) => new Result<TNext>.Error(why),
            _ => throw new SwitchExpressionException(),
        },
        Error error => new Result<TNext>.Error(error.Why),
        _ => throw new SwitchExpressionException(this),
    };

    public Result<T> Where(Predicate<T> holds) => this is Ok { Value: var value } && !holds(value) ? new Error("refused " + value) : this;

    public TOut Match<TOut>(Func<T, TOut> ok, Func<string, TOut> error) => this is Ok found ? ok(found.Value) : error(((Error)this).Why);
}

public interface IStep<in TIn, out TOut>
{
    string Name => GetType().Name;

    TOut Run(TIn input);

    static virtual int Cost => 1;
}

public sealed class Parse : IStep<string, int>
{
    public int Run(string input) => int.Parse(input, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    public static int Cost => 3;
}

public sealed class Add(int amount) : IStep<int, int>
{
    string IStep<int, int>.Name => $"+{amount}";

    public int Run(int input) => checked(input + amount);
}

public sealed class Print<T> : IStep<T, string> where T : IFormattable
{
    public string Run(T input) => input.ToString("D4", CultureInfo.InvariantCulture);
}

internal sealed class Then<TIn, TMiddle, TOut>(IStep<TIn, TMiddle> first, IStep<TMiddle, TOut> second) : IStep<TIn, TOut>
{
    public string Name => first.Name + " then " + second.Name;

    public TOut Run(TIn input) => second.Run(first.Run(input));
}

public static class Steps
{
    public static IStep<TIn, TOut> Then<TIn, TMiddle, TOut>(this IStep<TIn, TMiddle> first, IStep<TMiddle, TOut> second) => new Then<TIn, TMiddle, TOut>(first, second);

    public static int CostOf<TStep, TIn, TOut>(TStep step) where TStep : IStep<TIn, TOut> => TStep.Cost;
}

public sealed class Trace(StringBuilder log) : IAsyncDisposable, IDisposable
{
    private int _depth;

    public Trace Enter(string name)
    {
        log.Append('(', ++_depth).Append(name);
        return this;
    }

    public void Dispose() => log.Append(')', _depth--);

    public async ValueTask DisposeAsync()
    {
        await Task.CompletedTask.ConfigureAwait(false);
        Dispose();
    }
}

public static class Flow
{
    private static readonly IStep<string, string> s_padded = new Parse().Then(new Add(7)).Then(new Print<int>());

    [Memoize]
    public static string Padded(string number) => s_padded.Name + ": " + s_padded.Run(number);

    [Memoize]
    public static int Costs(int amount) => Steps.CostOf<Parse, string, int>(new()) * 10 + Steps.CostOf<Add, int, int>(new Add(amount));

    [Memoize]
    public static string Checked(string a, string b)
    {
        var sum =
            from x in Number(a)
            from y in Number(b)
            where y != 0
            select (Quotient: x / y, Remainder: x % y);
        return sum.Match(s => $"{s.Quotient} rest {s.Remainder}", why => "no: " + why);
    }

    [Memoize]
    public static async Task<string> Traced(int depth)
    {
        var log = new StringBuilder();
        await Enter(new Trace(log), depth);
        return log.ToString();

        static async Task Enter(Trace trace, int depth)
        {
            if (depth == 0) return;
            await using var entered = trace.Enter("level" + depth);
            using (trace.Enter("sync"))
            {
                await Enter(trace, depth - 1);
            }
        }
    }

    [Memoize]
    public static async Task<int[]> Squares(int count)
    {
        var channel = Channel.CreateBounded<int>(4);
        var producer = Task.Run(async () =>
        {
            try
            {
                for (var i = 0; i < count; i++) await channel.Writer.WriteAsync(i * i);
            }
            finally
            {
                channel.Writer.Complete();
            }
        });
        var squares = new List<int>();
        await foreach (var square in channel.Reader.ReadAllAsync()) squares.Add(square);
        await producer;
        return [.. squares];
    }

    [Memoize]
    public static async Task<long> Batches(int count, int size)
    {
        var sums = new List<Task<long>>();
        await foreach (var batch in Chunked(Count(count), size))
        {
            sums.Add(Sum(batch));
        }

        return (await Task.WhenAll(sums)).Aggregate(1L, (product, sum) => product * sum % 1_000_003);

        static async Task<long> Sum(int[] batch)
        {
            await Task.Yield();
            return batch.Sum(b => (long)b);
        }
    }

    [Memoize]
    public static int Retried(int failures)
    {
        var attempts = 0;
        int Attempt() => attempts++ < failures ? throw new TimeoutException($"attempt {attempts}") : attempts;
        while (true)
        {
            try
            {
                return Attempt();
            }
            catch (TimeoutException) when (attempts < 3)
            {
                continue;
            }
            catch (TimeoutException e) when (e.Message.EndsWith('3'))
            {
                return -1;
            }
        }
    }

    [Memoize]
    public static string Choices(params string[] actions)
    {
        var done = new Stack<(string Name, Action Undo)>();
        var state = new SortedSet<string>(StringComparer.Ordinal);
        Dictionary<string, Action<string>> handlers = new()
        {
            ["add"] = item => { if (state.Add(item)) done.Push(("add " + item, () => state.Remove(item))); },
            ["drop"] = item => { if (state.Remove(item)) done.Push(("drop " + item, () => state.Add(item))); },
            ["undo"] = delegate { if (done.TryPop(out var last)) last.Undo(); },
        };
        foreach (var action in actions)
        {
            var (verb, item) = action.Split(' ', 2) is [var v, var i] ? (v, i) : (action, "");
            if (handlers.TryGetValue(verb, out var handler)) handler(item);
        }

        return string.Join(',', state) + "|" + string.Join(',', done.Select(d => d.Name));
    }

    private static Result<int> Number(string text) => int.TryParse(text, out var number) ? number : new Result<int>.Error($"'{text}'");

    private static async IAsyncEnumerable<int> Count(int count, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        for (var i = 0; i < count && !cancellation.IsCancellationRequested; i++)
        {
            if (i % 2 == 0) await Task.Yield();
            yield return i;
        }
    }

    private static async IAsyncEnumerable<T[]> Chunked<T>(IAsyncEnumerable<T> source, int size)
    {
        var chunk = new List<T>(size);
        await foreach (var item in source)
        {
            chunk.Add(item);
            if (chunk.Count < size) continue;
            yield return [.. chunk];
            chunk.Clear();
        }

        if (chunk is [_, ..]) yield return [.. chunk];
    }
}
