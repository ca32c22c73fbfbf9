namespace Corpus.Numbers;

public static class Primes
{
    private static readonly int[] s_small = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29];
    private static readonly ulong[] s_witnesses = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37];
    private const int Wheel = 30;

    [Memoize]
    public static bool IsPrime(long n)
    {
        if (n < 2) return false;
        foreach (var p in s_small)
        {
            if (n % p == 0) return n == p;
        }

        return Witnesses((ulong)n);
    }

    [Memoize]
    public static int[] Sieve(int limit)
    {
        var composite = new bool[limit + 1];
        var primes = new List<int>();
        for (var i = 2; i <= limit; i++)
        {
            if (composite[i]) continue;
            primes.Add(i);
            for (var j = (long)i * i; j <= limit; j += i)
            {
                composite[j] = true;
            }
        }

        return [.. primes];
    }

    [Memoize]
    public static string Factor(long n)
    {
        var text = new StringBuilder();
        foreach (var (prime, power) in Factors(Math.Abs(n)))
        {
            if (text.Length > 0) text.Append(" * ");
            text.Append(prime);
            if (power > 1) text.Append('^').Append(power);
        }

        return n < 0 ? "-" + text : text.ToString();
    }

    private static IEnumerable<(long Prime, int Power)> Factors(long n)
    {
        for (var p = 2L; p * p <= n; p += p == 2 ? 1 : 2)
        {
            var power = 0;
            while (n % p == 0)
            {
                n /= p;
                power++;
            }

            if (power > 0) yield return (p, power);
        }

        if (n > 1) yield return (n, 1);
    }

    private static bool Witnesses(ulong n)
    {
        var d = n - 1;
        var shift = 0;
        while ((d & 1) == 0)
        {
            d >>= 1;
            shift++;
        }

        foreach (var a in s_witnesses)
        {
            var x = PowerMod(a, d, n);
            if (x == 1 || x == n - 1) continue;
            var isComposite = true;
            for (var r = 1; r < shift && isComposite; r++)
            {
                x = MultiplyMod(x, x, n);
                isComposite = x != n - 1;
            }

            if (isComposite) return false;
        }

        return true;
    }

    private static ulong PowerMod(ulong b, ulong e, ulong m)
    {
        var result = 1UL;
        for (b %= m; e > 0; e >>= 1)
        {
            if ((e & 1) != 0) result = MultiplyMod(result, b, m);
            b = MultiplyMod(b, b, m);
        }

        return result;
    }

    private static ulong MultiplyMod(ulong a, ulong b, ulong m) => (ulong)((UInt128)a * b % m);

    private static int Unused(int x) => x * Wheel + 1;
}

public readonly struct Fraction : IEquatable<Fraction>, IComparable<Fraction>
{
    private readonly long _numerator;
    private readonly long _denominator;

    public Fraction(long numerator, long denominator)
    {
        if (denominator == 0) throw new DivideByZeroException("A fraction has a denominator.");
        var divisor = Gcd(Math.Abs(numerator), Math.Abs(denominator));
        var sign = denominator < 0 ? -1 : 1;
        _numerator = sign * numerator / divisor;
        _denominator = sign * denominator / divisor;
    }

    public static Fraction Zero => new(0, 1);

    public static Fraction operator +(Fraction a, Fraction b) =>
        checked(new(a._numerator * b._denominator + b._numerator * a._denominator, a._denominator * b._denominator));

    public static Fraction operator -(Fraction a) => new(-a._numerator, a._denominator);
    public static Fraction operator -(Fraction a, Fraction b) => a + -b;
    public static Fraction operator *(Fraction a, Fraction b) => checked(new(a._numerator * b._numerator, a._denominator * b._denominator));
    public static Fraction operator /(Fraction a, Fraction b) => new(a._numerator * b._denominator, a._denominator * b._numerator);
    public static bool operator <(Fraction a, Fraction b) => a.CompareTo(b) < 0;
    public static bool operator >(Fraction a, Fraction b) => a.CompareTo(b) > 0;
    public static explicit operator double(Fraction f) => (double)f._numerator / f._denominator;
    public static implicit operator Fraction(int n) => new(n, 1);

    public int CompareTo(Fraction other) => (_numerator * (Int128)other._denominator).CompareTo(other._numerator * (Int128)_denominator);
    public bool Equals(Fraction other) => _numerator == other._numerator && _denominator == other._denominator;
    public override bool Equals(object? obj) => obj is Fraction other && Equals(other);
    public override int GetHashCode() => (int)(_numerator * 31 + _denominator);
    public override string ToString() => _denominator == 1 ? $"{_numerator}" : $"{_numerator}/{_denominator}";

    private static long Gcd(long a, long b)
    {
        while (b != 0)
        {
            (a, b) = (b, a % b);
        }

        return a == 0 ? 1 : a;
    }
}

public static class Series
{
    [Memoize]
    public static string Harmonic(int n)
    {
        var sum = Fraction.Zero;
        for (var k = 1; k <= n; k++)
        {
            sum += new Fraction(1, k);
        }

        return sum.ToString();
    }

    [Memoize]
    public static double Alternating(int n)
    {
        Fraction sum = 0;
        for (var k = 1; k <= n; k++)
        {
            sum = k % 2 == 0 ? sum - new Fraction(1, k) : sum + new Fraction(1, k);
        }

        return (double)(sum > 1 ? sum / 2 : sum * 2);
    }

    [Memoize]
    public static double Newton(double a, int steps)
    {
        if (a < 0) throw new ArgumentOutOfRangeException(nameof(a), "not negative");
        var x = a > 1 ? a / 2 : 1.0;
        for (var i = 0; i < steps; i++)
        {
            var next = 0.5 * (x + a / x);
            if (Math.Abs(next - x) < 1e-12) break;
            x = next;
        }

        return x;
    }

    [Memoize]
    public static int Collatz(int start)
    {
        var steps = 0;
        long n = start;
        do
        {
            n = (n & 1) == 0 ? n >> 1 : checked(3 * n + 1);
            steps++;
        }
        while (n > 1);
        return steps;
    }

    [Memoize]
    public static uint Checksum(byte[] bytes, uint seed = 2166136261)
    {
        var hash = seed;
        unchecked
        {
            foreach (var b in bytes)
            {
                hash ^= b;
                hash *= 16777619;
                hash = hash << 5 | hash >>> 27;
            }
        }

        return hash;
    }
}
