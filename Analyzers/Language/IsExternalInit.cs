namespace System.Runtime.CompilerServices;

/// <summary>What the compiler needs for <c>init</c> and records; .NET Standard 2.0 has none.</summary>
internal static class IsExternalInit;
