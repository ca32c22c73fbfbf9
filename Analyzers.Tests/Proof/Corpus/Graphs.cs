namespace Corpus.Graphs;

public interface IGraph<TNode> where TNode : notnull
{
    IEnumerable<(TNode To, int Cost)> From(TNode node);

    int Degree(TNode node) => From(node).Count();

    bool IsEdge(TNode from, TNode to)
    {
        foreach (var (next, _) in From(from))
        {
            if (next.Equals(to)) return true;
        }

        return false;
    }
}

public sealed class Grid : IGraph<(int X, int Y)>
{
    private readonly string[] _rows;
    private static readonly (int X, int Y)[] s_steps = [(1, 0), (0, 1), (-1, 0), (0, -1)];

    public Grid(string text) => _rows = text.Split('\n');

    public int Height => _rows.Length;

    public char this[int x, int y] => y >= 0 && y < Height && x >= 0 && x < _rows[y].Length ? _rows[y][x] : '#';

    public IEnumerable<((int X, int Y) To, int Cost)> From((int X, int Y) node)
    {
        foreach (var step in s_steps)
        {
            var (x, y) = (node.X + step.X, node.Y + step.Y);
            var place = this[x, y];
            if (place == '#') continue;
            yield return ((x, y), char.IsAsciiDigit(place) ? place - '0' : 1);
        }
    }

    public (int X, int Y)? Find(char sought)
    {
        for (var y = 0; y < Height; y++)
        {
            var x = _rows[y].IndexOf(sought);
            if (x >= 0) return (x, y);
        }

        return null;
    }
}

public sealed class Adjacency : IGraph<int>
{
    private readonly Dictionary<int, List<(int To, int Cost)>> _edges = [];

    public int Count { get; private set; }

    public Adjacency Add(int from, int to, int cost = 1)
    {
        if (!_edges.TryGetValue(from, out var list)) _edges[from] = list = [];
        list.Add((to, cost));
        Count = Math.Max(Count, Math.Max(from, to) + 1);
        return this;
    }

    public IEnumerable<(int To, int Cost)> From(int node) => _edges.TryGetValue(node, out var list) ? list : [];

    public static Adjacency Parse(string text)
    {
        var graph = new Adjacency();
        foreach (var edge in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (edge.Split('-', ':') is [var from, var to, .. var rest])
            {
                graph.Add(int.Parse(from, CultureInfo.InvariantCulture), int.Parse(to, CultureInfo.InvariantCulture),
                    rest is [var cost] ? int.Parse(cost, CultureInfo.InvariantCulture) : 1);
            }
        }

        return graph;
    }
}

public sealed class DisjointSets(int count)
{
    private readonly int[] _parents = [.. Enumerable.Range(0, count)];
    private readonly byte[] _ranks = new byte[count];

    public int Sets { get; private set; } = count;

    public int Find(int x)
    {
        while (_parents[x] != x)
        {
            x = _parents[x] = _parents[_parents[x]];
        }

        return x;
    }

    public bool Union(int a, int b)
    {
        (a, b) = (Find(a), Find(b));
        if (a == b) return false;
        if (_ranks[a] < _ranks[b]) (a, b) = (b, a);
        _parents[b] = a;
        if (_ranks[a] == _ranks[b]) _ranks[a]++;
        Sets--;
        return true;
    }
}

public static class Paths
{
    [Memoize]
    public static int Shortest(string map)
    {
        var grid = new Grid(map);
        if (grid.Find('S') is not { } start || grid.Find('E') is not { } end) return -1;
        return Dijkstra(grid, start).TryGetValue(end, out var cost) ? cost : -1;
    }

    [Memoize]
    public static string Distances(string edges, int start)
    {
        var found = Dijkstra(Adjacency.Parse(edges), start);
        return string.Join(' ', found.OrderBy(pair => pair.Key).Select(pair => pair.Key + ":" + pair.Value));
    }

    [Memoize]
    public static int Degrees(string edges, int node)
    {
        IGraph<int> graph = Adjacency.Parse(edges);
        return graph.Degree(node) * 10 + (graph.IsEdge(node, node) ? 1 : 0);
    }

    [Memoize]
    public static int SpanningTree(string edges)
    {
        var graph = Adjacency.Parse(edges);
        var sets = new DisjointSets(graph.Count);
        var total = 0;
        foreach (var (from, to, cost) in All().OrderBy(edge => edge.Cost).ThenBy(edge => edge.From))
        {
            if (sets.Union(from, to)) total += cost;
        }

        return sets.Sets > 1 ? -total : total;

        IEnumerable<(int From, int To, int Cost)> All()
        {
            for (var node = 0; node < graph.Count; node++)
            {
                foreach (var (to, cost) in graph.From(node)) yield return (node, to, cost);
            }
        }
    }

    [Memoize]
    public static string Order(string edges)
    {
        var graph = Adjacency.Parse(edges);
        var state = new byte[graph.Count];
        var order = new Stack<int>();
        var hasCycle = false;
        for (var node = 0; node < graph.Count && !hasCycle; node++)
        {
            Visit(node);
        }

        return hasCycle ? "cycle" : string.Join(" < ", order);

        void Visit(int node)
        {
            switch (state[node])
            {
                case 1:
                    hasCycle = true;
                    return;
                case 2:
                    return;
            }

            state[node] = 1;
            foreach (var (to, _) in graph.From(node)) Visit(to);
            state[node] = 2;
            order.Push(node);
        }
    }

    private static Dictionary<TNode, int> Dijkstra<TNode>(IGraph<TNode> graph, TNode start) where TNode : notnull
    {
        var known = new Dictionary<TNode, int>();
        var queue = new PriorityQueue<TNode, int>();
        queue.Enqueue(start, 0);
        while (queue.TryDequeue(out var node, out var cost))
        {
            if (!known.TryAdd(node, cost)) continue;
            foreach (var (to, step) in graph.From(node))
            {
                if (!known.ContainsKey(to)) queue.Enqueue(to, cost + step);
            }
        }

        return known;
    }
}
