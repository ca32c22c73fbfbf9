using System.Collections;
using System.Reflection;

namespace Memo.Package.Tests.Values.Judging;

/// <summary>What a caller does to a result, where no better idea is given: everything in it that can be changed is changed, by the ways that are open to every caller.</summary>
internal static class Changes
{
    public static void Of(object? value)
    {
        var reached = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var ahead = new Stack<object?>([value]);
        while (ahead.TryPop(out var next))
        {
            if (next is null or string or Type or Delegate || !reached.Add(next)) continue;
            foreach (var inner in Inside(next)) ahead.Push(inner);
        }
        foreach (var found in reached) Change(found);
    }

    private static bool IsOwn(object value) => value.GetType().Assembly == typeof(Changes).Assembly;

    private static IEnumerable<object?> Inside(object value) => value switch
    {
        Array array => array.Cast<object?>(),
        IDictionary dictionary => dictionary.Values.Cast<object?>(),
        IList list => list.Cast<object?>(),
        _ when IsOwn(value) => FieldsOf(value).Select(field => field.GetValue(value)),
        _ => [],
    };

    private static void Change(object value)
    {
        if (value is Array array) Array.Clear(array);
        else if (value is IDictionary { IsReadOnly: false, IsFixedSize: false } dictionary) Replace(dictionary);
        else if (value is IList { IsReadOnly: false, IsFixedSize: false } list) Rotate(list);
        if (!IsOwn(value) || value is ValueType) return;
        foreach (var field in FieldsOf(value).Where(field => !field.IsInitOnly)) field.SetValue(value, null);
    }

    private static void Replace(IDictionary dictionary)
    {
        if (dictionary.Keys.Cast<object>().FirstOrDefault() is not { } key) return;
        var value = dictionary[key];
        dictionary.Remove(key);
        dictionary.Add(key, value);
    }

    private static void Rotate(IList list)
    {
        if (list.Count == 0) return;
        var first = list[0];
        list.RemoveAt(0);
        list.Add(first);
        list.Add(first);
    }

    private static IEnumerable<FieldInfo> FieldsOf(object value)
    {
        for (var type = value.GetType(); type!.Assembly == typeof(Changes).Assembly; type = type.BaseType)
        {
            foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)) yield return field;
        }
    }
}
