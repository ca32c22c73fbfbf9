using Memo.Analyzers.Closures;
using Memo.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Memo.Analyzers.Tests.Edits;

/// <summary>A program of several files in an editor. After each edit, what is reported has to be what a first look at it would report.</summary>
internal sealed class EditedProgram
{
    private Compilation _compilation;

    private EditedProgram(Compilation compilation) => _compilation = compilation;

    /// <summary>The engine of the code as it is now.</summary>
    public ClosureEngine Engine { get; private set; } = null!;

    /// <summary>What is reported of the code as it is now.</summary>
    public string[] Found { get; private set; } = [];

    public static async Task<EditedProgram> Open(params (string Name, string Source)[] files)
    {
        var program = new EditedProgram(Reported.Compile(files));
        await program.Look();
        return program;
    }

    public string Text(string file) => Tree(file).ToString();

    /// <summary>Replaces the first of these texts in a file; returns whether what was known before was of use.</summary>
    public Task<bool> Edit(string file, string old, string @new)
    {
        var at = Text(file).IndexOf(old, StringComparison.Ordinal);
        Assert.That(at, Is.Not.Negative, old + " in " + Text(file));
        return Change(file, new(new(at, old.Length), @new));
    }

    public async Task<bool> Change(string file, TextChange change)
    {
        var tree = Tree(file);
        _compilation = _compilation.ReplaceSyntaxTree(tree, tree.WithChangedText(tree.GetText().WithChanges(change)));
        await Look();
        Assert.That(Found, Is.EqualTo(await EditedPast.DiagnosticsAsync(EditedPast.Afresh(_compilation))), Text(file));
        return Engine.GoesOn;
    }

    private SyntaxTree Tree(string file) => _compilation.SyntaxTrees.Single(tree => tree.FilePath == "/0/" + file);

    private async Task Look()
    {
        (Found, var engine) = await EditedPast.LookAsync(_compilation);
        Engine = engine!;
    }
}
