using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Memo.Values;

/// <summary>What the writer and the reader of values have to agree on.</summary>
internal static class ValueFormat
{
    /// <summary>How deeply JSON may be nested. Values are nested 256 deep at most, and some leaves are arrays or objects.</summary>
    public const int DeepestNesting = 512;

    public const string DateTimePattern = "yyyy-MM-ddTHH:mm:ss.fffffff";
    public const int DateTimeLength = 27;

    /// <summary>The name under which the UTF-16 units of a text are written that is no valid UTF-16.</summary>
    public static readonly JsonEncodedText Units = JsonEncodedText.Encode("utf16");

    public static JsonWriterOptions Writer { get; } = new()
    {
        // Entries are read by programs and by people, never put into a web page: escaping only what JSON itself needs.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = DeepestNesting,
        SkipValidation = false,
    };

    /// <summary>Lenient, because what was in a document may have been read leniently.</summary>
    public static JsonDocumentOptions Document { get; } = new() { MaxDepth = DeepestNesting, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>The largest room that a text to be built may ask for beyond its length.</summary>
    public const int LargestCapacity = 1 << 20;

    public static JsonReaderOptions Reader { get; } = new() { MaxDepth = DeepestNesting };

    /// <summary>Whether every surrogate in a text has its partner, so that UTF-8 can hold the text.</summary>
    public static bool IsWellFormed(ReadOnlySpan<char> text)
    {
        while (true)
        {
            var surrogate = text.IndexOfAnyInRange('\uD800', '\uDFFF');
            if (surrogate < 0) return true;
            text = text[surrogate..];
            if (Rune.DecodeFromUtf16(text, out _, out var length) != System.Buffers.OperationStatus.Done) return false;
            text = text[length..];
        }
    }
}
