using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Memo.Analyzers.Tests.Generation;

/// <summary>Generated code compiles without a warning, whatever the project has set: here with all warnings as errors, without unsafe code and without global usings.</summary>
public sealed class CompilerSettingTests
{
    private const string Source = """
        using Memo;
        namespace @namespace.@int
        {
            public enum @enum : ulong { @true = ulong.MaxValue }
            public sealed class @class
            {
                private readonly string @string;
                public @class(string @string) { this.@string = @string; }
                [Memoize] public string @params(int @for) { return @string + (@for > 0 ? "a" : "b"); }
            }
            public readonly record struct @struct(int @ref, @enum @out);
            public static class @static
            {
                [Memoize] public static System.Collections.Generic.List<@struct> @event(@struct @in, string[] @is, long? @as) { return new System.Collections.Generic.List<@struct> { @in }; }
                [Memoize] private static async System.Threading.Tasks.Task<@enum> @lock(@enum @this) { await System.Threading.Tasks.Task.Yield(); return @this; }
                public static async System.Threading.Tasks.Task<string> @using()
                {
                    await @lock(@enum.@true);
                    return new @class("x").@params(1) + @event(default(@struct), new[] { "y" }, null).Count.ToString(System.Globalization.CultureInfo.InvariantCulture);
                }
            }
        }
        """;

    [Test]
    public void It_compiles(
        [Values] NullableContextOptions nullable, [Values] bool isChecked, [Values] OptimizationLevel optimization)
    {
        var compilation = Generated.Compile([("/0/App.cs", Source)], nullable: nullable, isChecked: isChecked);
        compilation = compilation.RemoveSyntaxTrees(compilation.SyntaxTrees.Where(tree => tree.FilePath == "/0/Usings.cs"));
        var generated = Generated.From(compilation.WithOptions(compilation.Options
            .WithAllowUnsafe(false).WithWarningLevel(9999).WithGeneralDiagnosticOption(ReportDiagnostic.Error).WithOptimizationLevel(optimization)));
        Assert.Multiple(() =>
        {
            Assert.That(generated.Problems, Is.Empty, generated.Text);
            Assert.That(generated.Text.Split("[global::System.Runtime.CompilerServices.InterceptsLocation"), Has.Length.EqualTo(1 + 3), generated.Text);
        });
    }
}
