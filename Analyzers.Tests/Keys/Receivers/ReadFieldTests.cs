namespace Memo.Analyzers.Tests.Keys.Receivers;

/// <summary>Of the object that a method is called on, what the method can read is in the key, and nothing else.</summary>
public sealed class ReadFieldTests
{
    /// <summary>Runs a program without Memo and with it; returns how its calls ended.</summary>
    internal static string[] Calls(string source)
    {
        using var program = new MemoizedProgram(source);
        var off = program.Start("off");
        var run = program.Start();
        Assert.That(run.Output, Is.EqualTo(off.Output));
        return run.Calls;
    }

    // Members of a class with the fields a and b, and a memoized M(); two calls of which only b differs.
    private static string[] CallsOf(string members, string type = "class", string of = "") => Calls($$"""
        Console.WriteLine(new C { A = 1, B = 1 }.M());
        Console.WriteLine(new C { A = 1, B = 2 }.M());
        public {{type}} C{{of}}
        {
            public int A, B;
            {{members}}
        }
        """);

    [TestCase("[Memoize] public int M() => A;")]
    [TestCase("[Memoize] public int M() => this.A + this.A;")]
    [TestCase("[Memoize] public string M() => nameof(B) + A;")]
    [TestCase("[Memoize] public int M() { return Twice(); int Twice() => A * 2; }")]
    [TestCase("[Memoize] public int M() { var f = (int x) => x + A; return f(1); }")]
    [TestCase("[Memoize] public int M() => Helper() + 1; private int Helper() => Other; private int Other => A; private int Unused() => B;")]
    [TestCase("[Memoize] public int M() { int sum = 0; foreach (var x in Each()) sum += x; return sum; } private IEnumerable<int> Each() { yield return A; yield return A; }")]
    [TestCase("[Memoize] public int M() => N().Result; private async Task<int> N() { await Task.Yield(); return A; }")]
    [TestCase("[Memoize] public int M() => Inner() * 2; [Memoize] private int Inner() => A;")]
    [TestCase("[Memoize] public int M() => new C { B = A }.A;")]
    [TestCase("[Memoize] public int M() => new C { A = 5, B = 6 }.Sum() + A; private int Sum() => Own(this); private static int Own(C c) => c.A + c.B;")]
    [TestCase("[Memoize] public string M() => $\"{A}\";")]
    [TestCase("[Memoize] public int M() => new[] { 1, 2 }.Sum(Plus); private int Plus(int x) => x + A;")]
    public void A_field_that_is_not_read_makes_no_difference(string members) =>
        Assert.That(CallsOf(members).Last(call => call.EndsWith(".M()", StringComparison.Ordinal)), Does.StartWith("hit"));

    [TestCase("[Memoize] public int M() => A + B;")]
    [TestCase("[Memoize] public int M() { return Twice(); int Twice() => B * 2; }")]
    [TestCase("[Memoize] public int M() { var f = (int x) => x + B; return f(1); }")]
    [TestCase("[Memoize] public int M() => Helper() + 1; private int Helper() => Other; private int Other => B;")]
    [TestCase("[Memoize] public int M() { int sum = 0; foreach (var x in Each()) sum += x; return sum; } private IEnumerable<int> Each() { yield return A; yield return B; }")]
    [TestCase("[Memoize] public int M() => Inner() * 2; [Memoize] private int Inner() => B;")]
    [TestCase("[Memoize] public int M() => new[] { 1, 2 }.Sum(Plus); private int Plus(int x) => x + B;")]
    [TestCase("[Memoize] public int M() => this[0]; private int this[int i] => i + B;")]
    [TestCase("[Memoize] public int M() => Assumed(); [AssumePure(\"it is\")] private int Assumed() => B;")]
    // The object goes somewhere.
    [TestCase("[Memoize] public int M() => Other.Read(this); private static class Other { public static int Read(C c) => c.B; }")]
    [TestCase("[Memoize] public int M() => Self.B; private C Self => this;")]
    [TestCase("[Memoize] public int M() { var self = this; return self.B; }")]
    [TestCase("[Memoize] public int M() => this is { B: 1 } ? 1 : 2;")]
    [TestCase("[Memoize] public int M() => this switch { { A: 1, B: 2 } => 1, _ => 2 };")]
    [TestCase("[Memoize] public int M() { Func<C> f = () => this; return f().B; }")]
    [TestCase("[Memoize] public int M() => this.Read(); private int Read() => X.Of(this); private static class X { public static int Of(C c) => c.B; }")]
    [TestCase("[Memoize] public int M() => ((C)this).B;")]
    [TestCase("[Memoize] public int M() => (this ?? new C()).B;")]
    [TestCase("[Memoize] public string M() => $\"{this}\"; public override string ToString() => \"\" + B;")]
    [TestCase("[Memoize] public string M() => \"\" + this; public override string ToString() => \"\" + B;")]
    [TestCase("[Memoize] public string? M() => base.ToString() + ToString(); public override string ToString() => \"\" + B;")]
    [TestCase("[Memoize] public int M() => this + 1; public static int operator +(C c, int x) => c.B + x;")]
    [TestCase("[Memoize] public int M() => this; public static implicit operator int(C c) => c.B;")]
    [TestCase("[Memoize] public int M() { var (a, b) = this; return b; } public void Deconstruct(out int a, out int b) => (a, b) = (A, B);")]
    [TestCase("[Memoize] public int M() { int sum = 0; foreach (var x in this) sum += x; return sum; } public IEnumerator<int> GetEnumerator() { yield return B; }")]
    [TestCase("[Memoize] public int M() => Read(ref A); private int Read(ref int x) => x + B;")]
    public void A_field_that_is_read_makes_a_difference(string members) =>
        Assert.That(CallsOf(members).Where(call => call.EndsWith(".M()", StringComparison.Ordinal)), Is.EqualTo(["miss C.M()", "miss C.M()"]));

    [TestCase("[Memoize] public string M() => ToString();")]
    [TestCase("[Memoize] public bool M() => Equals(new C { A = 1, B = 2 });")]
    [TestCase("[Memoize] public bool M() => this == new C { A = 1, B = 2 };")]
    [TestCase("[Memoize] public int M() => (this with { A = 7 }).B;")]
    [TestCase("[Memoize] public int M() => base.GetHashCode() == 0 ? A : B;")]
    public void What_the_compiler_makes_for_a_record_reads_all(string members)
    {
        var calls = CallsOf(members, "record");
        Assert.That(calls, Has.None.StartsWith("hit"));
        Assert.That(calls, Has.Length.EqualTo(2));
    }

    [Test]
    public void Properties_and_kept_parameters_are_fields() => Assert.That(Calls("""
        Console.WriteLine(new C(1, 1) { P = 1, Q = 1 }.M());
        Console.WriteLine(new C(1, 2) { P = 1, Q = 2 }.M());
        Console.WriteLine(new C(2, 2) { P = 1, Q = 2 }.M());
        Console.WriteLine(new C(2, 2) { P = 2, Q = 2 }.M());
        Console.WriteLine(new R(1, 1).M());
        Console.WriteLine(new R(1, 2).M());
        Console.WriteLine(new R(2, 2).M());
        Console.WriteLine(new S(1, 1).M());
        Console.WriteLine(new S(1, 2).M());
        Console.WriteLine(new S(2, 2).M());
        public sealed class C(int a, int b)
        {
            public int P { get; init; }
            public int Q { get => field + 1; init; }
            [Memoize] public int M() => a + P;
            public int N() => b + Q;
        }
        public sealed record R(int A, int B) { [Memoize] public int M() => A; }
        public readonly record struct S(int A, int B) { [Memoize] public int M() => A; }
        """), Is.EqualTo([
        "miss C.M()", "hit C.M()", "miss C.M()", "miss C.M()", "miss R.M()", "hit R.M()", "miss R.M()", "miss S.M()", "hit S.M()", "miss S.M()"]));

    [Test]
    public void The_field_of_an_accessor_that_names_it_is_one() => Assert.That(Calls("""
        Console.WriteLine(new C { P = 1 }.M());
        Console.WriteLine(new C { P = 2 }.M());
        public sealed class C
        {
            public int P { get => field + 1; init; }
            [Memoize] public int M() => P;
        }
        """), Is.EqualTo(["miss C.M()", "miss C.M()"]));

    [Test]
    public void Of_bases_and_of_derived_types_what_can_run_is_read() => Assert.That(Calls("""
        Base[] all = [new One { A = 1, B = 1, C = 1 }, new One { A = 1, B = 2, C = 1 }, new One { A = 1, B = 2, C = 2 }, new Two { A = 1, B = 2, C = 2 }, new Two { A = 1, B = 2, C = 3 }, new Two { A = 2, B = 2, C = 3 }];
        foreach (var each in all) Console.WriteLine(each.M());
        public abstract class Base
        {
            public int A, B;
            [Memoize] public int M() => A + More() + P;
            protected abstract int More();
            protected virtual int P { get; init; }
        }
        public class One : Base { public int C; protected override int More() => C; }
        public class Two : Base { public int C; protected override int More() => 5; protected override int P { get => 7; init { } } }
        """), Is.EqualTo(["miss Base.M()", "hit Base.M()", "miss Base.M()", "miss Base.M()", "hit Base.M()", "miss Base.M()"]));

    [Test]
    public void An_override_of_the_method_itself_reads_too() => Assert.That(Calls("""
        Base[] all = [new One { A = 1, B = 1 }, new One { A = 1, B = 2 }, new One { A = 2, B = 2 }, new Base { A = 1 }, new Base { A = 2 }];
        foreach (var each in all) Console.WriteLine(each.M());
        public class Base { public int A; [Memoize] public virtual int M() => 1; }
        public class One : Base { public int B; public override int M() => B; }
        """), Is.EqualTo(["miss Base.M()", "miss Base.M()", "hit Base.M()", "miss Base.M()", "hit Base.M()"]));

    [Test]
    public void A_generic_type_reads_the_fields_of_its_construction() => Assert.That(Calls("""
        Console.WriteLine(new Box<int> { A = 1, B = 1 }.M());
        Console.WriteLine(new Box<int> { A = 1, B = 2 }.M());
        Console.WriteLine(new Box<int> { A = 2, B = 2 }.M());
        Console.WriteLine(new Box<string> { A = "1", B = "1" }.M());
        Console.WriteLine(new Box<string> { A = "1", B = "2" }.M());
        public class Base<T> { public T? A; }
        public class Box<T> : Base<T> { public T? B; [Memoize] public string M() => $"{A}"; }
        """).Select(call => call[..4].Trim()), Is.EqualTo(["miss", "hit", "miss", "miss", "hit"]));
}
