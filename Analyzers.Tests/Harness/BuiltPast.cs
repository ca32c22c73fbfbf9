using System.Globalization;
using Memo.Analyzers.Closures;
using Memo.Analyzers.Closures.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Memo.Analyzers.Tests.Harness;

/// <summary>
/// A program as a compiler server comes to it: another version of it was built before, and what was found out then is still there. Whatever
/// was built before, the same is generated. With MEMO_TEST_EDITS set, every program that any test generates for is looked at in this way, too.
/// </summary>
internal static class BuiltPast
{
    private static int s_programs;

    /// <summary>Builds each of the other versions and then the program itself; returns how many builds of it went on from the one before.</summary>
    public static int Check(Compilation program, params IEnumerable<Compilation> pasts) =>
        pasts.Sum(past => CheckInTurn((past, null), (program, null)));

    /// <summary>Builds versions of a project one after the other; returns how many builds went on from an earlier one.</summary>
    public static int CheckInTurn(params IReadOnlyList<(Compilation Program, ProjectSettings? Settings)> builds)
    {
        // A project of its own, which no other test builds.
        var name = string.Create(CultureInfo.InvariantCulture, $"{builds[0].Program.AssemblyName}_{Interlocked.Increment(ref s_programs)}");
        var expected = builds.Select(build => Generated.From(Named(build.Program, name), build.Settings).Text).ToList();
        var taken = 0;
        for (var i = 0; i < builds.Count; i++)
        {
            var before = Kept(name);
            Assert.That(Build(Named(builds[i].Program, name), builds[i].Settings), Is.EqualTo(expected[i]), "of build " + i);
            taken += before is not null && Kept(name) == before ? 1 : 0;
        }

        return taken;
    }

    /// <summary>With the bodies of the program's members as they are not yet.</summary>
    public static int CheckBodies(Compilation program, ProjectSettings? settings = null) =>
        CheckInTurn([.. new Func<int, bool>[] { _ => true, body => body % 2 == 0, body => body % 3 == 1, _ => false }.Select(choose => (EditedPast.Past(program, choose), settings)), (program, settings)]);

    private static string Build(Compilation compilation, ProjectSettings? settings)
    {
        var generated = Generated.From(
            compilation, (settings ?? ProjectSettings.In()).With("/.globalconfig", "is_global = true\nbuild_property.MemoKeepBetweenBuilds = true\n"));
        Assert.That(generated.FromGenerator, Is.Empty);
        return generated.Text;
    }

    private static ClosureEngine? Kept(string name) => KeptEngines.All.FirstOrDefault(engine => engine.Compilation.AssemblyName == name);

    // All files are read again for each build.
    private static Compilation Named(Compilation program, string name) => EditedPast.Afresh(program).WithAssemblyName(name);
}
