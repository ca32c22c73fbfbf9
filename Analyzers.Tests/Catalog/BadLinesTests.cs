using Memo.Analyzers.Catalog;
using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Tests.Catalog;

/// <summary>A line of MemoEffects.txt that is not used says so where it stands.</summary>
public sealed class BadLinesTests
{
    [TestCase("M:Lib.Pure(System.Int32)", "expected")]
    [TestCase("M:Lib.Pure(System.Int32) =", "a term is missing")]
    [TestCase("M:Lib.Pure(System.Int32) = pure,", "a term is missing")]
    [TestCase("M:Lib.Pure(System.Int32) = harmless", "'harmless' is not a term")]
    [TestCase("M:Lib.Pure(System.Int32) = pure(x)", "'pure(x)' is not a term")]
    [TestCase("M:Lib.Pure(System.Int32) = reads-file", "'reads-file' is not a term")]
    [TestCase("M:Lib.Pure(System.Int32) = culture(German)", "'culture(German)' is not a term")]
    [TestCase("M:Lib.Pure(System.Int32) = culture unless german(x)", "'german' is not a condition")]
    [TestCase("M:Lib.Pure(System.Int32) = culture unless invariant", "needs a parameter")]
    [TestCase("M:Lib.Pure(System.Int32) = mutates(x) unless comparer(x)", "'mutates' has no conditions")]
    [TestCase("Lib.Pure(System.Int32) = pure", "an id starts with")]
    [TestCase("X:Lib.Pure = pure", "an id starts with")]
    [TestCase("= pure", "an id starts with")]
    [TestCase("M: = pure", "an id starts with")]
    [TestCase("M:Pure = pure", "the type is missing")]
    [TestCase("M:Lib..Pure = pure", "a name is missing")]
    [TestCase("M:.Pure = pure", "a name is missing")]
    [TestCase("M:Lib.Pure(System.Int32 = pure", "its parentheses do not close")]
    [TestCase("M:Lib.Pure(System.Int32)) = pure", "its parentheses do not close")]
    [TestCase("T:Lib.List<T> = pure", "List`1, not List<T>")]
    [TestCase("T:Lib(System.Int32) = pure", "only methods and indexers")]
    [TestCase("M:Lib.Pure = pure = fresh", "is not a term")]
    [TestCase("int Lib.Pure(int) = pure", "an id starts with")]
    [TestCase("M:Lib.A Pure = pure", "is in no name")]
    [TestCase("M:Lib.Pure(*) = pure", "leave the parentheses out")]
    [TestCase("M:Lib.Pu*re = pure", "is in no name")]
    [TestCase("T:Lib.Pu* = pure", "'*' stands behind")]
    [TestCase("N:* = pure", "'*' stands behind")]
    [TestCase("F:Lib.Pure* = pure", "'*' stands behind")]
    [TestCase("P:Lib.* = pure", "'*' stands behind")]
    public void It_says_what_is_wrong(string line, string message)
    {
        var catalog = EffectCatalog.Load([("MemoEffects.txt", "# ours\n" + line + "\n")]);
        Assert.That(catalog.Errors, Has.Length.EqualTo(1));
        Assert.That(catalog.Errors[0].Message, Does.Contain(message));
        Assert.That(catalog.Errors[0].Line, Is.EqualTo(1));
    }

    [TestCase("M:Lib.Pure(System.Int32)=pure")]
    [TestCase("M:Lib.Pure(System.Int32)\t=\tpure")]
    [TestCase("  M:Lib.Pure(System.Int32)   =   pure   ")]
    [TestCase("M:Lib.Pure(System.Int32) = pure # because")]
    [TestCase("M:Lib.Pure(System.Int32) = pure#because")]
    [TestCase("M:Lib.Pure(System.Int32) = pure # of '#ctor', = and \u2028")]
    [TestCase("\uFEFFM:Lib.Pure(System.Int32) = pure")]
    [TestCase("M:Lib.#ctor = pure")]
    [TestCase("M:Lib.#cctor = pure # static")]
    [TestCase("M:Lib.System#Collections#IEnumerable#GetEnumerator = fresh")]
    [TestCase("M:Lib.op_Explicit(Lib.Lib)~System.Int32 = pure")]
    [TestCase("M:Lib.Sort``1(``0[],System.Collections.Generic.IComparer{``0}) = mutates(array), default-comparison\tunless  comparer( comparer )")]
    [TestCase("M:Lib.Copy(System.Int32[0:,0:],System.Byte*,System.Int32@) = pure")]
    [TestCase("M:Lib.Parse = culture unless invariant(provider), ambient(environment variable, name), nondeterministic")]
    [TestCase("")]
    [TestCase("   \t")]
    [TestCase("# M:Lib.Pure = harmless")]
    public void A_good_line_is_used(string line) => Assert.That(EffectCatalog.Load([("MemoEffects.txt", line)]).Errors, Is.Empty);

    [TestCase("M:Lib.Pure(System.Int32) = pure\nM:Lib.Clock = pure\nM:Lib.Pure(System.Int32) = io(network)", 2)]
    [TestCase("N:Lib = pure\nN:Lib.* = io(network)", 1)]
    [TestCase("T:Lib.Type = pure\nT:Lib.Type.* = io(network)", 1)]
    [TestCase("M:Lib.Pure = pure\n\n  M:Lib.Pure=pure", 2)]
    public void Of_two_lines_for_one_id_the_second_is_not_used(string text, int line)
    {
        var catalog = EffectCatalog.Load([("MemoEffects.txt", text)]);
        Assert.That(catalog.Errors, Has.Length.EqualTo(1));
        Assert.That(catalog.Errors[0].Line, Is.EqualTo(line));
        Assert.That(catalog.Errors[0].Message, Does.EndWith("has a line already, line 1"));
    }

    [Test]
    public void A_second_file_does_not_repeat_the_first()
    {
        var catalog = EffectCatalog.Load([("a/MemoEffects.txt", "\nM:Lib.Pure = pure"), ("b/MemoEffects.txt", "M:Lib.Pure = pure")]);
        Assert.That(catalog.Errors.Single(), Is.EqualTo(new CatalogError("b/MemoEffects.txt", 0, "'M:Lib.Pure' has a line already, line 2 of a/MemoEffects.txt")));
    }

    [Test]
    public void A_file_that_is_listed_twice_is_one_file() =>
        Assert.That(EffectCatalog.Load([("MemoEffects.txt", "M:Lib.Pure = pure"), ("MemoEffects.txt", "M:Lib.Pure = pure")]).Errors, Is.Empty);

    [Test]
    public void A_good_line_beside_bad_ones_is_used()
    {
        var catalog = EffectCatalog.Load([("MemoEffects.txt", "M:Lib.Pure = harmless\nT:Lib = pure\nnonsense")]);
        Assert.That(catalog.Entries, Contains.Key("T:Lib"));
        Assert.That(catalog.Entries, Does.Not.ContainKey("M:Lib.Pure"));
    }

    [TestCase("# ours\nN:Lib = harmless\nN:Other = pure\n", 1)]
    [TestCase("# ours\r\nN:Other = pure\r\nN:Lib = harmless\r\n", 2)]
    [TestCase("\uFEFFN:Lib = harmless", 0)]
    [TestCase("N:Other\t=\tpure\nN:Lib\t=\tharmless", 1)]
    [TestCase("N:Other = pure\rN:Lib = harmless", 1)]
    [TestCase("N:Lib.Other = pure\n\n\nN:Lib = pure\nN:Lib.* = pure", 4)]
    public async Task It_is_reported_at_the_line(string text, int line)
    {
        var test = new AnalysisTest { WithoutCatalog = true }.EffectCatalog(text).File("C.cs", SourceText.Class("[Memoize] public static int F(int x) => x;"));
        await test.RunAsync();
        Assert.That(test.AboutCatalog.Select(diagnostic => diagnostic.Id), Is.EqualTo(new[] { "MEMO406" }));
        Assert.That(test.AboutCatalog[0].Location.GetLineSpan().StartLinePosition.Line, Is.EqualTo(line));
    }
}
