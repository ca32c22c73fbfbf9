using System.Numerics;

namespace Corpus.Simulations;

/// <summary>A generator of numbers that gives the same sequence everywhere.</summary>
public sealed class Xorshift
{
    private ulong _state;

    public Xorshift(ulong seed) => _state = seed == 0 ? 0x9E3779B97F4A7C15 : seed;

    public ulong Next()
    {
        _state ^= _state << 13;
        _state ^= _state >> 7;
        _state ^= _state << 17;
        return _state;
    }

    public int Next(int bound) => (int)(Next() % (uint)bound);

    public double NextDouble() => (Next() >> 11) * (1.0 / (1ul << 53));

    public double Exponential(double rate) => -Math.Log(1 - NextDouble()) / rate;

    public T Pick<T>(params ReadOnlySpan<T> choices) => choices[Next(choices.Length)];

    public void Shuffle<T>(Span<T> items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var j = Next(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }
}

public sealed class Life
{
    private readonly int _width, _height;
    private bool[,] _cells;

    public Life(string pattern)
    {
        var rows = pattern.Split('/');
        (_width, _height) = (rows.Max(row => row.Length), rows.Length);
        _cells = new bool[_height, _width];
        for (var y = 0; y < _height; y++)
        {
            for (var x = 0; x < rows[y].Length; x++) _cells[y, x] = rows[y][x] is '#' or 'O';
        }
    }

    public int Living => _cells.Cast<bool>().Count(alive => alive);

    private bool this[int x, int y] => _cells[(y + _height) % _height, (x + _width) % _width];

    public Life Step()
    {
        var next = new bool[_height, _width];
        for (var y = 0; y < _height; y++)
        {
            for (var x = 0; x < _width; x++)
            {
                next[y, x] = (Neighbours(x, y), this[x, y]) is (3, _) or (2, true);
            }
        }

        _cells = next;
        return this;

        int Neighbours(int x, int y)
        {
            var count = 0;
            for (var dy = -1; dy <= 1; dy++)
            {
                for (var dx = -1; dx <= 1; dx++)
                {
                    if ((dx, dy) != (0, 0) && this[x + dx, y + dy]) count++;
                }
            }

            return count;
        }
    }

    public override string ToString()
    {
        var text = new StringBuilder();
        for (var y = 0; y < _height; y++)
        {
            if (y > 0) text.Append('/');
            for (var x = 0; x < _width; x++) text.Append(_cells[y, x] ? '#' : '.');
        }

        return text.ToString();
    }
}

public abstract class Happening(double at) : IComparable<Happening>
{
    public double At { get; } = at;

    public abstract IEnumerable<Happening> Run(Bank bank);

    public int CompareTo(Happening? other) => other is null ? 1 : At.CompareTo(other.At);
}

public sealed class Arrival(double at, int customer) : Happening(at)
{
    public override IEnumerable<Happening> Run(Bank bank)
    {
        bank.Enter(customer, At);
        if (bank.TrySeat(At, out var departure)) yield return departure;
        if (customer < bank.Customers) yield return new Arrival(At + bank.Random.Exponential(1.0), customer + 1);
    }
}

public sealed class Departure(double at, double waited) : Happening(at)
{
    public override IEnumerable<Happening> Run(Bank bank)
    {
        bank.Leave(waited);
        if (bank.TrySeat(At, out var next)) yield return next;
    }
}

public sealed class Bank(int desks, int customers, ulong seed)
{
    private readonly Queue<(int Customer, double Since)> _line = new();
    private readonly PriorityQueue<Happening, (double, int)> _agenda = new();
    private int _free = desks, _order;
    private double _waited;

    public event Action<double>? Served;

    public Xorshift Random { get; } = new(seed);

    public int Customers => customers;

    public int Count { get; private set; }

    public double Mean => Count == 0 ? 0 : _waited / Count;

    public void Enter(int customer, double now) => _line.Enqueue((customer, now));

    public bool TrySeat(double now, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Departure? departure)
    {
        departure = null;
        if (_free == 0 || !_line.TryDequeue(out var first)) return false;
        _free--;
        departure = new(now + Random.Exponential(0.7), now - first.Since);
        return true;
    }

    public void Leave(double waited)
    {
        _free++;
        Count++;
        _waited += waited;
        Served?.Invoke(waited);
    }

    public void Run()
    {
        Add(new Arrival(0, 1));
        while (_agenda.TryDequeue(out var happening, out _))
        {
            foreach (var next in happening.Run(this)) Add(next);
        }

        void Add(Happening happening) => _agenda.Enqueue(happening, (happening.At, _order++));
    }
}

public static class Experiments
{
    private static readonly Vector2[] s_pushes = [Vector2.UnitX, Vector2.UnitY, -Vector2.UnitX, -Vector2.UnitY];

    [Memoize]
    public static string Generations(string pattern, int count)
    {
        var life = new Life(pattern);
        var seen = new HashSet<string>();
        while (count-- > 0 && seen.Add(life.ToString())) life.Step();
        return $"{life}:{life.Living}:{seen.Count}";
    }

    [Memoize]
    public static (double Mean, double Longest) Waiting(int desks, int customers, ulong seed)
    {
        var longest = 0.0;
        var bank = new Bank(desks, customers, seed);
        bank.Served += waited => longest = Math.Max(longest, waited);
        bank.Run();
        return (bank.Mean, longest);
    }

    [Memoize]
    public static double Pi(int darts, ulong seed)
    {
        var random = new Xorshift(seed);
        var inside = 0L;
        for (var i = 0; i < darts; i++)
        {
            var (x, y) = (random.NextDouble(), random.NextDouble());
            if (x * x + y * y <= 1) inside++;
        }

        return 4.0 * inside / darts;
    }

    [Memoize]
    public static string Walk(int steps, ulong seed)
    {
        var random = new Xorshift(seed);
        var place = Vector2.Zero;
        var farthest = 0f;
        for (var i = 0; i < steps; i++)
        {
            place += random.Pick<Vector2>(s_pushes);
            farthest = MathF.Max(farthest, place.LengthSquared());
        }

        return FormattableString.Invariant($"{place.X:F0},{place.Y:F0} within {MathF.Sqrt(farthest):F3}");
    }

    [Memoize]
    public static int[] Deal(int cards, ulong seed)
    {
        int[] deck = [.. Enumerable.Range(1, cards)];
        new Xorshift(seed).Shuffle<int>(deck.AsSpan());
        return deck;
    }

    [Memoize]
    public static double Fall(double height, double drag = 0.1, double step = 1e-3)
    {
        const double Gravity = 9.80665;
        var (position, speed, time) = (height, 0.0, 0.0);
        do
        {
            var acceleration = -Gravity - drag * speed * Math.Abs(speed);
            (position, speed) = (position + speed * step, speed + acceleration * step);
            time += step;
        }
        while (position > 0);
        return Math.Round(time, 2, MidpointRounding.ToEven);
    }
}
