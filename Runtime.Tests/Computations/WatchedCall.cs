using Memo.Dependencies;
using Memo.Diagnostics;
using Memo.Keys;
using Memo.Values;

namespace Memo.Runtime.Tests.Computations;

/// <summary>A call that tells how often it was asked whether it is cancelled: at its beginning, and again and again while it waits.</summary>
internal readonly struct WatchedCall(int number, Func<int> compute, Func<bool> isCancelled) : ICall<int>
{
    public bool Cancelled => isCancelled();

    public int Compute() => compute();

    public void WriteArguments(KeyWriter key) => key.Write(number);

    public void WritePreview(PreviewWriter preview)
    {
        preview.Argument("number");
        preview.Write(number);
    }

    public void AddDependencies(DependencySet dependencies)
    {
    }

    public static void WriteKey(KeyWriter key, int value)
    {
        if (value < 0) key.Refuse("is negative");
        key.Write(value);
    }

    public static void WriteValue(ValueWriter writer, int value) => writer.Write(value);

    public static int ReadValue(ref ValueReader reader) => reader.ReadInt32();
}

/// <summary>The same for a method that returns a task.</summary>
internal readonly struct WatchedAsyncCall(int number, Func<Task<int>> compute, Func<bool> isCancelled) : IAsyncCall<int>
{
    public bool Cancelled => isCancelled();

    public Task<int> ComputeAsync() => compute();

    public void WriteArguments(KeyWriter key) => key.Write(number);

    public void WritePreview(PreviewWriter preview) => preview.Elide();

    public void AddDependencies(DependencySet dependencies)
    {
    }

    public static void WriteKey(KeyWriter key, int value) => key.Write(value);

    public static void WriteValue(ValueWriter writer, int value) => writer.Write(value);

    public static int ReadValue(ref ValueReader reader) => reader.ReadInt32();
}
