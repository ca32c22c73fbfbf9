namespace Memo.Analyzers.Tests.CallSites;

/// <summary>MEMO302, at the use: each way to a memoized method that is no call of it by name, and its neighbour that is.</summary>
public sealed class OtherWaysTests
{
    private const string Memoized = "public class B { [Memoize] public virtual int F(int x) => x; [Memoize] public static int G(int x) => x; }\n";

    [TestCase("Func<int, int> f = {|MEMO302:B.G|};", TestName = "A method group that becomes a delegate")]
    [TestCase("var f = (Func<int, int>){|MEMO302:B.G|};", TestName = "A method group that is cast")]
    [TestCase("var f = new Func<int, int>({|MEMO302:b.F|});", TestName = "A new delegate of a method of an object")]
    [TestCase("Array.ConvertAll(xs, {|MEMO302:B.G|});", TestName = "A method group as an argument")]
    [TestCase("_ = xs.Select({|MEMO302:b.F|}).ToList();", TestName = "A method of an object as an argument")]
    [TestCase("unsafe { delegate*<int, int> f = &{|MEMO302:B.G|}; }", TestName = "A function pointer")]
    [TestCase("System.Linq.Expressions.Expression<Func<int>> f = () => {|MEMO302:B.G(1)|};", TestName = "An expression tree")]
    [TestCase("_ = {|MEMO302:B.G((dynamic)1)|};", TestName = "A dynamic argument")]
    [TestCase("dynamic d = b; _ = d.F(1);", TestName = "A dynamic receiver, of which nothing is known")]
    [TestCase("_ = {|MEMO302:((B.G))(1)|} + {|MEMO302:((b.F))(2)|};", TestName = "A call of what stands in parentheses")]
    [TestCase("_ = (B.G(1)) + (b).F(2);", TestName = "A call in parentheses")]
    [TestCase("Func<int, int> f = x => B.G(x); _ = f(1);", TestName = "A lambda")]
    [TestCase("_ = xs.Select(x => b.F(x)).ToList();", TestName = "A lambda as an argument")]
    [TestCase("_ = B.G(1) + b.F(1) + b?.F(2) + new B().F(3);", TestName = "Calls")]
    [TestCase("_ = nameof(B.G) + nameof(b.F);", TestName = "Names")]
    public Task In_a_body(string statement) => Check.Code(
        Memoized + "public static class C { public static void Run(B b, int[] xs) { " + statement + " } }");

    [Test]
    public Task Through_base() => Check.Code(Memoized + """
        public class D : B
        {
            public override int F(int x) => {|MEMO302:base.F(x)|};
            public int Own(int x) => this.F(x) + F(x);
            public Func<int, int> Group() => {|MEMO302:base.F|};
        }
        """);

    [Test]
    public Task Through_a_base_member_that_a_memoized_method_overrides() => Check.Code("""
        public abstract class B { public abstract int F(int x); public virtual int G(int x) => x; }
        public sealed class D : B { [Memoize] public override int F(int x) => x; public override int G(int x) => x; }
        public static class C
        {
            public static int A(B b) => {|MEMO302:b.F(1)|} + b.G(1);
        }
        """);

    [Test]
    public Task Through_an_interface_member_that_a_memoized_method_implements() => Check.Code("""
        public interface I { int F(int x); int G(int x); }
        public sealed class D : I { [Memoize] public int F(int x) => x; public int G(int x) => x; }
        public sealed class E : I { public int F(int x) => x; public int G(int x) => x; }
        public static class C
        {
            public static int A(I i) => {|MEMO302:i.F(1)|} + i.G(1);
            public static int B<T>(T i) where T : I => {|MEMO302:i.F(1)|};
            public static Func<int, int> M(I i) => {|MEMO302:i.F|};
            public static int Own(D d) => d.F(1);
            public static int Other(E e) => e.F(1);
        }
        """);

    [Test]
    public Task From_another_project() => new AnalysisTest()
        .Library("Lib", "public static class Lib { [Memoize] public static int F(int x) => x; public static int G(int x) => F(x); }")
        .File("C.cs", "public static class C { public static int A() => {|MEMO302:Lib.F(1)|} + Lib.G(1); }").RunAsync();

    [Test]
    public Task A_method_that_can_never_be_intercepted_is_reported_where_it_is_declared_and_not_at_each_use() => Check.Members("""
        [Memoize, Obsolete("", true)] public static int {|MEMO303:F|}(int x) => x;
        [Obsolete] public static Func<int, int> A() => F;
        [Obsolete] public static int B() => F(1);
        """);

    [TestCase("Func<int, int> f = B.G;", "a delegate calls the method itself; wrap the call in a lambda")]
    [TestCase("unsafe { delegate*<int, int> f = &B.G; }", "a pointer calls the method itself")]
    [TestCase("System.Linq.Expressions.Expression<Func<int>> f = () => B.G(1);", "an expression tree is data, not a call")]
    [TestCase("_ = ((B.G))(1);", "the method is not called by its name")]
    [TestCase("_ = B.G((dynamic)1);", "which method a dynamic call runs is known at run time only")]
    public async Task The_message_says_why(string statement, string reason)
    {
        var found = await Reported.InFiles(("C.cs", Memoized + "public static class C { public static void Run() { " + statement + " } }"));
        Assert.That(found.Select(d => d.Message()), Is.EqualTo(["This use of 'B.G' does not go through the cache: " + reason]));
    }
}
