using System.Collections.Immutable;
using System.Reflection;
using Memo.CodeFixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Memo.Analyzers.Tests.CodeFixes;

/// <summary>A solution as an editor has it open: its findings, the menu of each, and what choosing from the menu makes of it.</summary>
/// <param name="usings">A file that each project has, besides its own; by default, with the usings that SDK projects have.</param>
internal sealed class Workbench(string usings = Harness.SourceText.Usings) : IDisposable
{
    private static readonly CodeFixProvider[] s_fixes =
        [.. typeof(MemoFixes).Assembly.GetTypes().Where(type => type.GetCustomAttribute<ExportCodeFixProviderAttribute>() is not null).Select(type => (CodeFixProvider)Activator.CreateInstance(type)!)];

    private readonly AdhocWorkspace _workspace = new();
    private Solution Solution => _workspace.CurrentSolution;

    /// <summary>A project in which each file is named by a relative path; those that are not C# are additional files.</summary>
    public Workbench Add(string project, string[] references, params (string Name, string Text)[] files)
    {
        var id = ProjectId.CreateNewId(project);
        var solution = Solution.AddProject(ProjectInfo.Create(id, VersionStamp.Default, project, project, LanguageNames.CSharp,
            filePath: $"/0/{project}/{project}.csproj",
            compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable),
            parseOptions: new CSharpParseOptions(LanguageVersion.CSharp14).WithFeatures([new("InterceptorsNamespaces", "Memo.Generated")]),
            analyzerReferences: [new AnalyzerFileReference(typeof(MemoizeGenerator).Assembly.Location, new Loaded())],
            projectReferences: references.Select(name => new ProjectReference(ProjectNamed(name).Id)),
            metadataReferences: References.All));
        foreach (var (name, text) in files.Prepend(("Usings.cs", usings)))
        {
            var document = DocumentId.CreateNewId(id, name);
            var content = Microsoft.CodeAnalysis.Text.SourceText.From(text);
            solution = name.EndsWith(".cs", StringComparison.Ordinal)
                ? solution.AddDocument(document, name, content, filePath: $"/0/{project}/{name}")
                : solution.AddAdditionalDocument(document, name, content, filePath: $"/0/{project}/{name}");
        }

        Assert.That(_workspace.TryApplyChanges(solution));
        return this;
    }

    /// <summary>What is found in a project, errors of the compiler among it.</summary>
    public async Task<ImmutableArray<Diagnostic>> FindingsIn(string project)
    {
        var compilation = (await ProjectNamed(project).GetCompilationAsync())!;
        var errors = compilation.GetDiagnostics().Where(found => found.Severity == DiagnosticSeverity.Error);
        var found = await compilation.WithAnalyzers([new MemoizeAnalyzer(), new CallSiteAnalyzer()], ProjectNamed(project).AnalyzerOptions).GetAnalyzerDiagnosticsAsync();
        return [.. errors, .. found.Where(each => !each.IsSuppressed).OrderBy(each => each.Location.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(each => each.Location.SourceSpan.Start)];
    }

    /// <summary>What the light bulb offers for the first finding of a rule.</summary>
    public async Task<string[]> MenuOf(string project, string rule) => [.. (await ActionsFor(project, rule)).Select(action => action.Title)];

    /// <summary>Chooses from the menu of the first finding of a rule: the title that begins like this.</summary>
    public async Task Choose(string project, string rule, string title)
    {
        var actions = await ActionsFor(project, rule);
        var action = actions.FirstOrDefault(each => each.Title.StartsWith(title, StringComparison.Ordinal));
        Assert.That(action, Is.Not.Null, $"'{title}' for {rule} among: {string.Join(", ", actions.Select(each => each.Title))}");
        Assert.That(_workspace.TryApplyChanges((await action!.GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>().Single().ChangedSolution));
    }

    public string Text(string project, string file) =>
        (ProjectNamed(project).Documents.Concat(ProjectNamed(project).AdditionalDocuments).Single(document => document.Name == file).GetTextAsync().Result).ToString();

    /// <summary>That nothing is left to say, in any project.</summary>
    public async Task ShouldBeClean()
    {
        foreach (var project in Solution.Projects)
        {
            var found = await FindingsIn(project.Name);
            Assert.That(found.Where(each => each.Severity > DiagnosticSeverity.Info), Is.Empty, string.Join('\n', project.Documents.Select(document => document.GetTextAsync().Result)));
        }
    }

    public void Dispose() => _workspace.Dispose();

    // An editor runs the generator, so that calls in what it makes are among those that are found.
    private sealed class Loaded : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath)
        {
        }

        public Assembly LoadFromPath(string fullPath) => typeof(MemoizeGenerator).Assembly;
    }

    private Project ProjectNamed(string name) => Solution.Projects.Single(project => project.Name == name);

    private async Task<List<CodeAction>> ActionsFor(string project, string rule)
    {
        var found = (await FindingsIn(project)).First(each => each.Id == rule);
        var actions = new List<CodeAction>();
        foreach (var fix in s_fixes.Where(fix => fix.FixableDiagnosticIds.Contains(rule)))
        {
            await fix.RegisterCodeFixesAsync(new(Solution.GetDocument(found.Location.SourceTree)!, found, (action, _) => actions.Add(action), CancellationToken.None));
        }

        return actions;
    }
}
