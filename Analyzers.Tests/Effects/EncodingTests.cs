namespace Memo.Analyzers.Tests.Effects;

/// <summary>The framework's encodings never change; a copy of one can be given other fallbacks.</summary>
public sealed class EncodingTests
{
    private static Task<IReadOnlyList<string>> Found(string encoding, string rest) => Of($$"""
        public static class C
        {
            static readonly Encoding s_encoding = {{encoding}};
            [Memoize] public static byte[] F(string text) => s_encoding.GetBytes(text);
            {{rest}}
        }
        """);

    private static async Task<IReadOnlyList<string>> Of(string source) => [.. (await Reported.InFiles(("C.cs", source))).IdsAndLines()];

    [Test]
    public async Task A_copy_that_is_changed_is_mutable() => Assert.That(
        await Found("(Encoding)Encoding.ASCII.Clone()", "public static void Change() => s_encoding.EncoderFallback = new EncoderReplacementFallback(\"!\");"), Is.EqualTo(["MEMO102 line 4"]));

    [TestCase("Encoding.UTF8", "")]
    [TestCase("new UTF8Encoding(false)", "")]
    [TestCase("(Encoding)Encoding.ASCII.Clone()", "")]
    [TestCase("Encoding.UTF8", "public static void Other(Encoding own) => own.EncoderFallback = new EncoderReplacementFallback(\"!\");")]
    [TestCase("new UTF8Encoding(false)", "public static void Other(Encoding own) => own.DecoderFallback = new DecoderReplacementFallback(\"!\");")]
    public async Task One_that_nobody_can_change_or_changes_is_not(string encoding, string rest) => Assert.That(await Found(encoding, rest), Is.Empty);

    [Test]
    public async Task To_give_an_argument_another_fallback_changes_it() => Assert.That(
        await Of("public sealed class Holder { public Encoding E = Encoding.UTF8; }\npublic static class C { [Memoize] public static int F(Holder h) { h.E.EncoderFallback = new EncoderReplacementFallback(\"!\"); return 1; } }"),
        Does.Contain("MEMO106 line 2"));
}
