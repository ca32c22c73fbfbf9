using System.Text;
using Memo.Dependencies;

#pragma warning disable RS0026 // Their optional parameters are those of System.IO.File.

namespace Memo;

public static partial class TrackedFile
{
    /// <inheritdoc cref="ReadAllBytes"/>
    /// <param name="path">The file.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static Task<byte[]> ReadAllBytesAsync(string path, CancellationToken cancellationToken = default)
    {
        if (FileReading.Begin(path) is not { } reading) return File.ReadAllBytesAsync(path, cancellationToken);
        try
        {
            return GivenAsync(reading, File.ReadAllBytesAsync(reading.Place, cancellationToken));
        }
        catch (Exception exception)
        {
            reading.Fail(exception);
            throw;
        }
    }

    /// <inheritdoc cref="ReadAllText(string)"/>
    /// <param name="path">The file.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static Task<string> ReadAllTextAsync(string path, CancellationToken cancellationToken = default) => ReadAllTextAsync(path, Encoding.UTF8, cancellationToken);

    /// <inheritdoc cref="ReadAllText(string, Encoding)"/>
    /// <param name="path">The file.</param>
    /// <param name="encoding">The encoding, unless it begins with another one.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static Task<string> ReadAllTextAsync(string path, Encoding encoding, CancellationToken cancellationToken = default)
    {
        Check(path, encoding);
        return cancellationToken.IsCancellationRequested ? Task.FromCanceled<string>(cancellationToken) : Read();

        async Task<string> Read()
        {
            using var reader = Reader(path, encoding);
            return await reader.ReadToEndAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc cref="ReadAllLines(string)"/>
    /// <param name="path">The file.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static Task<string[]> ReadAllLinesAsync(string path, CancellationToken cancellationToken = default) => ReadAllLinesAsync(path, Encoding.UTF8, cancellationToken);

    /// <inheritdoc cref="ReadAllLines(string, Encoding)"/>
    /// <param name="path">The file.</param>
    /// <param name="encoding">The encoding, unless it begins with another one.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static Task<string[]> ReadAllLinesAsync(string path, Encoding encoding, CancellationToken cancellationToken = default)
    {
        Check(path, encoding);
        return cancellationToken.IsCancellationRequested ? Task.FromCanceled<string[]>(cancellationToken) : Read();

        async Task<string[]> Read()
        {
            using var reader = Reader(path, encoding);
            var lines = new List<string>();
            while (await reader.ReadLineAsync(cancellationToken).ConfigureAwait(false) is { } line) lines.Add(line);
            return [.. lines];
        }
    }

    /// <inheritdoc cref="ReadLines(string)"/>
    /// <param name="path">The file.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static IAsyncEnumerable<string> ReadLinesAsync(string path, CancellationToken cancellationToken = default) => ReadLinesAsync(path, Encoding.UTF8, cancellationToken);

    /// <inheritdoc cref="ReadLines(string, Encoding)"/>
    /// <param name="path">The file.</param>
    /// <param name="encoding">The encoding, unless it begins with another one.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static IAsyncEnumerable<string> ReadLinesAsync(string path, Encoding encoding, CancellationToken cancellationToken = default)
    {
        Check(path, encoding);
        return new TrackedAsyncLines(path, encoding, cancellationToken);
    }

    private static async Task<byte[]> GivenAsync(FileReading reading, Task<byte[]> content)
    {
        try
        {
            return Given(reading, await content.ConfigureAwait(false));
        }
        catch (Exception exception)
        {
            reading.Fail(exception);
            throw;
        }
    }

    private static void Check(string path, Encoding encoding)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(encoding);
    }
}
