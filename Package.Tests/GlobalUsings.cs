global using NUnit.Framework;

// Most of the time is spent in processes that use one core.
[assembly: Parallelizable(ParallelScope.Fixtures)]
[assembly: LevelOfParallelism(2)]
