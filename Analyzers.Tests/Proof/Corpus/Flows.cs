namespace Corpus.Flows;

public enum State { Idle, Running, Waiting, Done, Failed = -1 }

public enum Signal : byte { Start, Pause, Resume, Finish, Crash }

public sealed class Machine
{
    private readonly List<string> _log = [];

    public event Action<State, State>? Changed;

    public State State
    {
        get;
        private set
        {
            if (field == value) return;
            Changed?.Invoke(field, value);
            field = value;
        }
    }

    public int Errors { get; private set; }

    public string Log => string.Join('|', _log);

    public Machine() => Changed += (from, to) => _log.Add($"{from}>{to}");

    public bool Send(Signal signal)
    {
        State? next = (State, signal) switch
        {
            (State.Idle, Signal.Start) => State.Running,
            (State.Running, Signal.Pause) => State.Waiting,
            (State.Waiting, Signal.Resume) => State.Running,
            (State.Running or State.Waiting, Signal.Finish) => State.Done,
            (not State.Done, Signal.Crash) => State.Failed,
            _ => null,
        };
        if (next is null)
        {
            Errors++;
            return false;
        }

        State = next.Value;
        return true;
    }
}

public sealed class Overdrawn(int missing) : Exception("missing " + missing)
{
    public int Missing { get; } = missing;
}

public sealed class Account
{
    private int _balance;

    public int Balance => _balance;

    public void Deposit(int amount) => _balance = checked(_balance + amount);

    public void Withdraw(int amount)
    {
        if (amount > _balance) throw new Overdrawn(amount - _balance);
        _balance -= amount;
    }
}

public sealed class Scope(StringBuilder log, string name) : IDisposable
{
    public void Dispose() => log.Append('/').Append(name);
}

public static class Runs
{
    private static readonly Dictionary<char, Signal> s_signals = new()
    {
        ['s'] = Signal.Start, ['p'] = Signal.Pause, ['r'] = Signal.Resume, ['f'] = Signal.Finish, ['!'] = Signal.Crash,
    };

    private static readonly Func<int, int>[] s_steps = [x => x + 1, x => x * 2, x => x - 3, static x => x & 0xff];
    private static readonly string s_alphabet = MakeAlphabet();
    private static readonly int s_offset = s_alphabet.Length / 2;
    private static readonly string s_other = "never read";

    [Memoize]
    public static string Play(string signals)
    {
        var machine = new Machine();
        foreach (var c in signals)
        {
            if (s_signals.TryGetValue(c, out var signal)) machine.Send(signal);
        }

        return machine.Log + "=" + machine.State + machine.Errors;
    }

    [Memoize]
    public static string Pay(int[] amounts)
    {
        var account = new Account();
        var missing = 0;
        foreach (var amount in amounts)
        {
            try
            {
                if (amount >= 0) account.Deposit(amount);
                else account.Withdraw(-amount);
            }
            catch (Overdrawn e) when (e.Missing < 100)
            {
                missing += e.Missing;
            }
            catch (OverflowException)
            {
                return "too rich";
            }
            finally
            {
                missing++;
            }
        }

        return $"{account.Balance}-{missing}";
    }

    [Memoize]
    public static string Nested(int depth)
    {
        var log = new StringBuilder();
        using (new Scope(log, "outer"))
        {
            using var inner = new Scope(log, "inner");
            for (var i = 0; i < depth; i++)
            {
                if (i % 3 == 1) continue;
                if (i > 7) break;
                log.Append(i);
            }
        }

        return log.ToString();
    }

    [Memoize]
    public static int Compose(int x, int[] steps)
    {
        Func<int, int> all = y => y;
        foreach (var step in steps)
        {
            var (before, next) = (all, s_steps[step % s_steps.Length]);
            all = y => next(before(y));
        }

        return all(x);
    }

    [Memoize]
    public static string Rotate(string text)
    {
        Span<char> result = new char[text.Length];
        for (var i = 0; i < text.Length; i++)
        {
            var at = s_alphabet.IndexOf(text[i]);
            result[i] = at < 0 ? text[i] : s_alphabet[(at + s_offset) % s_alphabet.Length];
        }

        return new(result);
    }

    [Memoize]
    public static async Task<int> Pipeline(int count)
    {
        var total = 0;
        await foreach (var item in Produce(count))
        {
            total += await Transform(item);
        }

        return total;
    }

    [Memoize]
    public static int Counters(int rounds)
    {
        var count = 0;
        void Add(int by = 2) => count += by;
        int Twice() => count * 2;
        for (var i = 0; i < rounds; i++)
        {
            Add();
            if (i is 3 or 5) Add(10);
        }

        ref var top = ref count;
        top++;
        return Twice() - count--;
    }

    [Memoize]
    public static string Kind(object value) => value switch
    {
        null => "nothing",
        int n and > 0 => "positive " + n,
        int => "integer",
        string { Length: > 3 } s => s[..3] + "…",
        string s => s,
        int[] and [1, .., 9] => "from one to nine",
        int[] { Length: 0 } => "empty",
        bool b => b ? "yes" : "no",
        _ => value.GetType().Name,
    };

    [Memoize]
    public static int Jumps(int n)
    {
        var steps = 0;
    again:
        steps++;
        switch (n % 4)
        {
            case 0:
                n /= 2;
                break;
            case 1:
                n--;
                goto case 0;
            case 2 when n > 10:
                n -= 5;
                break;
            default:
                n = n - 1;
                break;
        }

        if (n > 0) goto again;
        return steps;
    }

    [Memoize]
    public static string Default(int? number, string? text = null) => (number?.ToString(CultureInfo.InvariantCulture) ?? text ?? "none") + (text?.Length ?? -1);

    private static async IAsyncEnumerable<int> Produce(int count)
    {
        for (var i = 1; i <= count; i++)
        {
            await Task.CompletedTask;
            yield return i * i;
        }
    }

    private static async ValueTask<int> Transform(int item) => await Task.FromResult(item % 2 == 0 ? item / 2 : 3 * item + 1);

    private static string MakeAlphabet() => string.Concat(Enumerable.Range('a', 26).Select(c => (char)c));

    private static string Unused() => s_other + "!";
}
