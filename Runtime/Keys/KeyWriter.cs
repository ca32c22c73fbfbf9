using System.Buffers.Binary;
using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Memo.Keys;

/// <summary>
/// Writes values so that two sequences of writes give the same bytes exactly when nothing can tell the values apart: every value has a
/// tag for its type, texts and collections have their length before them, floating-point numbers are written by their bits.
/// Not thread safe.
/// </summary>
/// <remarks>
/// A value that cannot be keyed is refused, not written; after the first refusal nothing counts any more, and the call that the key was
/// for runs without being remembered.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class KeyWriter
{
    // Small keys stay in one piece, so that they can be hashed (or looked up) at once; longer ones are hashed as they grow.
    private const int LargestBuffer = 64 * 1024;

    // A graph of immutable objects that share parts is written once for each path to a part, which can be exponentially long.
    private const long LargestKey = 1L << 32;

    private byte[] _buffer = new byte[256];
    private int _length;
    private long _hashed;
    private IncrementalHash? _hash;
    private string _subject = "the value ";

    /// <summary>Why the values cannot be keyed: the first reason given, with the argument that it is about; null if they can.</summary>
    public string? Refusal { get; private set; }

    /// <summary>Names the argument that is written next, for reasons of refusal; <c>this</c> is the receiver. Writes nothing.</summary>
    /// <param name="name">The parameter's name.</param>
    public void Argument(string name)
    {
        _argument = name;
        _static = null;
    }

    private string? _argument;
    private string? _static;

    /// <summary>Names the static whose objects are written next, which the method may compare with those of its arguments. Writes nothing.</summary>
    /// <param name="name">The static, with its type.</param>
    public void Static(string name)
    {
        _static = name;
        _held.Add((_ordinals.Count, name));
    }

    /// <summary>Says that a result comes now. An object that a static holds is refused in it: of that, a copy would come back.</summary>
    public void EndStatics()
    {
        _static = null;
        _heldCount = _ordinals.Count;
    }

    /// <summary>Says that what is written now cannot be keyed. The first reason given stays.</summary>
    /// <param name="reason">The rest of a sentence about the argument: <c>is a lazy sequence</c>.</param>
    public void Refuse(string reason)
    {
        var subject = (_static, _argument) switch
        {
            (not null, _) => $"the static '{_static}' ",
            (_, null) => _subject,
            (_, "this") => "the receiver ",
            _ => $"argument '{_argument}' ",
        };
        Refusal ??= subject + reason;
    }

    /// <summary>Makes the writer ready for other values.</summary>
    /// <param name="subject">What reasons of refusal are about as long as no argument is named.</param>
    /// <param name="keepsHashOrder">What <see cref="KeepsHashOrder"/> is to be.</param>
    internal void Start(string subject, bool keepsHashOrder = false)
    {
        _subject = subject;
        _argument = null;
        _static = null;
        Refusal = null;
        KeepsHashOrder = keepsHashOrder;
        ForgetBytes();
        ForgetObjects();
    }

    /// <summary>A writer for a part that is hashed on its own. Nothing in it may have an identity.</summary>
    internal KeyWriter Nested() => new() { _subject = _subject, _argument = _argument, _nesting = _nesting + _depth };

    /// <summary>Makes a nested writer ready for the next part. No part refers to an object of another one: they are sorted.</summary>
    internal void Restart()
    {
        ForgetBytes();
        ForgetObjects();
    }

    /// <summary>Takes over why a part is refused.</summary>
    internal void RefuseLike(KeyWriter part) => Refusal ??= part.Refusal;

    /// <summary>All that was written since <see cref="Start"/>, as long as that is short.</summary>
    /// <returns>False when it is too long.</returns>
    internal bool TryGetBytes(int most, out ReadOnlySpan<byte> bytes)
    {
        var isWhole = _hashed == 0 && _length <= most;
        bytes = isWhole ? _buffer.AsSpan(0, _length) : default;
        return isWhole;
    }

    /// <summary>The hash of all that was written since <see cref="Start"/>. Only meant if nothing was refused.</summary>
    internal Hash256 Finish()
    {
        if (_hashed == 0) return Hash256.Of(_buffer.AsSpan(0, _length));
        Span<byte> hash = stackalloc byte[Hash256.Size];
        _hash!.AppendData(_buffer.AsSpan(0, _length));
        _hash.GetHashAndReset(hash);
        _length = 0;
        _hashed = 0;
        return Hash256.FromBytes(hash);
    }

    /// <summary>Lets go of the objects met, so that a pooled writer keeps none alive.</summary>
    internal void Release()
    {
        ForgetObjects();
        Refusal = null;
    }

    private void ForgetBytes()
    {
        _length = 0;
        if (_hashed == 0) return;
        _hash!.GetHashAndReset();
        _hashed = 0;
    }

    private Span<byte> Tagged(KeyTag tag, int size)
    {
        var span = Take(size + 1);
        span[0] = (byte)tag;
        return span[1..];
    }

    private void Tag(KeyTag tag) => Take(1)[0] = (byte)tag;

    private void LengthPrefixed(KeyTag tag, int count, ReadOnlySpan<byte> content)
    {
        BinaryPrimitives.WriteInt32LittleEndian(Tagged(tag, sizeof(int)), count);
        Append(content);
    }

    private void Text(KeyTag tag, string text) => LengthPrefixed(tag, text.Length, MemoryMarshal.AsBytes(text.AsSpan()));

    private Span<byte> Take(int size)
    {
        if (_buffer.Length - _length < size) MakeRoom();
        var span = _buffer.AsSpan(_length, size);
        _length += size;
        return span;
    }

    private void Append(ReadOnlySpan<byte> content)
    {
        while (content.Length > _buffer.Length - _length)
        {
            if (_buffer.Length == LargestBuffer && _length == 0)
            {
                Hash(content);
                return;
            }
            MakeRoom();
        }
        content.CopyTo(_buffer.AsSpan(_length));
        _length += content.Length;
    }

    private void MakeRoom()
    {
        if (_buffer.Length < LargestBuffer)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
            return;
        }
        Hash(_buffer.AsSpan(0, _length));
        _length = 0;
    }

    private void Hash(ReadOnlySpan<byte> content)
    {
        _hash ??= IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        _hash.AppendData(content);
        _hashed += content.Length;
        if (_hashed > LargestKey) Refuse("is too large to be keyed");
    }
}
