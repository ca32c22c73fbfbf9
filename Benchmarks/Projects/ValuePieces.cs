namespace Memo.Benchmarks.Projects;

/// <summary>Types of a component whose values stay what they are, and hierarchies of types.</summary>
internal static class ValuePieces
{
    public static readonly Piece[] All =
    [
        new("""
            /// <summary>Walks over all items and keeps what a derived class makes of them.</summary>
            internal abstract class ~AWalk<TResult>
            {
                protected abstract TResult Start { get; }

                public TResult Over(IEnumerable<~R> items)
                {
                    var result = Start;
                    foreach (var item in items)
                    {
                        result = Skips(item) ? result : Step(result, item);
                    }

                    return Finish(result);
                }

                protected virtual bool Skips(~R item) => item.State == ~E.Draft;

                protected abstract TResult Step(TResult result, ~R item);

                protected virtual TResult Finish(TResult result) => result;
            }

            internal sealed class ~ASumWalk : ~AWalk<double>
            {
                protected override double Start => 0;

                protected override double Step(double result, ~R item) => result + (item.Amount * ~f);

                protected override double Finish(double result) => Math.Round(result, 3);
            }

            internal sealed class ~ANameWalk(char separator) : ~AWalk<string>
            {
                protected override string Start => "";

                protected override bool Skips(~R item) => item.Name.Length > ~n + 8;

                protected override string Step(string result, ~R item) => result.Length == 0 ? item.Name : result + separator + item.Name;
            }
            """, """
            total += new ~ASumWalk().Over(items);
            text.Append(new ~ANameWalk('~c').Over(items.Take(~n)));
            """),
        new("""
            /// <summary>What is known by heart.</summary>
            internal static class ~ATables
            {
                private static readonly Dictionary<string, double> Rates = new(StringComparer.Ordinal)
                {
                    ["~w"] = ~f,
                    ["~w-~w"] = ~f,
                    ["~w.~w"] = ~f,
                    ["~w_~n"] = ~f,
                };

                private static readonly int[] Steps = [~n, ~n, ~n, ~n, ~n, ~n, ~n, ~n];

                private static readonly string[] Labels = ["~w", "~w", "~w", "~w", "~w", "~w"];

                private static readonly ImmutableDictionary<int, string> Regions = Labels
                    .Select((label, index) => (label, index))
                    .ToImmutableDictionary(pair => pair.index, pair => pair.label.ToUpperInvariant());

                public static double Rate(string name) => Rates.TryGetValue(name, out var rate) ? rate : ~f;

                public static int Step(int index) => Steps[Math.Abs(index) % Steps.Length];

                public static string Label(int index) => Labels[Math.Abs(index) % Labels.Length];

                public static string Region(int index) => Regions.GetValueOrDefault(index, "~w");
            }
            """, """
            foreach (var item in items)
            {
                total += ~ATables.Rate(item.Name) * ~ATables.Step(item.Id);
                text.Append(~ATables.Label(item.Id)).Append(~ATables.Region(item.Id));
            }
            """),
        new("""
            /// <summary>A value with its unit; arithmetic keeps them together.</summary>
            internal readonly struct ~AQuantity(double value, string unit) : IEquatable<~AQuantity>
            {
                public double Value { get; } = value;

                public string Unit { get; } = unit;

                public static ~AQuantity operator +(~AQuantity left, ~AQuantity right) =>
                    left.Unit == right.Unit ? new(left.Value + right.Value, left.Unit) : throw new ArgumentException("~w and ~w do not add.");

                public static ~AQuantity operator *(~AQuantity left, double factor) => new(left.Value * factor, left.Unit);

                public static bool operator ==(~AQuantity left, ~AQuantity right) => left.Equals(right);

                public static bool operator !=(~AQuantity left, ~AQuantity right) => !left.Equals(right);

                public static implicit operator double(~AQuantity quantity) => quantity.Value;

                public bool Equals(~AQuantity other) => Value == other.Value && Unit == other.Unit;

                public override bool Equals(object? obj) => obj is ~AQuantity other && Equals(other);

                public override int GetHashCode() => Unit.Length;

                public override string ToString() => Value.ToString("F~d", CultureInfo.InvariantCulture) + " " + Unit;
            }
            """, """
            var quantity = new ~AQuantity(0, "~w");
            foreach (var item in items)
            {
                var next = new ~AQuantity(item.Amount, "~w") * ~f;
                quantity = next == quantity ? quantity : new ~AQuantity(next.Value, quantity.Unit) + quantity;
            }

            total += quantity;
            text.Append(quantity.ToString());
            """),
        new("""
            /// <summary>A small expression tree, evaluated by pattern matching.</summary>
            internal abstract record ~ATerm
            {
                public static ~ATerm Sample(double x) => new ~AProduct(new ~ASum(new ~AConstant(x), new ~AConstant(~f)), new ~ANegation(new ~AConstant(~f)));

                public double Value() => this switch
                {
                    ~AConstant(var value) => value,
                    ~ASum(var left, var right) => left.Value() + right.Value(),
                    ~AProduct(~AConstant(0), _) => 0,
                    ~AProduct(var left, var right) => left.Value() * right.Value(),
                    ~ANegation { Inner: var inner } => -inner.Value(),
                    _ => throw new NotSupportedException(GetType().Name),
                };

                public int Depth() => this switch
                {
                    ~ASum sum => 1 + Math.Max(sum.Left.Depth(), sum.Right.Depth()),
                    ~AProduct product => 1 + Math.Max(product.Left.Depth(), product.Right.Depth()),
                    ~ANegation negation => 1 + negation.Inner.Depth(),
                    _ => 1,
                };
            }

            internal sealed record ~AConstant(double Number) : ~ATerm;

            internal sealed record ~ASum(~ATerm Left, ~ATerm Right) : ~ATerm;

            internal sealed record ~AProduct(~ATerm Left, ~ATerm Right) : ~ATerm;

            internal sealed record ~ANegation(~ATerm Inner) : ~ATerm;
            """, """
            var term = ~ATerm.Sample(total);
            total += term.Value() / term.Depth();
            """),
    ];
}
