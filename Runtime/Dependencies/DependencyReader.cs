using System.ComponentModel;
using Memo.Keys;

namespace Memo.Dependencies;

/// <summary>Reads the state of a dependency that only code can read: a static, or a user's own. Thread safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class DependencyReader
{
    [ThreadStatic]
    private static List<DependencyReader>? _reading;

    private protected DependencyReader(string kind, string title, string assembly)
    {
        Kind = kind;
        Title = title;
        // Two assemblies may give one name to two things.
        Name = $"{title} in {assembly}";
    }

    internal string Kind { get; }

    /// <summary>What a person calls it.</summary>
    internal string Title { get; }

    /// <summary>What it is called among the dependencies of a call.</summary>
    internal string Name { get; }

    /// <summary>Makes a reader of a static field or property.</summary>
    /// <param name="title">The member, with its type.</param>
    /// <param name="assembly">The simple name of the assembly that declares the dependency.</param>
    /// <param name="contract">A text that changes with the shape of the member's type.</param>
    /// <param name="write">Reads the value and writes it as arguments are written.</param>
    /// <returns>The reader.</returns>
    public static DependencyReader Static(string title, string assembly, string contract, Action<KeyWriter> write) =>
        new StaticReader(title, assembly, contract, write);

    /// <summary>Makes a reader of a user's own dependency.</summary>
    /// <typeparam name="T">The dependency.</typeparam>
    /// <param name="title">Its name.</param>
    /// <param name="assembly">The simple name of the assembly that declares the dependency.</param>
    /// <param name="contract">A text that changes with the code that tells the state.</param>
    /// <param name="externals">The assemblies that this code runs without the compiler seeing their source; and what was seen of partial types.</param>
    /// <param name="partialTypes">Describes the partial types among them.</param>
    /// <returns>The reader.</returns>
    public static DependencyReader Custom<T>(string title, string assembly, string contract, string[] externals, Func<string, string?>? partialTypes = null) where T : IDependency =>
        new CustomReader<T>(title, assembly, contract, externals, partialTypes);

    internal DependencyState Read()
    {
        var key = WriterPool.TakeKey("its value ");
        var refusal = Write(key);
        var state = refusal is null ? DependencyState.Value(key.Finish()) : DependencyState.Refused(refusal);
        WriterPool.Return(key);
        return state;
    }

    /// <summary>Writes what is read. Gives the reason if there is nothing.</summary>
    internal string? Write(KeyWriter key)
    {
        var reading = _reading ??= [];
        // A getter that calls a memoized method which depends on that very getter would never end, but it does without us.
        if (reading.Contains(this)) return "reading it reads it again";
        reading.Add(this);
        var frame = TraceFrame.Current;
        try
        {
            // What reading it depends on shows in what is read: no call that is running here depends on more.
            if (frame is not null) TraceFrame.Current = null;
            return WriteCore(key) ?? key.Refusal;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return $"reading it threw {exception.GetType().Name}";
        }
        finally
        {
            if (frame is not null) TraceFrame.Current = frame;
            reading.RemoveAt(reading.Count - 1);
        }
    }

    private protected abstract string? WriteCore(KeyWriter key);

    private sealed class StaticReader(string title, string assembly, string contract, Action<KeyWriter> write)
        : DependencyReader(Dependency.StaticKind, title, assembly)
    {
        private protected override string? WriteCore(KeyWriter key)
        {
            key.Write(contract);
            write(key);
            return null;
        }
    }

    private sealed class CustomReader<T>(string title, string assembly, string contract, string[] externals, Func<string, string?>? partialTypes)
        : DependencyReader(Dependency.CustomKind, title, assembly) where T : IDependency
    {
        private ExternalIdentity[]? _externals;

        private protected override string? WriteCore(KeyWriter key)
        {
            if (_externals is null)
            {
                ExternalIdentity[] identities = [];
                var unknown = TypeParts.Check(externals, partialTypes) ?? ExternalIdentities.OfProcess.Find(typeof(T).Assembly, TypeParts.Without(externals), out identities);
                if (unknown is not null) return unknown;
                _externals = identities;
            }
            if (T.Fingerprint() is not { } text) return "its fingerprint is null";
            key.Write(contract);
            foreach (var external in _externals)
            {
                key.Write(external.Name);
                key.Write(external.Identity);
            }
            key.Write(text);
            return null;
        }
    }
}
