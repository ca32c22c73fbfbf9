using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace Memo.Package.Tests.Values.Judging;

/// <summary>
/// Describes an object so that two have one description exactly if no program can tell them apart: run-time types, all fields down to the
/// bits, which references lead to one object. It is compiled into the program under test as well, and uses nothing of what is tested.
/// </summary>
internal sealed partial class Judge
{
    private const int Stack = 512 << 20; // for long chains of nodes, which are walked by recursion

    private readonly StringBuilder _text = new();
    private readonly Dictionary<object, int> _seen = new(ReferenceEqualityComparer.Instance);

    public static string Describe(object? value)
    {
        var judge = new Judge();
        judge.Any(value);
        return judge._text.ToString();
    }

    private void Deeper(object? value)
    {
        Exception? failure = null;
        var thread = new Thread(() =>
        {
            try { Any(value); }
            catch (Exception exception) { failure = exception; } // goes on below, on the caller's thread
        }, Stack);
        thread.Start();
        thread.Join();
        if (failure is not null) throw new InvalidOperationException($"cannot describe a {value?.GetType()}", failure);
    }

    private void Any(object? value)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            Deeper(value);
            return;
        }
        switch (value)
        {
            case null: Leaf("null", ""); break;
            case string text: Leaf("string", string.Join('.', text.Select(Unit))); break; // whether two equal strings are one object is the compiler's business
            case char unit: Leaf("char", Unit(unit)); break;
            case double number: Leaf("double", BitConverter.DoubleToUInt64Bits(number).ToString("x16", CultureInfo.InvariantCulture)); break;
            case float number: Leaf("float", BitConverter.SingleToUInt32Bits(number).ToString("x8", CultureInfo.InvariantCulture)); break;
            case Enum number: Leaf(number.GetType(), number.ToString("d")); break;
            case Type or MemberInfo or Assembly or Delegate or Task or Thread: Leaf(value.GetType(), value); break; // what they stand for is not in their fields
            case not null when value.GetType() is { IsPrimitive: true } type: Leaf(type, value); break;
            case ValueType: Object(value); break;
            case not null when IsValue(value.GetType()): Object(value); break;
            default: Reference(value); break;
        }
    }

    /// <summary>
    /// What compares by what is in it and keeps that: only <see cref="object.ReferenceEquals"/> sees whether two are one, and the design takes them for values.
    /// That is a record without fields that can be set, and a class of the framework with an operator for it.
    /// </summary>
    private static bool IsValue(Type type) => type.Assembly == typeof(Judge).Assembly
        ? type.GetMethod("Equals", [type]) is { } equals && equals.IsDefined(typeof(CompilerGeneratedAttribute)) && FieldsOf(type).All(field => field.IsInitOnly)
        : type.GetMethod("op_Equality", [type, type]) is not null;

    private void Reference(object value)
    {
        if (!_seen.TryAdd(value, _seen.Count)) Leaf("again", _seen[value]);
        else if (value is Array array) Items(array);
        else Object(value);
    }

    private void Items(Array array)
    {
        Begin(array.GetType());
        for (var dimension = 0; dimension < array.Rank; dimension++) Field("from", array.GetLowerBound(dimension), array.GetLength(dimension));
        foreach (var item in array) Inner(item);
        End();
    }

    private void Object(object value)
    {
        Begin(value.GetType());
        if (!Known(value))
        {
            foreach (var field in FieldsOf(value.GetType())) Field(field.Name, field.GetValue(value));
            if (IsRepeated(value.GetType())) Inner(Convert.ToHexString(Bits(value)));
        }
        End();
    }

    // Reflection shows the first element only. None of the cases has references in one.
    private static bool IsRepeated(Type type) => type.IsDefined(typeof(InlineArrayAttribute)) || type.Name.EndsWith("e__FixedBuffer", StringComparison.Ordinal);

    private static ReadOnlySpan<byte> Bits(object box)
    {
        var size = (int)typeof(Unsafe).GetMethod(nameof(Unsafe.SizeOf))!.MakeGenericMethod(box.GetType()).Invoke(null, null)!;
        return System.Runtime.InteropServices.MemoryMarshal.CreateReadOnlySpan(ref Unsafe.As<Box>(box).First, size);
    }

    private static IEnumerable<FieldInfo> FieldsOf(Type? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly).OrderBy(f => f.MetadataToken))
                if (!Unseen.Contains((type.Name, field.Name))) yield return field;
        }
    }

    private void Begin(Type type) => _text.Append(CultureInfo.InvariantCulture, $"{type}{{");

    private void End() => _text.Append('}');

    private void Leaf(object type, object what) => _text.Append(CultureInfo.InvariantCulture, $"{type}:{what}");

    private void Field(string name, params ReadOnlySpan<object?> values)
    {
        _text.Append(CultureInfo.InvariantCulture, $" {name}=");
        foreach (var value in values) Any(value);
    }

    private void Inner(object? value)
    {
        _text.Append(' ');
        Any(value);
    }

    private static string Unit(char unit) => ((int)unit).ToString("x4", CultureInfo.InvariantCulture);

    private sealed class Box
    {
#pragma warning disable CS0649 // never written: it lies where every box has its first byte
        public byte First;
#pragma warning restore CS0649
    }
}
