using Memo.Keys;

namespace Memo;

/// <summary>A result from the store that a computed one is to be compared with.</summary>
/// <param name="Path">The entry.</param>
/// <param name="Hash">Of the result.</param>
/// <param name="Json">The result as it is written.</param>
internal sealed record RememberedResult(string Path, Hash256 Hash, ReadOnlyMemory<byte> Json);
