using System.Buffers;
using System.Security.Cryptography;
using Memo.Keys;
using Microsoft.Win32.SafeHandles;

namespace Memo.Dependencies;

/// <summary>
/// A file that a running memoized call reads. What is read from the first byte on is hashed as it is handed out, and what is left is hashed when the
/// stream is closed. Whoever jumps gets the rest from a copy in memory, and its hash is that of the copy. As with other streams, one thread at a time reads.
/// </summary>
internal sealed class TrackedStream : FileStream
{
    // A larger file is not copied: whoever jumps in it is not remembered.
    private const int LargestCopy = 64 << 20;
    private const int Piece = 64 * 1024;

    private readonly FileReading _reading;
    private readonly Lock _gate = new();
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private long _hashed;
    private long? _shownLength;
    private byte[]? _copy;
    private long _place;
    private State _state;

    private TrackedStream(FileReading reading, FileStreamOptions options)
        : base(reading.Place, options)
    {
        _reading = reading;
        reading.Open();
        // It looked like a file from outside.
        if (!base.CanSeek) Lose("is not a regular file");
    }

    private enum State
    {
        /// <summary>What is read is hashed.</summary>
        Reading,

        /// <summary>All of it is hashed and recorded.</summary>
        Recorded,

        /// <summary>What was read is not known any more, and that is recorded.</summary>
        Lost,
    }

    /// <summary>Opens a file for reading; outside of memoized calls, and if it is no file that can be tracked, as it is.</summary>
    public static FileStream Open(string path, FileStreamOptions options)
    {
        if (FileReading.Begin(path) is not { } reading) return new FileStream(path, options);
        try
        {
            if (reading.IsRegular) return new TrackedStream(reading, options);
            var stream = new FileStream(reading.Place, options);
            reading.Lose("is not a regular file");
            return stream;
        }
        catch (Exception exception)
        {
            reading.Fail(exception);
            throw;
        }
    }

    /// <summary>How long it is now, of which the call is told nothing.</summary>
    public long UnrecordedLength => base.Length;

    public override long Length
    {
        get
        {
            lock (_gate)
            {
                if (_copy is not null) return _copy.Length;
                _shownLength ??= base.Length;
                return base.Length == _shownLength ? base.Length : Changed(base.Length);
            }
        }
    }

    public override long Position
    {
        get => _copy is null ? base.Position : _place;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            Seek(value, SeekOrigin.Begin);
        }
    }

    /// <summary>Whoever has the handle can read past this stream.</summary>
    public override SafeFileHandle SafeFileHandle
    {
        get
        {
            lock (_gate) Lose("is read through its handle");
            return base.SafeFileHandle;
        }
    }

    [Obsolete("As it is in the framework.")]
    public override IntPtr Handle => SafeFileHandle.DangerousGetHandle();

    // The framework's other ways to read, but for those below, come here when the class is derived from.
    public override int Read(byte[] buffer, int offset, int count)
    {
        ValidateBufferArguments(buffer, offset, count);
        lock (_gate) return Take(buffer, offset, count);
    }

    public override int ReadByte()
    {
        var one = new byte[1];
        return Read(one, 0, 1) == 0 ? -1 : one[0];
    }

    public override void CopyTo(Stream destination, int bufferSize)
    {
        ValidateCopyToArguments(destination, bufferSize);
        var buffer = ArrayPool<byte>.Shared.Rent(bufferSize);
        try
        {
            while (Read(buffer, 0, buffer.Length) is var read and > 0) destination.Write(buffer, 0, read);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    public override long Seek(long offset, SeekOrigin origin)
    {
        lock (_gate)
        {
            var target = origin switch
            {
                SeekOrigin.Begin => offset,
                SeekOrigin.Current => Position + offset,
                SeekOrigin.End => Length + offset,
                _ => throw new ArgumentException("It is none of the origins.", nameof(origin)),
            };
            if (target < 0) throw new IOException("Nothing lies before the beginning of a file.");
            if (target == Position) return target;
            if (_state != State.Lost && _copy is null) Copy();
            return _copy is null ? base.Seek(target, SeekOrigin.Begin) : _place = target;
        }
    }

    public override async ValueTask DisposeAsync()
    {
        Finish();
        await base.DisposeAsync().ConfigureAwait(false);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) Finish();
        base.Dispose(disposing);
    }

    private int Take(byte[] buffer, int offset, int count)
    {
        if (_copy is not null)
        {
            var rest = _copy.AsSpan((int)Math.Min(_place, _copy.Length));
            if (rest.Length > count) rest = rest[..count];
            rest.CopyTo(buffer.AsSpan(offset));
            _place += rest.Length;
            return rest.Length;
        }
        var read = base.Read(buffer, offset, count);
        if (_state == State.Lost) return read;
        if (read == 0)
        {
            if (count > 0) Record();
            return 0;
        }
        // After its end was seen, there is more.
        if (_state == State.Recorded) Lose("changed while it was read");
        _hash.AppendData(buffer, offset, read);
        _hashed += read;
        return read;
    }

    // All is hashed, or it is seen here that it is not.
    private void Record()
    {
        if (_state != State.Reading) return;
        if (base.Position != _hashed || (_shownLength is { } shown && shown != _hashed))
        {
            Lose("changed while it was read");
            return;
        }
        _state = State.Recorded;
        _reading.End(Hash(), _hashed);
    }

    private void Finish()
    {
        lock (_gate)
        {
            if (_state == State.Reading)
            {
                try
                {
                    HashRest();
                }
                catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ObjectDisposedException)
                {
                    // Whoever closes the stream has read what it wanted.
                    Lose($"cannot be read to its end ({exception.GetType().Name})");
                }
            }
            _copy = null;
            _hash.Dispose();
        }
    }

    // Not beyond the end that the file has now: what somebody writes faster than it can be read has none.
    private void HashRest()
    {
        var end = base.Length;
        var buffer = ArrayPool<byte>.Shared.Rent(Piece);
        while (_state == State.Reading && _hashed <= end) Take(buffer, 0, buffer.Length);
        ArrayPool<byte>.Shared.Return(buffer);
        if (_state == State.Reading) Lose("changed while it was read");
    }

    private void Copy()
    {
        var length = base.Length;
        if (length > LargestCopy)
        {
            Lose("is read out of order, and is too large to be copied for that");
            return;
        }
        var place = base.Position;
        base.Seek(0, SeekOrigin.Begin);
        var copy = new byte[length];
        var read = 0;
        while (read < copy.Length && base.Read(copy, read, copy.Length - read) is var more and > 0) read += more;
        var isWhole = read == length && base.Read(new byte[1], 0, 1) == 0 && place == _hashed && (_shownLength ?? length) == length;
        if (!isWhole || Hash256.Of(copy.AsSpan(0, (int)Math.Min(_hashed, length))) != Hash())
        {
            Lose("changed while it was read");
            base.Seek(place, SeekOrigin.Begin);
            return;
        }
        (_copy, _place) = (copy, place);
        if (_state == State.Reading) _reading.End(Hash256.Of(copy), length);
        else if (_hashed != length) Lose("changed while it was read");
        _state = State.Recorded;
    }

    private long Changed(long length)
    {
        Lose("changed while it was read");
        return length;
    }

    private void Lose(string reason)
    {
        if (_state != State.Lost) _reading.Lose(reason);
        _state = State.Lost;
    }

    private Hash256 Hash()
    {
        Span<byte> hash = stackalloc byte[Hash256.Size];
        _hash.GetCurrentHash(hash);
        return Hash256.FromBytes(hash);
    }
}
