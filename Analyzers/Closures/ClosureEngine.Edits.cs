using System.Collections.Immutable;
using Memo.Analyzers.Closures.Edits;
using Memo.Analyzers.Effects;
using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Closures;

/// <summary>How an engine goes on from another one's.</summary>
internal sealed partial class ClosureEngine
{
    private readonly object _asking = new();
    private ClosureEngine? _live;
    private bool _knowsStatics;
    private int _summarized;
    private int _edits;

    /// <summary>
    /// Answers a question about closures: from what is known of a former compilation where that holds for this one, too.
    /// </summary>
    /// <param name="question">Is asked again if it turns out that it does not hold.</param>
    /// <param name="cancellation">Stops it.</param>
    public T Ask<T>(Func<ClosureEngine, T> question, CancellationToken cancellation)
    {
        var live = Live(cancellation);
        if (ReferenceEquals(live, this))
        {
            return question(this);
        }

        var answer = question(live);
        if (live._taken!.Holds(cancellation))
        {
            return answer;
        }

        BeginAnew();
        return question(this);
    }

    /// <summary>How many units had to be summarized to answer.</summary>
    internal int Summarized => _live?._summarized ?? 0;

    /// <summary>How many have gone on from here, with this one.</summary>
    internal int CountEdit() => Interlocked.Increment(ref _edits);

    internal void CountSummary()
    {
        Count();
        Interlocked.Increment(ref _summarized);
    }

    /// <summary>Whether answers come from what is known of a former compilation.</summary>
    internal bool GoesOn => _live is { } live && !ReferenceEquals(live, this);

    /// <summary>Keeps what is known of the compilation, or of the former one that answers came from, for the next build of the project.</summary>
    public void KeepForNextBuild() => KeptEngines.Keep(_live?._taken?.Former ?? this);

    /// <summary>The engine that this one goes on from, whose symbols it has; null for one that has begun by itself.</summary>
    public ClosureEngine? Former => _taken?.Former;

    /// <summary>The file of the former compilation that has the text of one of the later; null when there is none.</summary>
    public SyntaxTree? Unedited(SyntaxTree tree) => _taken?.Edits.Unedited(tree);

    private ClosureEngine Live(CancellationToken cancellation)
    {
        lock (_asking)
        {
            if (_live is null)
            {
                // What the generator has found out already is all there is to know.
                _live = _nodes.IsEmpty ? FormerEngines.Continue(this, cancellation) : null;
                if (_live is null)
                {
                    BeginAnew();
                }
            }

            return _live!;
        }
    }

    private void BeginAnew()
    {
        lock (_asking)
        {
            _live = this;
            FormerEngines.Add(this);
        }
    }

    /// <summary>The statics of this compilation, with what is known of the names in another one that declares the same.</summary>
    internal StaticMembers StaticsAfter(ClosureEngine former)
    {
        lock (_asking)
        {
            if (!_knowsStatics)
            {
                _knowsStatics = true;
                Statics.TakeOver(former.Statics);
            }
        }

        return Statics;
    }

    /// <summary>Where it is in the files as they are now.</summary>
    public Location Shown(Location location) => _taken is null ? location : _taken.Place(location);

    public CallPath Shown(CallPath path) => _taken is null ? path : path with { Entry = Shown(path.Entry) };

    public ImmutableArray<Effect> Shown(ImmutableArray<Effect> effects) => _taken is null ? effects
        : [.. effects.Select(effect => effect with { Location = Shown(effect.Location), Path = Shown(effect.Path) })];
}
