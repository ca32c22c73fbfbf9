namespace Memo.Analyzers.Tests.Effects;

/// <summary>A cancellation token is not in the key: a method may ask whether it is cancelled, and nothing else.</summary>
public sealed class TokenTests
{
    [TestCase("token == default ? 1 : 2")]
    [TestCase("token != CancellationToken.None ? 1 : 2")]
    [TestCase("token.Equals(CancellationToken.None) ? 1 : 2")]
    [TestCase("token.CanBeCanceled ? 1 : 2")]
    [TestCase("token is { CanBeCanceled: true } ? 1 : 2")]
    [TestCase("token.GetHashCode()")]
    public void What_token_it_is_must_not_be_seen(string seen) => Assert.That(Findings(seen), Is.Not.Empty);

    [Test]
    public void Whether_it_is_cancelled_may_be_seen() => Assert.That(Findings("token.IsCancellationRequested ? 1 : 2"), Is.Empty);

    private static string[] Findings(string value) => EmittedManifest.Of(
        SourceText.Class($"[Memoize] public static int F(string x, CancellationToken token) => {value};")).FindingsOf("F");
}
