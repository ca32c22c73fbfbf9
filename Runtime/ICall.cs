using System.ComponentModel;

namespace Memo;

/// <summary>A call of a method that returns its result. Implemented by generated code.</summary>
/// <typeparam name="TResult">What the method returns.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ICall<TResult> : IMemoizedCall<TResult>
{
    /// <summary>Runs the method itself.</summary>
    /// <returns>What it returns.</returns>
    TResult Compute();
}
