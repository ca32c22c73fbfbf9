using System.Globalization;
using System.Text;

namespace Memo.Benchmarks.Projects;

/// <summary>Writes one component: a file of types and methods, all of which its entry reaches.</summary>
internal static class ComponentWriter
{
    private static readonly string[] Nouns =
        ["Order", "Invoice", "Sensor", "Route", "Ticket", "Sample", "Contract", "Parcel", "Reading", "Booking", "Asset", "Claim", "Voyage", "Signal", "Recipe", "Survey"];

    private static readonly string[] Words =
        ["amber", "birch", "cedar", "delta", "ember", "fjord", "grove", "haven", "islet", "jetty", "knoll", "larch", "maple", "north", "orbit", "pearl", "quartz", "ridge"];

    /// <summary>Every third component is async, and only such call others of them.</summary>
    public static bool IsAsync(int index) => index % 3 == 2;

    public static string Name(int index) => Nouns[index % Nouns.Length] + index.ToString("D3", CultureInfo.InvariantCulture);

    public static string QualifiedName(int index) => $"{Area(index)}.{Name(index)}s";

    public static string Area(int index) => "Area" + (index / 16).ToString("D2", CultureInfo.InvariantCulture);

    /// <param name="index">Of the component.</param>
    /// <param name="callees">The components that it calls.</param>
    public static string Write(int index, IReadOnlyList<int> callees)
    {
        var dice = new Dice((uint)index + 17);
        var types = Choose([.. ObjectPieces.All, .. ValuePieces.All], dice.Between(1, 3), dice);
        var methods = Choose([.. NumberPieces.All, .. TextPieces.All, .. CollectionPieces.All], dice.Between(3, 8), dice);
        var text = new StringBuilder(Heading);
        text.Append(Types).Append("\n\n");
        foreach (var piece in types)
        {
            text.Append(piece.Text).Append("\n\n");
        }

        text.Append("/// <summary>What is computed about each ~w ~w.</summary>\ninternal static class ~As\n{\n");
        Indented(text, Entry(IsAsync(index), [.. types, .. methods], callees));
        foreach (var piece in methods)
        {
            text.Append('\n');
            Indented(text, piece.Text);
        }

        text.Append("}\n");
        return Fill(text.ToString(), index, dice);
    }

    private const string Heading = """
        using System.Collections;
        using System.Collections.Immutable;
        using System.Globalization;
        using System.Text;

        namespace Generated.~S;


        """;

    private const string Types = """
        internal enum ~E
        {
            Draft,
            Open = ~n,
            Paid = 100~n,
            Closed = 1000~n,
        }

        /// <summary>What makes one ~w different from another.</summary>
        internal readonly record struct ~K(int Region, string Code)
        {
            public static ~K Of(~R item) => new(item.Id % ~n, item.Name.Length > ~d ? item.Name[..~d] : item.Name);

            public override string ToString() => Code + "/" + Region.ToString(CultureInfo.InvariantCulture);
        }

        /// <summary>A ~w of the ~w kind.</summary>
        internal sealed record ~R(int Id, string Name, double Amount, ~E State, ImmutableArray<string> Tags) : IComparable<~R>
        {
            public bool IsLarge => Amount > ~f;

            public ~K Key => ~K.Of(this);

            public static ~R operator +(~R left, ~R right) => left with { Amount = left.Amount + right.Amount };

            public int CompareTo(~R? other) => other is null ? 1 : Amount.CompareTo(other.Amount);

            public ~R Scaled(double factor) => this with { Amount = Amount * factor };
        }

        internal interface ~I
        {
            double Weight { get; }

            bool Accepts(~R item);

            double Score(~R item) => Accepts(item) ? item.Amount * Weight : 0;
        }

        internal sealed class ~ALimitRule(double limit) : ~I
        {
            public double Weight { get; } = ~f;

            public bool Accepts(~R item) => item.Amount < limit;
        }

        internal sealed class ~AStateRule(~E state, double weight) : ~I
        {
            public double Weight => weight;

            public bool Accepts(~R item) => item.State == state && !string.IsNullOrEmpty(item.Name);

            public double Score(~R item) => Accepts(item) ? Math.Max(weight, item.Amount) : ~f;
        }
        """;

    private static string Entry(bool isAsync, Piece[] pieces, IReadOnlyList<int> callees)
    {
        var text = new StringBuilder();
        text.Append(isAsync ? "public static async Task<double> RunAsync(int seed, CancellationToken cancellation = default)\n" : "public static double Run(int seed)\n");
        text.Append("{\n    var items = Make(seed, ~n);\n    var text = new StringBuilder();\n    var total = 0.0;\n");
        for (var i = 0; i < pieces.Length; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"    total += Measure{i}(items, text);\n");
        }

        foreach (var callee in callees)
        {
            text.Append(IsAsync(callee)
                ? $"    total += await {QualifiedName(callee)}.RunAsync(seed + ~n, cancellation) * ~f;\n"
                : $"    total += {QualifiedName(callee)}.Run(seed + ~n) * ~f;\n");
        }

        text.Append(isAsync ? "    await foreach (var amount in AmountsAsync(items, cancellation))\n    {\n        total += amount;\n    }\n\n" : "");
        text.Append("    return total + text.Length;\n}\n\n").Append(Maker).Append('\n').Append(isAsync ? "\n" + AsyncAmounts + "\n" : "");
        for (var i = 0; i < pieces.Length; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $$"""

                private static double Measure{{i}}(IReadOnlyList<~R> items, StringBuilder text)
                {
                    var total = ~f * text.Length;

                """);
            Indented(text, pieces[i].Use);
            text.Append("    return total;\n}\n");
        }

        return text.ToString().TrimEnd('\n');
    }

    private const string Maker = """
        private static List<~R> Make(int seed, int count)
        {
            var items = new List<~R>(count);
            for (var i = 0; i < count; i++)
            {
                var id = ((seed + ~n) * (i + ~n)) % ~n1000;
                var state = (i % ~d) switch { 0 => ~E.Draft, 1 => ~E.Open, 2 => ~E.Paid, _ => ~E.Closed };
                items.Add(new(id, $"~w {(char)('a' + (i % 26))}", id * ~f, state, i % ~d == 0 ? ["~w", "~w"] : []));
            }

            return items;
        }
        """;

    private const string AsyncAmounts = """
        private static async IAsyncEnumerable<double> AmountsAsync(
            IEnumerable<~R> items, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
        {
            foreach (var item in items)
            {
                cancellation.ThrowIfCancellationRequested();
                await Task.CompletedTask;
                yield return item.Amount * ~f;
            }
        }
        """;

    private static Piece[] Choose(Piece[] from, int count, Dice dice)
    {
        var shuffled = (Piece[])from.Clone();
        dice.Shuffle(shuffled);
        return shuffled[..count];
    }

    private static void Indented(StringBuilder text, string block)
    {
        foreach (var line in block.Split('\n'))
        {
            text.Append(line.Length > 0 ? "    " : "").Append(line).Append('\n');
        }
    }

    private static string Fill(string template, int index, Dice dice)
    {
        var name = Name(index);
        var text = new StringBuilder(template.Length * 2);
        for (var i = 0; i < template.Length; i++)
        {
            if (template[i] != '~' || Value(template[i + 1]) is not { } value)
            {
                text.Append(template[i]);
                continue;
            }

            text.Append(value);
            i++;
        }

        return text.ToString();

        string? Value(char kind) => kind switch
        {
            'A' => name,
            'R' => name,
            'E' => name + "State",
            'K' => name + "Key",
            'I' => "I" + name + "Rule",
            'S' => Area(index),
            'n' => dice.Between(3, 40).ToString(CultureInfo.InvariantCulture),
            'd' => dice.Between(2, 9).ToString(CultureInfo.InvariantCulture),
            'f' => string.Create(CultureInfo.InvariantCulture, $"{dice.Between(0, 9)}.{dice.Between(1, 99):D2}"),
            'w' => dice.Of(Words),
            'c' => dice.Of([",", ";", ":", "|", "-"]),
            _ => null,
        };
    }
}
