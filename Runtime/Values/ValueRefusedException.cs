namespace Memo.Values;

/// <summary>A value cannot be stored. The runtime turns it into the reason <c>not stored: …</c>; no user ever sees it.</summary>
internal sealed class ValueRefusedException(string reason) : Exception(reason);
