using System.Diagnostics;

namespace Corpus.Ledger;

public enum Currency { Eur, Usd, Gbp, Jpy = 100 }

public readonly struct Money : IComparable<Money>, IEquatable<Money>
{
    public Money(decimal amount, Currency currency) => (Amount, Currency) = (decimal.Round(amount, Digits(currency), MidpointRounding.AwayFromZero), currency);

    public decimal Amount { get; }

    public Currency Currency { get; }

    public static Money operator +(Money a, Money b) => new(a.Amount + b.In(a.Currency).Amount, a.Currency);
    public static Money operator -(Money a) => new(-a.Amount, a.Currency);
    public static Money operator -(Money a, Money b) => a + -b;
    public static Money operator *(Money a, decimal factor) => new(a.Amount * factor, a.Currency);
    public static Money operator *(decimal factor, Money a) => a * factor;
    public static decimal operator /(Money a, Money b) => a.Amount / b.In(a.Currency).Amount;
    public static bool operator <(Money a, Money b) => a.CompareTo(b) < 0;
    public static bool operator >(Money a, Money b) => a.CompareTo(b) > 0;
    public static bool operator ==(Money a, Money b) => a.Equals(b);
    public static bool operator !=(Money a, Money b) => !a.Equals(b);

    public Money In(Currency other) => other == Currency ? this : new(Amount * Rate(Currency) / Rate(other), other);

    public int CompareTo(Money other) => Amount.CompareTo(other.In(Currency).Amount);

    public bool Equals(Money other) => Currency == other.Currency && Amount == other.Amount;

    public override bool Equals(object? obj) => obj is Money other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(Amount, Currency);

    public override string ToString() => Amount.ToString("N" + Digits(Currency), CultureInfo.InvariantCulture) + " " + Currency.ToString().ToUpperInvariant();

    public IEnumerable<Money> Split(params int[] shares)
    {
        var unit = new decimal(1, 0, 0, false, (byte)Digits(Currency));
        var rest = Amount;
        for (var i = 0; i < shares.Length; i++)
        {
            var part = i == shares.Length - 1 ? rest : Math.Floor(Amount * shares[i] / shares.Sum() / unit) * unit;
            rest -= part;
            yield return new(part, Currency);
        }
    }

    private static int Digits(Currency currency) => currency is Currency.Jpy ? 0 : 2;

    private static decimal Rate(Currency currency) => currency switch
    {
        Currency.Eur => 1m,
        Currency.Usd => 0.92m,
        Currency.Gbp => 1.17m,
        Currency.Jpy => 0.0061m,
        _ => throw new UnreachableException(),
    };
}

public record Item(string Name, Money Price, int Quantity = 1)
{
    public virtual decimal Tax => 0.2m;

    public Money Net => Price * Quantity;

    public Money Gross => Net * (1 + Tax);
}

public sealed record Book(string Name, Money Price, int Pages) : Item(Name, Price)
{
    public override decimal Tax => Pages > 48 ? 0.05m : base.Tax;
}

public record Service(string Name, Money Price, TimeSpan Effort) : Item(Name, Price, (int)Math.Ceiling(Effort.TotalHours))
{
    public DateOnly? Until { get; init; }
}

public delegate Money Discount(Item item, int position);

public sealed class LedgerException : Exception
{
    public LedgerException(string message, Exception? inner = null) : base(message, inner)
    {
    }

    public int Line { get; init; } = -1;
}

public sealed class Invoice : System.Collections.IEnumerable
{
    private readonly object _gate = new();
    private readonly List<Item> _items = [];
    private readonly Lazy<Money> _total;

    public Invoice() => _total = new(() => Sum((item, _) => item.Gross));

    public Item this[string name] => _items.Find(item => item.Name == name) ?? throw new LedgerException($"no {name}") { Line = _items.Count };

    public Money Total => _total.Value;

    public void Add(Item item)
    {
        lock (_gate)
        {
            _items.Add(item);
        }
    }

    public void Add(string name, decimal price) => Add(new Item(name, new(price, Currency.Eur)));

    public Money Sum(Discount discount)
    {
        var sum = default(Money);
        for (var i = 0; i < _items.Count; i++) sum += discount(_items[i], i);
        return sum;
    }

    public System.Collections.IEnumerator GetEnumerator() => _items.GetEnumerator();
}

public static class Books
{
    private static readonly Discount s_none = static (item, _) => item.Net;
    private static readonly Dictionary<string, Discount> s_discounts = new(StringComparer.OrdinalIgnoreCase)
    {
        { "none", s_none },
        { "first", (item, position) => position == 0 ? item.Net * 0.5m : item.Net },
        { "bulk", Bulk },
    };

    [Memoize]
    public static string Total(decimal price, int pages)
    {
        var invoice = new Invoice { { "stamp", 0.85m }, new Book("Numbers", new(price, Currency.Usd), pages) };
        invoice.Add(new Service("binding", new(12.345m, Currency.Gbp), TimeSpan.FromMinutes(95)) { Until = new(2030, 2, 28) });
        return $"{invoice.Total} = {invoice["stamp"].Gross} + {invoice["numbers" is var n ? char.ToUpperInvariant(n[0]) + n[1..] : ""].Gross}";
    }

    [Memoize]
    public static string Discounted(string name, int quantity)
    {
        var invoice = new Invoice { new Item("pen", new(1.99m, Currency.Eur), quantity), new Item("ink", new(800, Currency.Jpy)) };
        var discount = s_discounts.GetValueOrDefault(name, s_none);
        discount += (item, _) => item.Gross;
        var all = discount.GetInvocationList().Cast<Discount>().Select(d => invoice.Sum(d)).ToList();
        return string.Join("; ", all) + (all[0] < all[1] ? "<" : ">=");
    }

    [Memoize]
    public static string Shared(decimal amount, Currency currency) => string.Join(" + ", new Money(amount, currency).Split(5, 3, 2));

    [Memoize]
    public static decimal Instalment(decimal loan, decimal yearly, int months)
    {
        var rate = yearly / 12;
        var factor = 1m;
        for (var i = 0; i < months; i++) factor *= 1 + rate;
        return rate == 0 ? loan / months : decimal.Round(loan * rate * factor / (factor - 1), 2);
    }

    [Memoize]
    public static string Balance(string text)
    {
        var accounts = new SortedList<string, decimal>(StringComparer.Ordinal);
        try
        {
            var line = 0;
            foreach (var entry in text.Split('\n')) Post(entry, ++line);
        }
        catch (LedgerException e) when (e is { Line: > 0, InnerException: FormatException or OverflowException })
        {
            return $"line {e.Line}: {e.Message}";
        }
        finally
        {
            accounts.Remove("suspense");
        }

        return accounts.Values.Sum() is var sum and not 0 ? $"off by {sum}" : string.Join(", ", accounts.Select(pair => $"{pair.Key} {pair.Value:+0.00;-0.00;0}"));

        void Post(string entry, int line)
        {
            try
            {
                var (from, to, amount) = entry.Split(',') switch
                {
                    [var debit, var credit, var value] => (debit.Trim(), credit.Trim(), decimal.Parse(value, CultureInfo.InvariantCulture)),
                    [var debit, var value] => (debit.Trim(), "suspense", decimal.Parse(value, CultureInfo.InvariantCulture)),
                    _ => throw new FormatException("not an entry"),
                };
                accounts[from] = accounts.GetValueOrDefault(from) - amount;
                accounts[to] = accounts.GetValueOrDefault(to) + amount;
            }
            catch (Exception e) when (e is not LedgerException)
            {
                throw new LedgerException("unreadable", e) { Line = line };
            }
        }
    }

    [Memoize]
    public static bool IsSame(string name, decimal price) =>
        new Item(name, new(price, Currency.Eur)) == new Item(name, new(price, Currency.Eur), 1) with { Quantity = 1 };

    private static Money Bulk(Item item, int position) => item switch
    {
        { Quantity: >= 100 } => item.Net * 0.8m,
        Book or { Quantity: >= 10 and < 100 } => 0.9m * item.Net,
        _ when position % 2 == 1 => item.Net,
        _ => s_none(item, position),
    };
}
