using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Memo.Parts;

/// <summary>The elements of arrays of several dimensions. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ArrayElements
{
    /// <summary>All elements, in the order in which they lie: the last index runs fastest.</summary>
    /// <typeparam name="T">The very type of the elements.</typeparam>
    /// <param name="array">The array.</param>
    /// <returns>A view of the array's own memory.</returns>
    public static Span<T> Of<T>(Array array)
    {
        ArgumentNullException.ThrowIfNull(array);
        if (array.GetType().GetElementType() != typeof(T)) throw new ArrayTypeMismatchException();
        return MemoryMarshal.CreateSpan(ref Unsafe.As<byte, T>(ref MemoryMarshal.GetArrayDataReference(array)), array.Length);
    }
}
