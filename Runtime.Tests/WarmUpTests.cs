namespace Memo.Runtime.Tests;

public sealed class WarmUpTests
{
    [Test]
    public void All_of_an_entry_is_read() => Assert.That(WarmUp.ReadEntry(), Is.True);
}
