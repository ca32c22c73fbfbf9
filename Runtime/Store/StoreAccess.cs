namespace Memo.Store;

/// <summary>How a process uses a store.</summary>
/// <param name="IsReadOnly">Nothing in it is touched.</param>
/// <param name="IsAbsent">There is none, and that is meant.</param>
/// <param name="IsDurable">What is written is forced onto the disk.</param>
/// <param name="MaxSize">How many bytes it may have.</param>
internal readonly record struct StoreAccess(bool IsReadOnly, bool IsAbsent, bool IsDurable, long MaxSize);
