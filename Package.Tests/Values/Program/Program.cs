using Memo.Package.Tests.Values.Judging;

// One hour of every year is there twice in local time, and a DateTime remembers which of the two it is.
Environment.SetEnvironmentVariable("TZ", "Europe/Berlin");
TimeZoneInfo.ClearCachedData();

Cases.Run();

/// <summary>Prints what a memoized method gives beside what a method with the same body gives: at first, after the caller changed it, and when called again.</summary>
internal static class Show
{
    public static void Case<T>(string name, Func<T> plain, Func<T> memoized, Action<T> change)
    {
        var (mine, theirs) = (Attempt(plain), Attempt(memoized));
        Print(name, "at first", mine, theirs);
        Print(name, "changed", Changed(mine, change), Changed(theirs, change));
        Print(name, "again", Attempt(plain), Attempt(memoized));
    }

    private static object? Attempt<T>(Func<T> function)
    {
        try { return function(); }
        catch (Exception exception) { return new Threw(exception.ToString()); }
    }

    private static object? Changed<T>(object? value, Action<T> change)
    {
        try { if (value is not Threw) change((T)value!); }
        catch (Exception exception) { return new Threw(exception.Message); }
        return value;
    }

    private static void Print(string name, string step, object? mine, object? theirs)
    {
        string expected = "", actual = "";
        try { (expected, actual) = (Judge.Describe(mine), Judge.Describe(theirs)); }
        catch (InvalidOperationException exception) { actual = exception.ToString(); } // a case that cannot be judged has failed
        if (theirs is Threw threw && actual != expected) actual = threw.What;
        Console.WriteLine($"{name}\t{step}\t{(actual == expected ? "" : $"{actual} instead of {expected}").ReplaceLineEndings(" ")}");
    }

    private sealed record Threw(string What);
}
