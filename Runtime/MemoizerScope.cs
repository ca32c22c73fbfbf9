namespace Memo;

/// <summary>A session that holds for a flow of control.</summary>
internal sealed class MemoizerScope : IDisposable
{
    private static readonly AsyncLocal<MemoizerSession?> Ambient = new();

    // Programs have no scopes: they do not even ask.
    private static volatile bool _isUsed;

    private readonly MemoizerSession? _outer;
    private bool _isOver;

    public MemoizerScope(MemoizerSession session)
    {
        _isUsed = true;
        _outer = Ambient.Value;
        Ambient.Value = session;
    }

    public static MemoizerSession? Current => _isUsed ? Ambient.Value : null;

    public void Dispose()
    {
        if (_isOver) return;
        _isOver = true;
        Ambient.Value = _outer;
    }
}
