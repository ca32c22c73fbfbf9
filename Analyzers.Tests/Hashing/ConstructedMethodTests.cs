using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Tests.Hashing;

/// <summary>A generic method has a closure for each choice of type arguments: what they bring in counts, and nothing of other types.</summary>
public sealed class ConstructedMethodTests
{
    private const string Area = "[Memoize] public static int F<T>(T x) where T : I => x.Area(); public interface I { int Area() => 1; }";
    private const string Show = "[Memoize] public static string F<T>(T x) => $\"{x}\";";
    private const string Make = "[Memoize] public static T F<T>() where T : new() => new T();";
    private const string Static = "[Memoize] public static int F<T>(int x) where T : I => T.Zero() + x; public interface I { static abstract int Zero(); static virtual int One() => 1; }";
    private const string Keys = "[Memoize] public static int F<T>(T[] x) => x.Distinct().Count();";
    private const string Json = "[Memoize] public static string F<T>(T x) => System.Text.Json.JsonSerializer.Serialize(x);";
    private const string Activated = "[Memoize] public static T F<T>() => Activator.CreateInstance<T>();";
    private const string Nested = "[Memoize] public static int F<T>(T x) where T : I => Middle(x); static int Middle<T>(T x) where T : I => Inner(x); static int Inner<T>(T x) where T : I => x.Area(); public interface I { int Area(); }";

    private static TestCaseData Of(string phrase, string method, string call, string before, string after) =>
        new TestCaseData($"{method} public static object? Call() => {call};\n{before}", $"{method} public static object? Call() => {call};\n{after}").SetName("{m}: " + phrase);

    private static IEnumerable<TestCaseData> Changes =>
    [
        Of("a member that a constraint names", Area, "F(new D(1))", "public record D(int A) : I { public int Area() => A; }", "public record D(int A) : I { public int Area() => -A; }"),
        Of("such a member of a struct", Area, "F(new D(1))", "public record struct D(int A) : I { public int Area() => A; }", "public record struct D(int A) : I { public int Area() => -A; }"),
        Of("a default member that it gets one for", Area, "F(new D(1))", "public record D(int A) : I;", "public record D(int A) : I { public int Area() => -A; }"),
        Of("three calls down", Nested, "F(new D(1))", "public record D(int A) : I { public int Area() => A; }", "public record D(int A) : I { public int Area() => -A; }"),
        Of("its text", Show, "F(new D(1))", "public record D(int A) { public override string ToString() => \"a\"; }", "public record D(int A) { public override string ToString() => \"b\"; }"),
        Of("its text inside of a tuple", Show, "F((new D(1), 1))", "public record D(int A) { public override string ToString() => \"a\"; }", "public record D(int A) { public override string ToString() => \"b\"; }"),
        Of("its members' names", Show, "F(new D(1))", "public record D(int A);", "public record D(int B);"),
        Of("its constructor", Make, "F<D>()", "public record D { public int A; public D() { A = 1; } }", "public record D { public int A; public D() { A = 2; } }"),
        Of("a field's initializer", Make, "F<D>()", "public record D { public int A = 1; }", "public record D { public int A = 2; }"),
        Of("what its constructor calls", Make, "F<D>()", "public record D { public int A = G(); static int G() => 1; }", "public record D { public int A = G(); static int G() => 2; }"),
        Of("a static that its constructor reads", Make, "F<D>()", "public record D { static readonly int s_a = 1; public int A = s_a; }", "public record D { static readonly int s_a = 2; public int A = s_a; }"),
        Of("its constructor, by an activator", Activated, "F<D>()", "public record D { public int A = 1; }", "public record D { public int A = 2; }"),
        Of("a static abstract member", Static, "F<D>(1)", "public record D : I { public static int Zero() => 0; }", "public record D : I { public static int Zero() => 1; }"),
        Of("its equality", Keys, "F(new[] { new D(1) })", "public record D(int A) { public virtual bool Equals(D? o) => true; public override int GetHashCode() => 1; }", "public record D(int A) { public virtual bool Equals(D? o) => false; public override int GetHashCode() => 1; }"),
        Of("the equality of its fields", Keys, "F(new[] { new D(1) })", "public record struct D(int A) { int B => 1; }", "public record struct D(int A) { int B = 1; }"),
        Of("a getter that is serialized", Json, "F(new D(1))", "public record D(int A) { public int B => 1; }", "public record D(int A) { public int B => 2; }"),
        Of("the name of what is serialized", Json, "F(new D(1))", "public record D(int A);", "public record D(int B);"),
        Of("an attribute that a serializer reads", Json, "F(new D(1))", "public record D(int A);", "public record D([property: System.Text.Json.Serialization.JsonPropertyName(\"b\")] int A);"),
        Of("a part of what is serialized", Json, "F(new D(new(1)))", "public record D(E A); public record E(int A) { public int B => 1; }", "public record D(E A); public record E(int A) { public int B => 2; }"),
        Of("the definition", "[Memoize] public static int F<T>(T x) => H<T>(1);", "F(1)", "static int H<U>(int x) => x;", "static int H<U>(int x) => -x;"),
        Of("a field of a type that its name may tell", "[Memoize] public static int F<T>() => typeof(T).GetFields().Length;", "F<D>()", "public record D { public int A; }", "public record D { public int A, B; }"),
    ];

    private static IEnumerable<TestCaseData> Stays =>
    [
        Of("a member of another type with the same interface", Area, "F(new D(1))", "public record D(int A) : I { public int Area() => A; } public record E(int A) : I { public int Area() => A; }", "public record D(int A) : I { public int Area() => A; } public record E(int A) : I { public int Area() => -A; }"),
        Of("a static member of another type", Static, "F<D>(1)", "public record D : I { public static int Zero() => 0; } public record E : I { public static int Zero() => 0; }", "public record D : I { public static int Zero() => 0; } public record E : I { public static int Zero() => 1; }"),
        Of("a static member that is not called", Static, "F<D>(1)", "public record D : I { public static int Zero() => 0; public static int One() => 1; }", "public record D : I { public static int Zero() => 0; public static int One() => 2; }"),
        Of("a member that nothing calls", Area, "F(new D(1))", "public record D(int A) : I { public int Other() => 1; }", "public record D(int A) : I { public int Other() => 2; }"),
        Of("a private method more", Area, "F(new D(1))", "public record D(int A) : I;", "public record D(int A) : I { int Other() => 2; }"),
        Of("the name of a type parameter", "", "F(1)", "[Memoize] public static int F<T>(T x) => 1;", "[Memoize] public static int F<U>(U x) => 1;"),
    ];

    [TestCaseSource(nameof(Changes))]
    public void It_changes(string before, string after)
    {
        var (first, second) = Closures(before, after);
        Assert.That(second, Is.Not.EqualTo(first));
    }

    [TestCaseSource(nameof(Stays))]
    public void It_stays(string before, string after)
    {
        var (first, second) = Closures(before, after);
        Assert.That(second, Is.EqualTo(first));
    }

    [Test]
    public void Each_choice_of_type_arguments_has_one_of_its_own()
    {
        var closures = Of("[Memoize] public static int F<T>(int x) => x; public static int Call() => F<int>(1) + F<int>(2) + F<long>(1) + F<List<int>>(1) + F<List<long>>(1) + F<(int A, int B)>(1);");
        Assert.Multiple(() =>
        {
            Assert.That(closures.Keys, Is.EqualTo([
                "M:C.F``1(System.Int32)<(System.Int32, System.Int32)>",
                "M:C.F``1(System.Int32)<System.Collections.Generic.List`1<System.Int32>>",
                "M:C.F``1(System.Int32)<System.Collections.Generic.List`1<System.Int64>>",
                "M:C.F``1(System.Int32)<System.Int32>",
                "M:C.F``1(System.Int32)<System.Int64>"]));
            Assert.That(closures.Values, Is.Unique);
        });
    }

    private static (string Before, string After) Closures(string before, string after)
    {
        var (first, second) = (Compile(before), Compile(after));
        BuiltPast.Check(second, first);
        BuiltPast.Check(first, second);
        return (Of(before).Values.Single(), Of(after).Values.Single());
    }

    private static Microsoft.CodeAnalysis.CSharp.CSharpCompilation Compile(string members)
    {
        var compilation = Generated.Compile([("/0/App.cs", SourceText.Class(members))]);
        Assert.That(compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error), Is.Empty);
        return compilation;
    }

    private static SortedDictionary<string, string> Of(string members) => new(
        EmittedManifest.Of(Generated.From(Compile(members))).Root.GetProperty("methods").EnumerateArray()
            .Select(method => (Id: method.GetProperty("id").GetString()!, Closure: method.GetProperty("closure").GetString()!))
            .Where(method => method.Id.Contains('<') && method.Id.StartsWith("M:C.F", StringComparison.Ordinal))
            .ToDictionary(method => method.Id, method => method.Closure),
        StringComparer.Ordinal);
}
