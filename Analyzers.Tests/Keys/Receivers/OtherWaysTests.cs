namespace Memo.Analyzers.Tests.Keys.Receivers;

/// <summary>The object that a method is called on may come to it in other ways, too: then all of it counts that is read by those.</summary>
public sealed class OtherWaysTests
{
    [Test]
    public void As_an_argument() => Assert.That(ReadFieldTests.Calls("""
        var one = new C { A = 1, B = 1 };
        var two = new C { A = 1, B = 2 };
        Console.WriteLine(one.M(one));
        Console.WriteLine(two.M(two));
        Console.WriteLine(one.M(two));
        Console.WriteLine(new C { A = 1, B = 3 }.M(two));
        public sealed class C
        {
            public int A, B;
            [Memoize] public int M(C other) => A + other.B;
        }
        """), Is.EqualTo(["miss C.M(…)", "miss C.M(…)", "hit C.M(…)", "hit C.M(…)"]));

    [Test]
    public void In_an_argument() => Assert.That(ReadFieldTests.Calls("""
        var one = new C { A = 1, B = 1 };
        var two = new C { A = 1, B = 2 };
        Console.WriteLine(one.M([one]));
        Console.WriteLine(two.M([two]));
        Console.WriteLine(one.M([one]));
        public sealed class C
        {
            public int A, B;
            [Memoize] public int M(C[] others) => A + others[0].B;
        }
        """), Is.EqualTo(["miss C.M(…)", "miss C.M(…)", "hit C.M(…)"]));

    [Test]
    public void By_what_it_holds() => Assert.That(ReadFieldTests.Calls("""
        int[] shared = [1], equal = [1];
        Console.WriteLine(new C { A = shared }.M(shared));
        Console.WriteLine(new C { A = shared }.M(equal));
        Console.WriteLine(new C { A = shared, B = 1 }.M(shared));
        public sealed class C
        {
            public int[] A = [];
            public int B;
            [Memoize] public bool M(int[] other) => ReferenceEquals(A, other);
        }
        """), Is.EqualTo(["miss C.M(…)", "miss C.M(…)", "hit C.M(…)"]));

    [Test]
    public void By_a_static_that_is_declared() => Assert.That(ReadFieldTests.Calls("""
        C.Current = new C { A = 1, B = 1 };
        Console.WriteLine(C.Current.M());
        C.Current = new C { A = 1, B = 2 };
        Console.WriteLine(C.Current.M());
        Console.WriteLine(new C { A = 1, B = 3 }.M());
        public sealed class C
        {
            public static C Current = new();
            public int A, B;
            [Memoize, DependsOnStatic(typeof(C), nameof(Current))] public int M() => A + Current.B;
        }
        """).Select(call => call[..4].Trim()), Is.EqualTo(["miss", "miss", "hit"]));

    [Test]
    public void By_a_static_that_never_changes() => Assert.That(ReadFieldTests.Calls("""
        Console.WriteLine(C.Zero.M());
        Console.WriteLine(new C(0, 0).M());
        Console.WriteLine(new C(0, 1).M());
        Console.WriteLine(new C(1, 1).M());
        public sealed record C(int A, int B)
        {
            public static readonly C Zero = new(0, 0);
            [Memoize] public int M() => A + Zero.B;
        }
        """), Is.EqualTo(["miss C.M()", "hit C.M()", "hit C.M()", "miss C.M()"]));

    [Test]
    public void As_the_owner_of_a_delegate() => Assert.That(ReadFieldTests.Calls("""
        var one = new C { A = 1, B = 1 };
        Console.WriteLine(one.M(one));
        Console.WriteLine(one.M(new C { A = 1, B = 1 }));
        public sealed class C
        {
            public int A, B;
            private int Go() => A;
            [Memoize] public bool M(C other) { Func<int> mine = Go, its = other.Go; return mine == its; }
        }
        """), Is.EqualTo(["miss C.M(…)", "miss C.M(…)"]));

    [Test]
    public void A_part_that_leads_back_to_it_is_no_key() => Assert.That(ReadFieldTests.Calls("""
        var parent = new Parent { A = 1 };
        parent.Child = new Child { Owner = parent };
        Console.WriteLine(parent.M());
        Console.WriteLine(parent.N());
        Console.WriteLine(new Parent { A = 1 }.N());
        public sealed class Parent { public int A; public Child? Child; [Memoize] public int M() => A + Child!.Owner!.A; [Memoize] public int N() => A; }
        public sealed class Child { public Parent? Owner; }
        """), Is.EqualTo(["bypass Parent.M()", "miss Parent.N()", "hit Parent.N()"]));
}
