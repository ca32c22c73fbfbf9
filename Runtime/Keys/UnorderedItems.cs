using System.ComponentModel;

namespace Memo.Keys;

/// <summary>Items of a collection whose order only hash codes give: each is written on its own, and they are sorted by what was written.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class UnorderedItems
{
    private readonly KeyWriter _outer;
    private readonly KeyWriter _item;
    private readonly List<Hash256> _hashes;
    private bool _isOpen;

    internal UnorderedItems(KeyWriter outer, int count)
    {
        _outer = outer;
        _item = outer.KeepsHashOrder ? outer : outer.Nested();
        _hashes = new(outer.KeepsHashOrder ? 0 : count);
    }

    /// <summary>Ends the item before, if there is one, and begins one.</summary>
    /// <returns>Where to write it.</returns>
    public KeyWriter Next()
    {
        Close();
        _isOpen = _item != _outer;
        return _item;
    }

    internal List<Hash256> End()
    {
        Close();
        if (_item.Refusal is not null) _outer.RefuseLike(_item);
        _hashes.Sort();
        return _hashes;
    }

    private void Close()
    {
        if (!_isOpen) return;
        _hashes.Add(_item.Finish());
        _item.Restart();
    }
}
