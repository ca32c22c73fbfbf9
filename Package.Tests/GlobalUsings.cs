global using NUnit.Framework;

// So that a filter can leave them out: TestCategory!=EndToEnd runs the fast part of all tests.
[assembly: Category("EndToEnd")]

// Most of the time is spent in processes that use one core.
[assembly: Parallelizable(ParallelScope.Fixtures)]
[assembly: LevelOfParallelism(2)]
