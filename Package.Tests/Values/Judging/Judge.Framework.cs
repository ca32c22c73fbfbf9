using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Collections.ObjectModel;
using System.Collections.Specialized;
using System.Globalization;
using System.Net;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Memo.Package.Tests.Values.Judging;

// Objects of the framework whose fields say more than a program can see.
internal sealed partial class Judge
{
    private static readonly HashSet<(string Type, string Field)> Unseen =
    [
        // made when first asked for
        (nameof(IPAddress), "_toString"), (nameof(IPAddress), "_hashCode"),
        ("ReadOnlyDictionary`2", "_keys"), ("ReadOnlyDictionary`2", "_values"), ("ObservableCollection`1", "_monitor"),
        // an address
        (nameof(WeakReference), "_taggedHandle"), ("WeakReference`1", "_taggedHandle"),
        // where the exception was thrown
        (nameof(Exception), "_stackTrace"), (nameof(Exception), "_stackTraceString"), (nameof(Exception), "_remoteStackTraceString"), (nameof(Exception), "_source"),
        (nameof(Exception), "_exceptionMethod"), (nameof(Exception), "_watsonBuckets"), (nameof(Exception), "_ipForWatsonBuckets"),
    ];

    // They show what they were made of, and keep nothing else: the very list, a part of the very array.
    private static readonly HashSet<Type> Views =
    [
        typeof(Collection<>), typeof(ObservableCollection<>), typeof(ReadOnlyCollection<>), typeof(ReadOnlyObservableCollection<>),
        typeof(ReadOnlyDictionary<,>), typeof(ReadOnlySet<>), typeof(ArraySegment<>), typeof(ImmutableArray<>),
    ];

    // Their order follows hash codes, and those of strings are other ones in each process.
    private static readonly HashSet<Type> Hashed = [typeof(ConcurrentDictionary<,>), typeof(ImmutableHashSet<>), typeof(ImmutableDictionary<,>)];

    private static readonly string[] Telling = ["Key", "Comparer", "KeyComparer", "ValueComparer"];

    /// <summary>Describes what can be seen of the object, if that is not its fields.</summary>
    private bool Known(object value)
    {
        switch (value)
        {
            case Uri uri: // finds its parts when asked for them
                Inner(uri.OriginalString);
                Inner(uri.UserEscaped);
                Inner(uri.IsAbsoluteUri ? uri.AbsoluteUri : null);
                return true;
            case StringBuilder text: // chunks and capacity change nothing that is read or appended
                Inner(text.ToString());
                Inner(text.MaxCapacity);
                return true;
            case CultureInfo culture: // loads its data when asked for
                Inner(culture.Name);
                Inner(culture.IsReadOnly);
                Inner(culture.UseUserOverride);
                Inner(culture.NumberFormat.NumberDecimalSeparator + culture.NumberFormat.NumberGroupSeparator + culture.DateTimeFormat.ShortDatePattern);
                return true;
            case JsonElement element: // one of many views of one buffer
                Inner(element.ValueKind);
                Inner(element.ValueKind == JsonValueKind.Undefined ? null : element.GetRawText());
                return true;
            case JsonDocument document:
                Inner(document.RootElement);
                return true;
            case JsonNode node: // a parsed one reads its text when asked for
                Inner(node.ToJsonString());
                Inner(node.Parent is null);
                return true;
            case NameValueCollection pairs:
                foreach (var key in pairs.AllKeys) Field("key", key, pairs.GetValues(key));
                return true;
            case Stream or CancellationTokenSource or TimeZoneInfo or Encoding or System.Text.RegularExpressions.Regex or System.Data.DataTable
                or System.Xml.XmlNode or System.Xml.Linq.XNode: // resources and identities: refused by type, so that only equal text is asked for
                Inner(value.ToString());
                return true;
            default:
                return Window(value) || Collection(value);
        }
    }

    private bool Window(object value)
    {
        if (value.GetType() is not { IsGenericType: true } type) return false;
        var open = type.GetGenericTypeDefinition();
        if (open == typeof(PriorityQueue<,>)) // the order of the heap decides in which order equal ones leave it
        {
            Field("Comparer", type.GetProperty("Comparer")!.GetValue(value));
            foreach (var item in (IEnumerable)type.GetProperty("UnorderedItems")!.GetValue(value)!) Inner(item);
            return true;
        }
        if (open != typeof(Memory<>) && open != typeof(ReadOnlyMemory<>)) return false;
        foreach (var item in (Array)type.GetMethod("ToArray")!.Invoke(value, null)!) Inner(item); // what lies beside a window cannot be seen through it
        if (FieldsOf(type).First(field => field.Name == "_object").GetValue(value) is { } looked && !_seen.TryAdd(looked, _seen.Count))
            foreach (var field in FieldsOf(type)) Field(field.Name, field.FieldType == typeof(object) ? _seen[looked] : field.GetValue(value)); // which part of what others look on
        return true;
    }

    /// <summary>A collection is its comparers and its items in order; not its capacity, nor how often it was changed. Of a derived one, all that it adds to its base.</summary>
    private bool Collection(object value)
    {
        var type = value.GetType();
        while (type!.Assembly == typeof(Judge).Assembly) type = type.BaseType;
        if (value is not IEnumerable items || !type.IsAssignableTo(typeof(IEnumerable)) || Views.Contains(type.IsGenericType ? type.GetGenericTypeDefinition() : type)) return false;
        foreach (var field in FieldsOf(value.GetType()).TakeWhile(field => field.DeclaringType != type)) Field(field.Name, field.GetValue(value));
        foreach (var name in Telling)
            if (type.GetProperty(name) is { } property) Field(name, property.GetValue(value));
        if (type.IsGenericType && Hashed.Contains(type.GetGenericTypeDefinition()) && type.GetGenericArguments()[0] == typeof(string)) InAnyOrder(items);
        else foreach (var item in items) Inner(item);
        return true;
    }

    private void InAnyOrder(IEnumerable items)
    {
        var start = _text.Length;
        var described = new List<string>();
        foreach (var item in items)
        {
            Inner(item);
            described.Add(_text.ToString(start, _text.Length - start));
            _text.Length = start;
        }
        described.Sort(StringComparer.Ordinal);
        _text.AppendJoin("", described);
    }
}
