namespace Memo.Benchmarks.Projects;

/// <summary>Methods of a component that compute with numbers.</summary>
internal static class NumberPieces
{
    public static readonly Piece[] All =
    [
        new("""
            private static double Median(IReadOnlyList<~R> items)
            {
                var amounts = items.Select(item => item.Amount).Order().ToArray();
                if (amounts.Length == 0)
                {
                    return 0;
                }

                var middle = amounts.Length / 2;
                return amounts.Length % 2 == 1 ? amounts[middle] : (amounts[middle - 1] + amounts[middle]) / ~f;
            }
            """, "total += Median(items);"),
        new("""
            private static double Classify(~R item) => item switch
            {
                { State: ~E.Draft } => 0,
                { Amount: < ~f, Tags.Length: > 1 } => ~f,
                { State: ~E.Open or ~E.Paid, Name: { Length: > ~d } name } => name.Length * ~f,
                { Id: var id and (> ~n or < 0) } => id * ~f,
                _ => item.Amount,
            };
            """, "total += items.Sum(Classify);"),
        new("""
            private static double[,] Matrix(IReadOnlyList<~R> items, int size)
            {
                var matrix = new double[size, size];
                for (var row = 0; row < size; row++)
                {
                    for (var column = 0; column < size; column++)
                    {
                        var item = items[((row * size) + column) % items.Count];
                        matrix[row, column] = row == column ? 1 : item.Amount / (1 + row + (column * ~f));
                    }
                }

                return matrix;
            }

            private static double Trace(double[,] matrix)
            {
                var trace = 0.0;
                for (var i = 0; i < matrix.GetLength(0); i++)
                {
                    trace += matrix[i, i];
                }

                return trace;
            }
            """, "total += Trace(Matrix(items, ~d + 2));"),
        new("""
            private static double Interpolate(IReadOnlyList<double> xs, IReadOnlyList<double> ys, double x)
            {
                if (xs.Count != ys.Count || xs.Count == 0)
                {
                    throw new ArgumentException("~w: as many points as values.", nameof(ys));
                }

                for (var i = 1; i < xs.Count; i++)
                {
                    if (x <= xs[i])
                    {
                        var part = (x - xs[i - 1]) / (xs[i] - xs[i - 1]);
                        return ys[i - 1] + (part * (ys[i] - ys[i - 1]));
                    }
                }

                return ys[^1] + ~f;
            }
            """, "total += Interpolate([0, ~n, ~n1000], [~f, ~f, ~f], items[0].Amount);"),
        new("""
            private static double Simulate(int steps, double start)
            {
                var state = start;
                var random = new Random(~n1000);
                for (var step = 0; step < steps; step++)
                {
                    state = random.NextDouble() < ~f ? (state * ~f) + 1 : Math.Sqrt(Math.Abs(state));
                    if (double.IsNaN(state) || state > ~n1000)
                    {
                        break;
                    }
                }

                return state;
            }
            """, "total += Simulate(~n, items[0].Amount);"),
        new("""
            private static TimeSpan Duration(IReadOnlyList<~R> items)
            {
                var start = new DateTime(2024, ~d, ~d, 0, 0, 0, DateTimeKind.Utc);
                var end = items.Aggregate(start, (time, item) => time.AddMinutes(item.Id + ~n));
                return end - start;
            }
            """, "total += Duration(items).TotalHours;"),
        new("""
            private static int Search(int[] sorted, int wanted)
            {
                var (low, high) = (0, sorted.Length - 1);
                while (low <= high)
                {
                    var middle = low + ((high - low) >> 1);
                    switch (sorted[middle].CompareTo(wanted))
                    {
                        case 0:
                            return middle;
                        case < 0:
                            low = middle + 1;
                            break;
                        default:
                            high = middle - 1;
                            break;
                    }
                }

                return ~low;
            }
            """, "total += Search([.. items.Select(item => item.Id).Order()], ~n);"),
        new("""
            private static long Fibonacci(int n)
            {
                return n < 2 ? n : Next(0, 1, n);

                static long Next(long before, long last, int left) => left <= 1 ? last : Next(last, (before + last) % ~n1000, left - 1);
            }
            """, "total += Fibonacci(~n);"),
        new("""
            private static double Smooth(IReadOnlyList<~R> items, double factor = ~f)
            {
                var smoothed = new List<double>(items.Count);
                for (var i = 0; i < items.Count; i++)
                {
                    var last = i == 0 ? items[i].Amount : smoothed[^1];
                    smoothed.Add((factor * items[i].Amount) + ((1 - factor) * last));
                }

                smoothed.RemoveAll(value => value < ~f);
                smoothed.Sort();
                return smoothed is [.., var highest] ? highest : 0;
            }
            """, "total += Smooth(items) + Smooth(items, ~f);"),
        new("""
            private static double Score(IReadOnlyList<~R> items)
            {
                ~I[] rules = [new ~ALimitRule(~f), new ~AStateRule(~E.Open, ~f), new ~AStateRule(~E.Paid, ~f)];
                var score = 0.0;
                foreach (var item in items)
                {
                    foreach (var rule in rules)
                    {
                        score += rule.Score(item);
                    }
                }

                return score;
            }
            """, "total += Score(items);"),
    ];
}
