namespace Memo.Analyzers.Tests.Usage;

public sealed class UsageTests
{
    [TestCase("void F(int x) { }")]
    [TestCase("Task F(int x) => Task.CompletedTask;")]
    [TestCase("ValueTask F(int x) => default;")]
    [TestCase("async Task F(int x) => await Task.Yield();")]
    public async Task A_method_without_a_result_has_nothing_to_memoize(string method)
    {
        var findings = await Reported.InMembers("[Memoize] public static " + method);
        Assert.That(findings.Select(f => f.Id), Is.EqualTo(["MEMO301"]));
    }

    [TestCase("int F(int x) => x;")]
    [TestCase("int F() => 1;")]
    [TestCase("Task<int> F(int x) => Task.FromResult(x);")]
    [TestCase("ValueTask<int> F(int x) => new(x);")]
    [TestCase("string? F(int x) => null;")]
    public Task A_method_with_a_result_has_something(string method) => Check.Members("[Memoize] public static " + method);

    [TestCase("public static int F(int x) { return Local(x); [Memoize] static int Local(int x) => x; }", TestName = "A local function")]
    [TestCase("public static int F(int x) { Func<int, int> f = [Memoize] (int y) => y; return f(x); }", TestName = "A lambda")]
    [TestCase("public static int P { [Memoize] get => 1; }", TestName = "An accessor")]
    [TestCase("public class D<T> { [Memoize] private static int F(int x) => x; }", TestName = "A private method of a generic type")]
    [TestCase("public class D { [Memoize] public static D operator +(D a, D b) => a; }", TestName = "An operator")]
    [TestCase("public class D { [Memoize] public static implicit operator int(D a) => 1; }", TestName = "A conversion")]
    [TestCase("public interface I { int F(int x); } public sealed class D : I { [Memoize] int I.F(int x) => x; }", TestName = "An explicit interface implementation")]
    [TestCase("public interface I { [Memoize] int F(int x); }", TestName = "A method without a body")]
    [TestCase("public abstract class D { [Memoize] public abstract int F(int x); }", TestName = "An abstract method")]
    public async Task What_can_never_be_intercepted_is_reported(string members)
    {
        var findings = await Reported.InMembers(members);
        Assert.That(findings.Select(f => f.Id), Does.Contain("MEMO303"), string.Join('\n', findings));
    }

    [Test]
    public async Task A_private_nested_type_in_the_signature_is_refused()
    {
        var source = """
            private sealed record Secret(int A);
            [Memoize] private static int F(Secret secret) => secret.A;
            public static int Run() => F(new Secret(1));
            """;
        var findings = await Reported.InMembers(source);
        Assert.That(findings.IdsAndLines(), Is.Not.Empty.And.All.Match("^MEMO(303|201) line 4$"));
        Assert.That(Generated.From(SourceText.Class(source)).Problems, Is.Empty);
    }

    [Test]
    public Task A_nested_type_that_others_can_name_is_fine() => Check.Members("""
        internal sealed record Open(int A);
        [Memoize] internal static int F(Open open) => open.A;
        """);
}
