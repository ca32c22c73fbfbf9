using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Memo.Parts;

/// <summary>What <see cref="Memory{T}"/> and <see cref="ReadOnlyMemory{T}"/> are made of: an array with a range of it, or a text. For generated code.</summary>
/// <remarks>The whole array belongs to it: who has two values can see whether they are parts of one array.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class MemoryParts
{
    /// <summary>Whether memory is a range of an array, or nothing. What an owner of native memory or of a pool gives is not.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="memory">The memory.</param>
    /// <returns>Whether it is.</returns>
    public static bool IsOfArray<T>(ReadOnlyMemory<T> memory) => MemoryMarshal.TryGetArray(memory, out _);

    /// <summary>Whether memory is a range of an array or of a text, or nothing.</summary>
    /// <param name="memory">The memory.</param>
    /// <returns>Whether it is.</returns>
    public static bool IsOfArrayOrText(ReadOnlyMemory<char> memory) =>
        MemoryMarshal.TryGetString(memory, out _, out _, out _) || MemoryMarshal.TryGetArray(memory, out _);

    /// <summary>The range of an array that memory is; the default one for memory that is nothing, or a text.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="memory">The memory.</param>
    /// <returns>The range.</returns>
    public static ArraySegment<T> Segment<T>(ReadOnlyMemory<T> memory) =>
        !memory.Equals(default) && MemoryMarshal.TryGetArray(memory, out var segment) ? segment : default;

    /// <summary>The text that memory is a range of; null if it is none.</summary>
    /// <param name="memory">The memory.</param>
    /// <returns>The text.</returns>
    public static string? Text(ReadOnlyMemory<char> memory) => MemoryMarshal.TryGetString(memory, out var text, out _, out _) ? text : null;

    /// <summary>Where in its text memory begins; 0 if it is no text.</summary>
    /// <param name="memory">The memory.</param>
    /// <returns>The index.</returns>
    public static int Start(ReadOnlyMemory<char> memory) => MemoryMarshal.TryGetString(memory, out _, out var start, out _) ? start : 0;

    /// <summary>Memory from what it is made of.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="segment">The range of an array; the default one for nothing.</param>
    /// <returns>The memory.</returns>
    public static Memory<T> Memory<T>(ArraySegment<T> segment) => segment.Array is null ? default : segment;

    /// <summary>Memory from what it is made of.</summary>
    /// <param name="text">A text, or null.</param>
    /// <param name="start">Where in the text it begins.</param>
    /// <param name="length">How many characters of the text it has.</param>
    /// <param name="segment">The range of an array, where there is no text.</param>
    /// <returns>The memory.</returns>
    public static ReadOnlyMemory<char> Memory(string? text, int start, int length, ArraySegment<char> segment) =>
        text is null ? Memory(segment) : text.AsMemory(start, length);

    /// <summary>A range of an array from what it is made of.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="array">The array; null for the default range.</param>
    /// <param name="offset">Where it begins.</param>
    /// <param name="count">How many elements it has.</param>
    /// <returns>The range.</returns>
    public static ArraySegment<T> Segment<T>(T[]? array, int offset, int count) => array is null ? default : new(array, offset, count);
}
