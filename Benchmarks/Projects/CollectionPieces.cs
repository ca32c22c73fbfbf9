namespace Memo.Benchmarks.Projects;

/// <summary>Methods of a component that go through collections.</summary>
internal static class CollectionPieces
{
    public static readonly Piece[] All =
    [
        new("""
            private static Dictionary<~K, double> SumByKey(IEnumerable<~R> items)
            {
                var sums = new Dictionary<~K, double>();
                foreach (var item in items)
                {
                    sums[item.Key] = sums.GetValueOrDefault(item.Key) + item.Amount;
                }

                return sums;
            }
            """, "total += SumByKey(items).Values.Sum();"),
        new("""
            private static List<(~E State, int Count, double Mean)> Group(IEnumerable<~R> items) =>
                (from item in items
                 where item.Amount > ~f
                 group item by item.State into state
                 orderby state.Key
                 select (state.Key, state.Count(), state.Average(item => item.Amount))).ToList();
            """, """
            foreach (var (state, count, mean) in Group(items))
            {
                total += count * mean * ((int)state + ~n);
            }
            """),
        new("""
            private static IEnumerable<~R> Expand(IEnumerable<~R> items, int times)
            {
                foreach (var item in items)
                {
                    for (var i = 0; i < times; i++)
                    {
                        yield return item.Scaled(1 + (i * ~f));
                    }

                    if (item.State == ~E.Closed)
                    {
                        yield break;
                    }
                }
            }
            """, "total += Expand(items, ~n).Count();"),
        new("""
            private static ~R Merge(IReadOnlyList<~R> items)
            {
                var merged = items[0] with { Name = "~w" };
                for (var i = 1; i < items.Count; i++)
                {
                    merged += items[i];
                    merged = merged.Amount > ~n1000 ? merged with { Amount = ~f, State = ~E.Closed } : merged;
                }

                return merged;
            }
            """, "total += Merge(items).Amount;"),
        new("""
            private static double Apply(IEnumerable<~R> items, Func<~R, double> measure, params Func<double, double>[] steps)
            {
                var sum = 0.0;
                foreach (var item in items)
                {
                    var value = measure(item);
                    foreach (var step in steps)
                    {
                        value = step(value);
                    }

                    sum += value;
                }

                return sum;
            }
            """, "total += Apply(items, item => item.Amount + ~f, value => value * ~f, Math.Abs, value => Math.Min(value, total + ~n));"),
        new("""
            private static SortedDictionary<string, List<int>> Index(IEnumerable<~R> items)
            {
                var index = new SortedDictionary<string, List<int>>(StringComparer.Ordinal);
                foreach (var item in items)
                {
                    foreach (var tag in item.Tags)
                    {
                        if (!index.TryGetValue(tag, out var ids))
                        {
                            index[tag] = ids = [];
                        }

                        ids.Add(item.Id);
                    }
                }

                return index;
            }
            """, """
            foreach (var (tag, ids) in Index(items))
            {
                total += ids.Count * tag.Length;
            }
            """),
        new("""
            private static IReadOnlyList<~R> Page(IReadOnlyList<~R> items, int page, int size)
            {
                ArgumentOutOfRangeException.ThrowIfNegative(page);
                try
                {
                    return items.OrderByDescending(item => item.Amount).ThenBy(item => item.Name, StringComparer.Ordinal).Skip(page * size).Take(size).ToList();
                }
                catch (OverflowException exception) when (size > ~n1000)
                {
                    throw new InvalidOperationException("~w: page " + page.ToString(CultureInfo.InvariantCulture), exception);
                }
            }
            """, "total += Page(items, 0, ~n).Sum(item => item.Amount);"),
        new("""
            private static double Join(IReadOnlyList<~R> items)
            {
                var pairs = items.Join(items, left => left.State, right => right.State, (left, right) => new { left.Id, right.Amount })
                    .Where(pair => pair.Id % ~n != 0)
                    .Distinct()
                    .ToLookup(pair => pair.Id);
                return pairs[items[0].Id].Sum(pair => pair.Amount) + pairs.Count;
            }
            """, "total += Join(items);"),
    ];
}
