using BenchmarkDotNet.Running;

// Measurements must not find or leave anything in the store that the user's own programs share.
var store = Directory.CreateTempSubdirectory("memo-benchmarks-");
Environment.SetEnvironmentVariable("MEMO_DIRECTORY", store.FullName);
try
{
    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
}
finally
{
    store.Delete(recursive: true);
}
