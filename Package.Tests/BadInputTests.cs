using Memo.Package.Tests.Projects;

namespace Memo.Package.Tests;

/// <summary>What a program depends on is missing, broken or no file at all: it prints what it prints without us, and the log has one line that says why nothing is remembered.</summary>
internal sealed class BadInputTests
{
    [Test]
    public void A_program_that_is_pointed_at_anything_prints_what_it_prints_plainly()
    {
        if (!OperatingSystem.IsLinux()) Assert.Ignore("There are no such files.");
        var project = new TestProject("BadInput");
        project.Write("Program.cs", """
            using Memo;

            Show(() => Bad.Declared("."));
            Show(() => Bad.Declared("/dev/null"));
            Show(() => Bad.Declared(""));
            Show(() => Bad.Declared("a\0b"));
            Show(() => Bad.Declared(new string('n', 300)));
            Show(() => Bad.Declared("loop"));
            Show(() => Bad.OfMember(null!));
            Show(() => Bad.OfMember(new(null)));
            Show(() => Bad.OfSource(new(null)));
            Show(() => Bad.OfBroken(1));
            Show(() => Bad.OfSilent(1));
            Show(() => Bad.OfFailing(1));
            Show(() => Bad.Tracked("."));
            Show(() => Bad.Tracked("/dev/null"));
            Show(() => Bad.Tracked("/proc/self/comm"));
            Show(() => Bad.Tracked("loop"));
            Show(() => Bad.Listed("loop"));
            Show(() => Bad.Tracked(new string('n', 300)));
            Show(() => Bad.Tracked("a\0b"));
            Show(() => Bad.Declared("missing/deeply.txt"));
            Show(() => Bad.Tracked("missing.txt"));
            Show(() => Bad.Braces("x"));

            static void Show(Func<string> make)
            {
                try
                {
                    Console.WriteLine(make());
                }
                catch (Exception exception)
                {
                    Console.WriteLine($"{exception.GetType().Name}: {exception.Message}");
                }
            }

            internal sealed record Source(string? Path)
            {
                public string Known => Path ?? throw new InvalidOperationException("There is no path.");
            }

            internal static class Broken
            {
                public static int Value { get; set; } = int.Parse("none", System.Globalization.CultureInfo.InvariantCulture);
            }

            internal sealed class Silent : IDependency
            {
                public static string? Fingerprint() => null;
            }

            internal sealed class Failing : IDependency
            {
                public static string? Fingerprint() => throw new InvalidOperationException("no state");
            }

            internal static class Bad
            {
                [Memoize]
                [DependsOnFile("{path}")]
                public static string Declared(string path) => Try(() => File.ReadAllText(path));

                [Memoize]
                [DependsOnFile("{source.Path}")]
                public static string OfMember(Source source) => source is null ? "nothing" : Try(() => File.ReadAllText(source.Path!));

                [Memoize]
                [DependsOnFile("{source.Known}")]
                public static string OfSource(Source source) => Try(() => TrackedFile.ReadAllText(source.Known));

                [Memoize]
                [DependsOnStatic(typeof(Broken), nameof(Broken.Value))]
                public static string OfBroken(int number) => Try(() => $"{number + Broken.Value}");

                [Memoize]
                [DependsOn<Silent>]
                public static string OfSilent(int number) => number.ToString("D3", null);

                [Memoize]
                [DependsOn<Failing>]
                public static string OfFailing(int number) => number.ToString("D3", null);

                [Memoize]
                public static string Tracked(string path) => Try(() => TrackedFile.ReadAllText(path));

                [Memoize]
                public static string Listed(string path) => Try(() => string.Join(' ', TrackedDirectory.GetFiles(path)));

                [Memoize]
                [DependsOnFile("{{{name}}}.txt")]
                public static string Braces(string name) => File.ReadAllText("{" + name + "}.txt");

                private static string Try(Func<string> make)
                {
                    try
                    {
                        return make();
                    }
                    catch (Exception exception)
                    {
                        return exception.GetType().Name;
                    }
                }
            }
            """);
        project.Write("{x}.txt", "in braces");
        File.CreateSymbolicLink(project.PathOf("loop"), "loop");
        Assert.That(project.BuildWell().Warnings, Is.Empty);

        Assert.That(project.Run().ShouldPrintWhat(project.RunPlainly()).Calls.Select(call => call.Kind), Has.None.EqualTo("hit"));
        var run = project.Run().ShouldPrintWhat(project.RunPlainly());
        var calls = run.Calls.Select(call => $"{call.Kind} {call.Method}{(call.Kind == "hit" ? "" : call.Text[Math.Max(call.Text.LastIndexOf(" dependency ", StringComparison.Ordinal), call.Text.IndexOf("not stored", StringComparison.Ordinal) - 1)..])}");
        Assert.That(calls, Is.EqualTo((string[])[
            "bypass Bad.Declared dependency '{path}' cannot be read: '.' is a directory",
            "bypass Bad.Declared dependency '{path}' cannot be read: '/dev/null' is not a regular file",
            "bypass Bad.Declared dependency '{path}' cannot be resolved: it is empty",
            "bypass Bad.Declared dependency '{path}' cannot be resolved: it contains a null character",
            $"bypass Bad.Declared dependency '{{path}}' cannot be read: '{new string('n', 300)}' cannot be examined",
            "bypass Bad.Declared dependency '{path}' cannot be read: 'loop' cannot be examined",
            "bypass Bad.OfMember dependency '{source.Path}' cannot be resolved: 'source.Path' is null",
            "bypass Bad.OfMember dependency '{source.Path}' cannot be resolved: 'source.Path' is null",
            "bypass Bad.OfSource dependency cannot be resolved (InvalidOperationException)",
            "bypass Bad.OfBroken dependency 'Broken.Value' cannot be read: reading it threw TypeInitializationException",
            "bypass Bad.OfSilent dependency 'Silent' cannot be read: its fingerprint is null",
            "bypass Bad.OfFailing dependency 'Failing' cannot be read: reading it threw InvalidOperationException",
            "miss Bad.Tracked not stored: file . is a directory",
            "miss Bad.Tracked not stored: file /dev/null is not a regular file",
            "miss Bad.Tracked not stored: file /proc/self/comm is made up by the system when it is read",
            "miss Bad.Tracked not stored: file loop cannot be read (IOException)",
            "miss Bad.Listed not stored: files in loop/* cannot be listed (IOException)",
            $"miss Bad.Tracked not stored: file {new string('n', 300)} cannot be read (PathTooLongException)",
            // No path for anybody, or a path where nothing is: these are remembered.
            "hit Bad.Tracked", "hit Bad.Declared", "hit Bad.Tracked", "hit Bad.Braces",
        ]), run.Result.ToString());
        Assert.That(run.OtherLines, Is.Empty);
        project.Write("missing.txt", "not any more");
        project.Write("{x}.txt", "other");
        Assert.That(project.Run().ShouldPrintWhat(project.RunPlainly()).Calls.TakeLast(2).Select(call => call.Kind), Is.EqualTo((string[])["miss", "miss"]));
    }
}
