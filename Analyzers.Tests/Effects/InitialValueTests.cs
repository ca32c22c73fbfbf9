namespace Memo.Analyzers.Tests.Effects;

/// <summary>What a static constructor gives to the statics of its own type, nobody misses; what else it does counts.</summary>
public sealed class InitialValueTests
{
    private static Snippet Settings(string name, string members, params string[] rules) =>
        new(name, "public static int Other; public static class Settings { " + members + " }", "int F(int x) => Settings.Plus(x);", rules);

    private static IEnumerable<Snippet> Initial =>
    [
        Settings("Through a method of its own", "static int s_a; static Settings() => Reset(); static void Reset() => s_a = 3; public static int Plus(int x) => x + 1;"),
        Settings("Through its own property", "static int A { get; set; } static Settings() => Reset(); static void Reset() => A = 3; public static int Plus(int x) => x + 1;"),
        Settings("What it gives, and others may change, is state", "public static int A; static Settings() => Reset(); static void Reset() => A = 3; public static int Plus(int x) => x + A;", "MEMO102"),
        Settings("Another type's static", "static Settings() => Reset(); static void Reset() => Other = 3; public static int Plus(int x) => x + 1;", "MEMO103"),
        Settings("Back from another type", "internal static int A; static Settings() => Set.It(); public static int Plus(int x) => x + 1; static class Set { internal static void It() => A = 3; }", "MEMO103"),
        Settings("The same method, called", "static int s_a; static Settings() => Reset(); static void Reset() => s_a = 3; public static int Plus(int x) { Reset(); return x; }", "MEMO103"),
        Settings("What a static holds", "static readonly int[] s_a = Held; internal static int[] Held => C.Table; static Settings() => Reset(); static void Reset() => s_a[0] = 3; public static int Plus(int x) => x + 1; } public static readonly int[] Table = [1]; static class Rest {", "MEMO102|MEMO103"),
        Settings("An instantiation of a generic type", "static class G<T> { internal static int A; static G() => Reset(); static void Reset() => G<string>.A = 3; internal static int One() => 1; } public static int Plus(int x) => x + G<int>.One();", "MEMO103"),
        Settings("An initializer without a static constructor", "static readonly int s_a = Reset(); static int s_b; static int Reset() { s_b = 3; return 1; } public static int Plus(int x) => x + s_a;", "MEMO103"),
    ];

    [TestCaseSource(nameof(Initial))]
    public Task What_a_static_constructor_assigns(Snippet snippet) => snippet.Holds();

    private static IEnumerable<Snippet> Immutable =>
    [
        new("A frozen table of an enum", "static class H<T> where T : struct, Enum { static readonly System.Collections.Frozen.FrozenDictionary<string, T> s_all = System.Collections.Frozen.FrozenDictionary.ToFrozenDictionary(new Dictionary<string, T>()); internal static T Get(string name) => s_all[name]; }", "int F(string x) => (int)H<DayOfWeek>.Get(x);"),
        new("A frozen table of anything", "public static class H<T> where T : struct { public static readonly System.Collections.Frozen.FrozenDictionary<string, T> All = System.Collections.Frozen.FrozenDictionary.ToFrozenDictionary(new Dictionary<string, T>()); internal static T Get(string name) => All[name]; }", "int F(string x) => H<int>.Get(x);", "MEMO102"),
        new("Options that name a scheduler of others", "static readonly TaskScheduler s_scheduler = TaskScheduler.Default; static ParallelOptions Make(TaskScheduler scheduler) => new() { TaskScheduler = scheduler, MaxDegreeOfParallelism = 3 };", "int F([NotKeyed(\"how, not what\")] TaskScheduler by, int x) => Make(by).MaxDegreeOfParallelism + x;"),
        new("Options of others", "", "int F([NotKeyed(\"how, not what\")] ParallelOptions by, int x) => by.MaxDegreeOfParallelism = x;", "MEMO106"),
    ];

    [TestCaseSource(nameof(Immutable))]
    public Task What_cannot_change_what_it_holds(Snippet snippet) => snippet.Holds();
}
