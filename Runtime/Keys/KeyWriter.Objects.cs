using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Memo.Keys;

public sealed partial class KeyWriter
{
    private const int DeepestNesting = 256;
    private const int NoOrdinal = -1;

    // Mutable objects have an identity that a method can observe, so an object met twice is not the same as two equal ones.
    private readonly Dictionary<object, int> _ordinals = new(ReferenceEqualityComparer.Instance);
    private int[] _open = new int[8];
    private int _depth;
    private int _nesting;

    // The objects of statics come first; of each static, the number of the first.
    private readonly List<(int From, string Name)> _held = [];
    private int _heldCount;

    /// <summary>Writes whether a nullable value type has a value; the value is written next if it has.</summary>
    /// <param name="hasValue">Whether it has.</param>
    /// <returns><paramref name="hasValue"/>. No <see cref="End"/> belongs to it.</returns>
    public bool BeginNullable(bool hasValue)
    {
        Tag(hasValue ? KeyTag.HasValue : KeyTag.NoValue);
        return hasValue && Refusal is null;
    }

    /// <summary>Writes the beginning of an object, or all there is to write of it: that it is null, or that it was met before.</summary>
    /// <param name="value">The object.</param>
    /// <param name="exact">The only run-time type that the code to write the fields is for; an object of another one is refused.</param>
    /// <param name="contract">A stable text that names the type.</param>
    /// <param name="immutable">Whether the object is deeply immutable, so that its identity does not count.</param>
    /// <returns>Whether the fields are to be written now, and <see cref="End"/> after them.</returns>
    public bool BeginReference(object? value, Type exact, string contract, bool immutable)
    {
        if (Refusal is not null) return false;
        if (value is null)
        {
            Tag(KeyTag.NullReference);
            return false;
        }
        if (value.GetType() != exact)
        {
            RefuseType(value);
            return false;
        }
        if (!Enter(value, immutable)) return false;
        Text(KeyTag.Reference, contract);
        return true;
    }

    /// <summary>Writes the beginning of a collection, or all there is to write of it: that it is null, or that it was met before.</summary>
    /// <param name="collection">The collection.</param>
    /// <param name="count">How many elements it has.</param>
    /// <param name="contract">A stable text that names the type.</param>
    /// <param name="immutable">Whether the collection is deeply immutable, so that its identity does not count.</param>
    /// <returns>Whether the elements are to be written now, and <see cref="End"/> after them.</returns>
    public bool BeginSequence(object? collection, int count, string contract, bool immutable)
    {
        if (Refusal is not null) return false;
        if (collection is null)
        {
            Tag(KeyTag.NullReference);
            return false;
        }
        if (!Enter(collection, immutable)) return false;
        Text(KeyTag.Sequence, contract);
        BinaryPrimitives.WriteInt32LittleEndian(Take(sizeof(int)), count);
        return true;
    }

    /// <summary>Writes the beginning of a struct or tuple. Its fields are to be written next, and <see cref="End"/> after them.</summary>
    /// <param name="contract">A stable text that names the type.</param>
    public void BeginStruct(string contract)
    {
        if (Refusal is not null || !Push(NoOrdinal)) return;
        Text(KeyTag.Struct, contract);
    }

    /// <summary>Writes the end of what was begun last.</summary>
    public void End()
    {
        if (Refusal is not null) return;
        Tag(KeyTag.End);
        _depth--;
    }

    /// <summary>Writes an array of numbers by its raw bits.</summary>
    /// <typeparam name="T">A primitive type, <see cref="Int128"/>, <see cref="UInt128"/>, <see cref="Half"/>, <see cref="System.Guid"/> or an enum; any other is refused.</typeparam>
    /// <param name="values">The numbers.</param>
    public void WriteBits<T>(ReadOnlySpan<T> values) where T : unmanaged
    {
        var kind = ElementKind.Of<T>();
        if (kind == ElementKind.None)
        {
            Refuse($"has elements of type {typeof(T)}, whose bits are no key");
            return;
        }
        Tagged(KeyTag.Bits, 1)[0] = kind;
        BinaryPrimitives.WriteInt32LittleEndian(Take(sizeof(int)), values.Length);
        Append(ElementKind.Bits(values));
    }

    private bool Enter(object value, bool immutable)
    {
        if (immutable) return Push(NoOrdinal);
        if (!_ordinals.TryGetValue(value, out var ordinal))
        {
            ordinal = _ordinals.Count;
            if (!Push(ordinal)) return false;
            _ordinals.Add(value, ordinal);
            return true;
        }
        if (ordinal < _heldCount) Refuse($"holds an object of the static '{_held.FindLast(held => held.From <= ordinal).Name}', of which a copy would come back");
        else if (_open.AsSpan(0, _depth).Contains(ordinal)) Refuse("contains a cycle");
        else BinaryPrimitives.WriteInt32LittleEndian(Tagged(KeyTag.BackReference, sizeof(int)), ordinal);
        return false;
    }

    private bool Push(int ordinal)
    {
        if (_nesting + _depth == DeepestNesting || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            Refuse("is nested too deeply");
            return false;
        }
        if (_depth == _open.Length) Array.Resize(ref _open, _open.Length * 2);
        _open[_depth++] = ordinal;
        return true;
    }

    private void ForgetObjects()
    {
        _depth = 0;
        _heldCount = 0;
        if (_held.Count > 0) _held.Clear();
        if (_ordinals.Count > 0) _ordinals.Clear();
    }
}
