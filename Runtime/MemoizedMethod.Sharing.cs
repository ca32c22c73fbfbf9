using Memo.Dependencies;
using Memo.Keys;

namespace Memo;

public sealed partial class MemoizedMethod<TResult>
{
    // A method may ask whether an argument is the very object that a static holds. The key of the arguments and the fingerprint of the
    // static do not tell; both written together do. The trace of an outer call cannot say such a thing of its own arguments.
    private static string? WriteSharing<TCall>(ref TCall call, DependencySet dependencies, out Hash256? hash)
        where TCall : struct, IMemoizedCall<TResult>, allows ref struct
    {
        hash = null;
        if (!dependencies.Shares) return null;
        var writer = WriterPool.TakeKey("the call ");
        string? refusal;
        try
        {
            call.WriteArguments(writer);
            refusal = dependencies.Write(writer) ?? writer.Refusal;
            if (refusal is null) hash = writer.Finish();
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            refusal = $"the call cannot be read ({exception.GetType().Name})";
        }
        WriterPool.Return(writer);
        return refusal;
    }

    private static void PassSharing(TraceFrame enclosing, State state, DependencySet dependencies)
    {
        if (dependencies.Shares) enclosing.Poison($"inner call {state.Manifest.Name} depends on a static that may hold its arguments");
    }
}
