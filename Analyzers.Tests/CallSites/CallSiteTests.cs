namespace Memo.Analyzers.Tests.CallSites;

public sealed class CallSiteTests
{
    private const string Memoized = "[Memoize] public static int F(int x) => x;\n";

    [Test]
    public Task A_plain_call_goes_through_the_cache() => Check.Members(Memoized + """
        public static int A() => F(1) + C.F(2) + F(x: 3);
        public static Func<int, int> B() => x => F(x);
        public static int D { get; } = F(1);
        """);

    [Test]
    public Task A_method_group_does_not() => Check.Members(Memoized + """
        public static int A(int[] xs) => xs.Select({|MEMO302:F|}).Sum();
        public static Func<int, int> B() => {|MEMO302:F|};
        public static int D(int[] xs) => xs.Select(x => F(x)).Sum();
        """);

    [Test]
    public Task A_delegate_does_not() => Check.Members(Memoized + """
        public static int A() { var f = new Func<int, int>({|MEMO302:F|}); return f(1); }
        """);

    [Test]
    public Task Nameof_and_documentation_are_no_uses() => Check.Members(Memoized + """
        /// <see cref="F"/>
        public static string A() => nameof(F);
        """);

    [Test]
    public async Task A_base_call_does_not()
    {
        var findings = await Reported.InFiles(("C.cs", """
            public class B { [Memoize] public virtual int F(int x) => x; public int A() => this.F(1); }
            public class D : B
            {
                public override int F(int x) =>
                    base.F(x);
                public int Plain() => F(1);
            }
            """));
        Assert.That(findings.IdsAndLines().Where(f => f.StartsWith("MEMO302", StringComparison.Ordinal)), Is.EqualTo(["MEMO302 line 5"]));
    }

    [Test]
    public Task A_call_through_an_interface_does_not() => Check.Code("""
        public interface I { int F(int x); int G(int x); }
        public sealed class D : I { [Memoize] public int F(int x) => x; public int G(int x) => x; }
        public static class C
        {
            public static int A(I i) => {|MEMO302:i.F(1)|};
            public static int B(D d) => d.F(1);
            public static int E(I i) => i.G(1);
        }
        """);

    [Test]
    public async Task A_call_in_an_expression_tree_does_not()
    {
        var findings = await Reported.InMembers(Memoized + """
            public static System.Linq.Expressions.Expression<Func<int, int>> A() =>
                x => F(x);
            """);
        Assert.That(findings.IdsAndLines(), Is.EqualTo(["MEMO302 line 5"]));
    }

    [Test]
    public async Task A_dynamic_call_does_not()
    {
        var findings = await Reported.InMembers(Memoized + """
            public static int A(dynamic x) =>
                F(x);
            """);
        Assert.That(findings.IdsAndLines(), Is.EqualTo(["MEMO302 line 5"]));
    }

    [Test]
    public Task Methods_that_are_not_memoized_are_no_matter() => Check.Members("""
        public static int F(int x) => x;
        public static Func<int, int> B() => F;
        """);

    [Test]
    public Task A_pragma_hides_it() => Check.Members(Memoized + """
        #pragma warning disable MEMO302
        public static Func<int, int> B() => F;
        #pragma warning restore MEMO302
        """);
}
