namespace Memo.Analyzers.Closures;

/// <summary>
/// The strongly connected components of the call graph that some nodes reach and that have not been solved, callees before callers (Tarjan,
/// "Depth-first search and linear graph algorithms", SIAM J. Comput. 1972), without recursion: a call chain may be longer than the stack
/// is deep.
/// </summary>
internal sealed class Components(ClosureEngine engine, CancellationToken cancellation)
{
    private readonly Dictionary<CodeNode, Visit> _visits = [];
    private readonly Stack<CodeNode> _open = new();
    private readonly Stack<Visit> _path = new();

    public IEnumerable<List<CodeNode>> From(IEnumerable<CodeNode> starts)
    {
        foreach (var start in starts)
        {
            if (start.IsSolved || _visits.ContainsKey(start))
            {
                continue;
            }

            Enter(start);
            while (_path.Count > 0)
            {
                cancellation.ThrowIfCancellationRequested();
                var visit = _path.Peek();
                if (visit.Next < visit.Callees.Count)
                {
                    Follow(visit, visit.Callees[visit.Next++]);
                    continue;
                }

                _path.Pop();
                if (_path.Count > 0)
                {
                    var caller = _path.Peek();
                    caller.Lowest = Math.Min(caller.Lowest, visit.Lowest);
                }

                if (visit.Lowest == visit.Index)
                {
                    yield return Close(visit.Node);
                }
            }
        }
    }

    private void Follow(Visit visit, CodeNode callee)
    {
        if (callee.IsSolved)
        {
            return;
        }

        if (!_visits.TryGetValue(callee, out var known))
        {
            Enter(callee);
        }
        else if (known.IsOpen)
        {
            visit.Lowest = Math.Min(visit.Lowest, known.Index);
        }
    }

    private void Enter(CodeNode node)
    {
        var visit = new Visit(_visits.Count, node, node.Callees(engine, cancellation));
        _visits.Add(node, visit);
        _open.Push(node);
        _path.Push(visit);
    }

    private List<CodeNode> Close(CodeNode first)
    {
        var component = new List<CodeNode>();
        CodeNode member;
        do
        {
            member = _open.Pop();
            _visits[member].IsOpen = false;
            component.Add(member);
        }
        while (member != first);

        return component;
    }

    private sealed class Visit(int index, CodeNode node, List<CodeNode> callees)
    {
        public CodeNode Node { get; } = node;
        public int Index { get; } = index;
        public int Lowest { get; set; } = index;
        public bool IsOpen { get; set; } = true;
        public List<CodeNode> Callees { get; } = callees;
        public int Next { get; set; }
    }
}
