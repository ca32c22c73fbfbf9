namespace Memo.Analyzers.Tests.Effects;

/// <summary>Setters and operators that change what they are given.</summary>
public sealed class SetterTests
{
    private const string Types = """
        public sealed class Owner { public int N; public List<int> All = []; public void operator +=(int n) => All.Add(n); public void operator ++() => All.Add(1);
            public static Owner operator -(Owner o, int n) => o; }
        public struct Sum { public int N; public void operator +=(int n) => N += n; }
        sealed class Keeper { public Owner It { get => new(); set => value.All.Add(5); } public Owner? Seen { get; set; } public Owner Held = new(); public Sum S { get; set; } }
        sealed class Many { public Owner this[int i] { set => value.All.Add(i); } }

        """;

    private static readonly (string Name, string Code)[] Changing =
    [
        ("A setter", "new Keeper().It = t;"),
        ("A setter in an initializer", "_ = new Keeper { It = t };"),
        ("A setter in an initializer of an initializer", "_ = new List<Keeper> { new() { It = t } };"),
        ("A setter of an indexer in an initializer", "_ = new Many { [0] = t };"),
        ("A setter in a deconstruction", "var k = new Keeper(); (k.It, _) = (t, 1);"),
        ("A setter in a null-coalescing assignment", "var k = new Keeper(); k.It ??= t;"),
        ("A setter in a compound assignment", "var k = new Keeper { Seen = t }; k.It -= 1; var o = t; o -= 1; new Keeper().It = o;"),
        ("A setter that is given what an operator gives", "var m = new Many(); m[0] = t - 1;"),
        ("A conditional setter", "Keeper? k = new(); k?.It = t;"),
        ("An operator of its own", "t += 5;"),
        ("An operator of its own of a field", "var k = new Keeper { Held = t }; k.Held += 5;"),
        ("An increment of its own", "t++;"),
        ("An increment of its own in front", "++t;"),
    ];

    private static IEnumerable<Snippet> Arguments => Changing.Select(c => new Snippet(c.Name, Types, $"int F(Owner t) {{ {c.Code} return 1; }}", "MEMO106"));

    private static IEnumerable<Snippet> NewThings => Changing.Select(c => new Snippet(c.Name, Types, $"int F(int x) {{ var t = new Owner(); {c.Code} return x; }}"));

    [TestCaseSource(nameof(Arguments))]
    public Task The_argument_is_changed(Snippet snippet) => snippet.Holds();

    [TestCaseSource(nameof(NewThings))]
    public Task Something_new_may_be_changed(Snippet snippet) => snippet.Holds();

    private static IEnumerable<Snippet> Structs =>
    [
        new("A copy of a struct", Types, "int F(Sum t) { t += 5; return t.N; }"),
        new("An element of an argument", Types, "int F(Sum[] t) { t[0] += 5; return t[0].N; }", "MEMO106"),
        new("A referred argument's field", Types + "public sealed class Has { public Sum S; }", "int F(Has t) { t.S += 5; return t.S.N; }", "MEMO106"),
        new("An element of a new array", Types, "int F(int x) { var t = new Sum[1]; t[0] += 5; return t[0].N; }"),
    ];

    [TestCaseSource(nameof(Structs))]
    public Task A_struct_changes_where_it_lies(Snippet snippet) => snippet.Holds();
}
