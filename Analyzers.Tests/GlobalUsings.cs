global using Memo.Analyzers.Tests.Harness;
global using NUnit.Framework;
