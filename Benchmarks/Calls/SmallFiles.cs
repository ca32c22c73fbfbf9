namespace Memo.Benchmarks.Calls;

/// <summary>Files of 1 KB that nobody changes.</summary>
internal static class SmallFiles
{
    public static string[] Write(int count)
    {
        var folder = Directory.CreateDirectory(Environment.GetEnvironmentVariable("MEMO_DIRECTORY") + "-files").FullName;
        var files = Enumerable.Range(0, count).Select(number => Path.Combine(folder, $"{number}.txt")).ToArray();
        for (var i = 0; i < count; i++) File.WriteAllText(files[i], Work.Page(i));
        // What was written within the last two seconds might be written again without a trace, so it is read at each call.
        Thread.Sleep(3000);
        return files;
    }
}
