using System.ComponentModel;

namespace Memo;

/// <summary>A call of a method that returns a task. Implemented by generated code.</summary>
/// <typeparam name="TResult">What the task gives.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IAsyncCall<TResult> : IMemoizedCall<TResult>
{
    /// <summary>Runs the method itself.</summary>
    /// <returns>The task that it returns.</returns>
    Task<TResult> ComputeAsync();
}
