using Memo.Package.Tests.Projects;

namespace Memo.Package.Tests.Story;

/// <summary>An afternoon with a pipeline. Each chapter starts from the program and the store that the one before left.</summary>
internal sealed class WordPipelineTests
{
    private const string HitEach = "hit hit hit";
    private const string MissEach = "miss miss miss";

    private TestProject _project = null!;

    [OneTimeSetUp]
    public void Build_and_run_cold()
    {
        _project = WordPipeline.Create("Words");
        Assert.That(_project.BuildWell().Warnings, Is.Empty);
        Assert.That(RunAsPlainly().Kinds, Is.EqualTo("miss"), "the first run");
    }

    [Test, Order(1)]
    public void The_second_run_computes_nothing() => Assert.That(RunAsPlainly().Kinds, Is.EqualTo("hit"));

    [Test, Order(2)]
    public void After_an_edit_of_comments_and_local_names_nothing_is_computed()
    {
        _project.Edit("Steps/Splitting.cs", "// Words as they are spoken, without marks.", "/* Words, lower case. */");
        _project.Edit(WordPipeline.CountingRules, "string word) => word.Length", "string candidate) => /* long enough */ candidate.Length");
        Assert.That(AfterBuild().Kinds, Is.EqualTo("hit"));
    }

    [Test, Order(3)]
    public void After_an_edit_of_a_helper_only_its_step_and_what_got_other_input_is_computed()
    {
        _project.Edit(WordPipeline.CountingRules, "Shortest = 3", "Shortest = 4");
        var run = AfterBuild();
        Assert.Multiple(() =>
        {
            Assert.That(run.Of("Reading.Read"), Is.EqualTo(HitEach));
            Assert.That(run.Of("Splitting.Split"), Is.EqualTo(HitEach));
            Assert.That(run.Of("Counting.Count"), Is.EqualTo(MissEach));
            Assert.That(run.Of("Rendering.Render"), Is.EqualTo("miss hit miss"), "b.txt has no word of three letters");
            Assert.That(run.Of(WordPipeline.Join), Is.EqualTo("miss"));
            Assert.That(run.Calls.Where(call => call.Method == "Counting.Count").Select(call => call.Text),
                Has.All.Contain("code changed").And.All.Contain("CountingRules.cs"));
        });
    }

    [Test, Order(4)]
    public void After_a_revert_nothing_is_computed()
    {
        _project.Edit(WordPipeline.CountingRules, "Shortest = 4", "Shortest = 3");
        Assert.That(AfterBuild().Kinds, Is.EqualTo("hit"));
    }

    [Test, Order(5)]
    public void After_a_change_of_one_text_only_its_branch_is_computed()
    {
        _project.Write("texts/b.txt", "Plain words travel noisily through quiet pipelines and leave traces.\n");
        var run = RunAsPlainly();
        Assert.Multiple(() =>
        {
            foreach (var step in WordPipeline.Branch) Assert.That(run.Of(step), Is.EqualTo("hit miss hit"), step);
            Assert.That(run.Of(WordPipeline.Join), Is.EqualTo("miss"));
            Assert.That(run.Calls.First(call => call.Kind == "miss").Text, Does.Contain("dependency changed").And.Contain("b.txt"));
        });
    }

    [Test, Order(6)]
    public void A_step_that_looks_at_the_clock_is_reported_with_the_path_and_runs_every_time()
    {
        _project.Edit(WordPipeline.Layout, "=> \"  \"", "=> (System.DateTime.Now.Year > 1 ? \"  \" : \"\")");
        var build = _project.BuildWell();
        Assert.That(build.WarningsOf("MEMO104"), Has.Some.Contains("Render → Layout.Row → DateTime.Now"));
        for (var again = 0; again < 2; again++)
        {
            var run = RunAsPlainly();
            Assert.That(run.Of("Counting.Count"), Is.EqualTo(HitEach));
            Assert.That(run.Of("Rendering.Render"), Is.EqualTo("bypass bypass bypass"));
            Assert.That(run.Calls.First(call => call.Kind == "bypass").Text, Does.Contain("MEMO104"));
        }
    }

    private ProgramRun AfterBuild()
    {
        _project.BuildWell();
        return RunAsPlainly();
    }

    private ProgramRun RunAsPlainly() => _project.Run().ShouldPrintWhat(_project.RunPlainly());
}
