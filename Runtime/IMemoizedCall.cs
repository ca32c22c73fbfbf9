using System.ComponentModel;
using Memo.Dependencies;
using Memo.Diagnostics;
using Memo.Keys;
using Memo.Values;

namespace Memo;

/// <summary>
/// One call of a memoized method: its arguments, and how they and its result are written. Generated code implements it with a
/// struct (a <c>ref</c> one where the method belongs to a struct that it could change), so that the runtime needs no reflection, no delegate and no boxing.
/// </summary>
/// <typeparam name="TResult">What the method returns; for an asynchronous one, what its task gives.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IMemoizedCall<TResult>
{
    /// <summary>Writes what tells this call from others: the parameters, then the receiver (as argument <c>this</c>).</summary>
    /// <param name="key">Where to write them.</param>
    void WriteArguments(KeyWriter key);

    /// <summary>Writes the arguments for a person to read.</summary>
    /// <param name="preview">Where to write them.</param>
    void WritePreview(PreviewWriter preview);

    /// <summary>Adds the dependencies that the method declares.</summary>
    /// <param name="dependencies">Where to add them.</param>
    void AddDependencies(DependencySet dependencies);

    /// <summary>Whether one of the call's cancellation tokens is cancelled. Such a call runs the method.</summary>
    bool Cancelled => false;

    /// <summary>Writes a result so that two results are written alike exactly when nothing can tell them apart.</summary>
    /// <param name="key">Where to write it.</param>
    /// <param name="value">The result.</param>
    static abstract void WriteKey(KeyWriter key, TResult value);

    /// <summary>Writes a result so that <see cref="ReadValue"/> can make it again.</summary>
    /// <param name="writer">Where to write it.</param>
    /// <param name="value">The result.</param>
    static abstract void WriteValue(ValueWriter writer, TResult value);

    /// <summary>Makes a result from what <see cref="WriteValue"/> wrote; throws on anything else.</summary>
    /// <param name="reader">Where to read it.</param>
    /// <returns>The result, a new object on each call.</returns>
    static abstract TResult ReadValue(ref ValueReader reader);
}
