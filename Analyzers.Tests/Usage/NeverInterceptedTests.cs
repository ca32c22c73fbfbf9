namespace Memo.Analyzers.Tests.Usage;

/// <summary>MEMO303, at the declaration: each kind of method whose calls nothing can replace, and its neighbour whose calls can be.</summary>
public sealed class NeverInterceptedTests
{
    [TestCase("public static int F(int x) { return Local(x); [Memoize] static int Local(int x) => x; }", "'Local'", "a local function has no name outside of its method; make it a method", TestName = "A local function")]
    [TestCase("public static readonly Func<int, int> F = [Memoize] (int x) => x;", "'lambda'", "a lambda is called through a delegate; make it a method", TestName = "A lambda")]
    [TestCase("public static readonly Func<int, int> F = [Memoize] static int (int x) => { return x; };", "'lambda'", "a lambda is called through a delegate; make it a method", TestName = "A lambda with a body")]
    [TestCase("public static int P { [Memoize] get => 1; }", "'P'", "the compiler intercepts no accessors; make it a method", TestName = "A property's accessor")]
    [TestCase("public class D { public int this[int x] { [Memoize] get => x; } }", "'this[]'", "the compiler intercepts no accessors; make it a method", TestName = "An indexer's accessor")]
    [TestCase("public class D { [Memoize] public static D operator +(D a, D b) => a; }", "'op_Addition'", "the compiler intercepts no operators; make it a method", TestName = "An operator")]
    [TestCase("public class D { [Memoize] public static implicit operator int(D a) => 1; }", "'op_Implicit'", "the compiler intercepts no operators; make it a method", TestName = "A conversion")]
    [TestCase("public interface I { int F(int x); } public sealed class D : I { [Memoize] int I.F(int x) => x; }", "'F'", "it is called through its interface only", TestName = "An explicit interface implementation")]
    [TestCase("public class D<T> { [Memoize] private static int F(int x) => x; }", "'F'", "it is a hidden method of a generic type; make it internal", TestName = "A private method of a generic type")]
    [TestCase("private class D<T> { public class E { [Memoize] public static int F(int x) => x; } }", "'F'", "it is a hidden method of a generic type; make it internal", TestName = "A method of a type inside of a private generic one")]
    [TestCase("private interface I; [Memoize] private static T F<T>(T x) where T : I => x;", "'F'", "the type 'C.I' cannot be named in generated code; make it internal", TestName = "A private generic method with a constraint of such a type")]
    [TestCase("private sealed record Secret(int A); [Memoize] private static int F(Secret secret) => secret.A;", "'F'", "the type 'C.Secret' cannot be named in generated code; make it internal", TestName = "A type that is private inside of another")]
    [TestCase("private sealed record Secret(int A); [Memoize] private static List<Secret[]> F(int x) => [];", "'F'", "the type 'C.Secret' cannot be named in generated code; make it internal", TestName = "Such a type inside of the result")]
    [TestCase("private sealed class D { [Memoize] public int F(int x) => x; }", "'F'", "the type 'C.D' cannot be named in generated code; make it internal", TestName = "A receiver of such a type")]
    [TestCase("public interface I { [Memoize] int F(int x); }", "'F'", "it has no body", TestName = "A method of an interface")]
    [TestCase("public abstract class D { [Memoize] public abstract int F(int x); }", "'F'", "it has no body", TestName = "An abstract method")]
    [TestCase("[Memoize, System.Runtime.InteropServices.DllImport(\"c\")] public static extern int F(int x);", "'F'", "it has no body", TestName = "A native method")]
    [TestCase("[Memoize] public static ref readonly int F(int[] x) => ref x[0];", "'F'", "it returns by reference", TestName = "A result by reference")]
    [TestCase("[Memoize, Obsolete(\"gone\", true)] public static int F(int x) => x;", "'F'", "it is obsolete, and using it is an error", TestName = "A method that nobody may use")]
    [TestCase("public struct D { [Memoize] private readonly int F(int x) => x; }", "'F'", "it is a hidden method of a struct; make it internal", TestName = "A private method of a struct")]
    public async Task It_says_why(string members, string name, string reason)
    {
        var found = (await Reported.InMembers(members)).Where(d => d.Id == "MEMO303").Select(d => d.Message());
        Assert.That(found, Is.EqualTo([$"No call to {name} can go through the cache: {reason}"]));
    }

    [Test]
    public async Task A_method_of_a_file_local_type_has_no_name()
    {
        var found = await Reported.InFiles(("C.cs", "file static class C { [Memoize] internal static int F(int x) => x; }"));
        Assert.That(found.Select(d => d.Message()), Is.EqualTo(["No call to 'F' can go through the cache: the file-local type 'C' cannot be named in generated code"]));
    }

    [Test]
    public async Task A_member_of_an_extension_block_is_none_yet()
    {
        var found = await Reported.InFiles(("C.cs", "public static class C { extension(int x) { [Memoize] public int F(int y) => x + y; } }"));
        Assert.That(found.Select(d => d.Message()), Has.One.EndsWith("can go through the cache: it is a member of an extension block; make it an extension method"));
    }

    [Test]
    public async Task A_local_function_of_a_program_without_a_class_is_one()
    {
        var compilation = Generated.Compile([("/0/P.cs", "System.Console.WriteLine(F(1)); [Memoize] static int F(int x) => x;")], Microsoft.CodeAnalysis.OutputKind.ConsoleApplication);
        Assert.That((await Reported.Under(null, compilation)).Select(d => d.Id), Is.EqualTo(["MEMO303"]));
    }

    [TestCase("[Memoize] public static int F(int x) => x;", TestName = "A static method")]
    [TestCase("[Memoize] private static int F(int x) => x;", TestName = "A private method")]
    [TestCase("[Memoize] internal static T F<T>(T x) => x;", TestName = "A generic method")]
    [TestCase("[Memoize] private static T F<T>(T x) where T : IComparable<T> => x;", TestName = "A private generic method")]
    [TestCase("public static class D<T> { [Memoize] public static List<T> F(T x) => [x]; }", TestName = "A method of a generic type that is not hidden")]
    [TestCase("[Memoize] public static int F(this int x) => x;", TestName = "An extension method")]
    [TestCase("public sealed class D { [Memoize] public int F(int x) => x; }", TestName = "An instance method")]
    [TestCase("public class D { [Memoize] public virtual int F(int x) => x; }", TestName = "A virtual method")]
    [TestCase("public readonly struct D { [Memoize] public int F(int x) => x; }", TestName = "A method of a struct")]
    [TestCase("public interface I { int F(int x); } public sealed class D : I { [Memoize] public int F(int x) => x; }", TestName = "An implicit interface implementation")]
    [TestCase("public interface I { [Memoize] public static int F(int x) => x; }", TestName = "A static method of an interface")]
    [TestCase("internal sealed record Open(int A); [Memoize] internal static int F(Open open) => open.A;", TestName = "A type that is internal inside of another")]
    [TestCase("[Memoize] public static List<string> F(List<int> x) => [];", TestName = "Types with type arguments")]
    public async Task A_method_that_can_be_called_by_name_is_fine(string members) =>
        Assert.That((await Reported.InMembers(members)).IdsAndLines(), Has.None.StartsWith("MEMO3"));
}
