[assembly: FixtureLifeCycle(LifeCycle.InstancePerTestCase)]

namespace Memo.Runtime.Tests;

/// <summary>Tests of which each has a workbench of its own.</summary>
public abstract class WorkbenchTests : IDisposable
{
    internal Workbench Bench { get; } = new();

    public void Dispose()
    {
        Bench.Dispose();
        GC.SuppressFinalize(this);
    }
}
