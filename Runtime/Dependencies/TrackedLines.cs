using System.Collections;
using System.Text;

namespace Memo.Dependencies;

/// <summary>The lines of a file, read as they are asked for. As in the framework, the file is opened at once, and again for each further enumeration.</summary>
internal sealed class TrackedLines(string path, Encoding encoding) : IEnumerable<string>
{
    private StreamReader? _first = TrackedFile.Reader(path, encoding);

    public IEnumerator<string> GetEnumerator()
    {
        using var reader = Interlocked.Exchange(ref _first, null) ?? TrackedFile.Reader(path, encoding);
        while (reader.ReadLine() is { } line) yield return line;
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>The same, without holding a thread.</summary>
internal sealed class TrackedAsyncLines(string path, Encoding encoding, CancellationToken cancellationToken) : IAsyncEnumerable<string>
{
    private StreamReader? _first = TrackedFile.Reader(path, encoding);

    public async IAsyncEnumerator<string> GetAsyncEnumerator(CancellationToken cancellation = default)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, cancellation);
        using var reader = Interlocked.Exchange(ref _first, null) ?? TrackedFile.Reader(path, encoding);
        while (await reader.ReadLineAsync(either.Token).ConfigureAwait(false) is { } line) yield return line;
    }
}
