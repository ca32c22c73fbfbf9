using Memo.Package.Tests.Values.Judging;

/// <summary>Compares what a memoized method does with what a method with the same body does, and prints for each step what is wrong.</summary>
internal static class Show
{
    /// <summary>The result at first, after the caller changed it, and when the method is called again.</summary>
    public static void Result<T>(string name, Func<T> plain, Func<T> memoized, Action<T> change)
    {
        var (mine, theirs) = (Attempt(plain), Attempt(memoized));
        Compare(name, "at first", mine, theirs);
        Compare(name, "changed", Changed(mine, change), Changed(theirs, change));
        Compare(name, "again", Attempt(plain), Attempt(memoized));
    }

    /// <summary>What a memoized method that describes its argument says of each argument, and of equal ones after that.</summary>
    public static void Arguments<T>(string name, Func<T, string> memoized, params Func<T>[] arguments)
    {
        for (var round = 0; round < 2; round++)
            for (var i = 0; i < arguments.Length; i++) Argument(name, i, arguments[i](), memoized);
    }

    /// <summary>What the method says of two lists of arguments.</summary>
    public static void Pair(string name, Func<string> plain, Func<string> memoized, Func<string> otherPlain, Func<string> otherMemoized)
    {
        Compare(name, "one", Attempt(plain), Attempt(memoized));
        Compare(name, "other", Attempt(otherPlain), Attempt(otherMemoized));
    }

    private static void Argument<T>(string name, int number, T argument, Func<T, string> memoized)
    {
        var expected = Attempt(() => Judge.Describe(argument)) as string;
        var actual = Attempt(() => memoized(argument));
        var id = Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.Unicode.GetBytes(expected ?? "")), 0, 8);
        Print(name, $"{number} {id}", expected is not null && expected == actual as string ? "" : $"{actual} instead of {expected}");
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

    private static void Compare(string name, string step, object? mine, object? theirs)
    {
        string expected = "", actual = "";
        try { (expected, actual) = (Judge.Describe(mine), Judge.Describe(theirs)); }
        catch (Exception exception) { actual = exception.ToString(); } // a case that cannot be judged has failed
        if (theirs is Threw threw && actual != expected) actual = threw.What;
        Print(name, step, actual == expected ? "" : $"{actual} instead of {expected}");
    }

    private static void Print(string name, string step, string wrong) => Console.WriteLine($"{name}\t{step}\t{wrong.ReplaceLineEndings(" ")}");

    private sealed record Threw(string What);
}
