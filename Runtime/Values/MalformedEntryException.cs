namespace Memo.Values;

/// <summary>What was read is not what is written for a value of this type. The runtime turns it into a miss; no user ever sees it.</summary>
internal sealed class MalformedEntryException(string expected) : Exception($"expected {expected}");
