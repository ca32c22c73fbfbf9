using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Encodings;

/// <summary>The closed table of the framework's types that can be part of keys and results. A type that is not here is refused.</summary>
internal static class FrameworkForms
{
    private const string Parts = "global::Memo.Parts.MemoryParts";
    private const string Wrapped = "global::Memo.Parts.WrappedCollections";
    private const string Immutable = "global::System.Collections.Immutable.";
    private const string Frozen = "global::System.Collections.Frozen.";

    private static readonly string[] s_pair = ["item.Key", "item.Value"];

    private static readonly CollectionForm s_sequence = new();
    private static readonly CollectionForm s_dictionary = new() { Parts = s_pair, Add = "result.Add({0}, {1})", Comparer = "value.Comparer", Make = "new {type}(count, comparer)" };

    private static readonly string[] s_enumerable =
    [
        "System.Collections.Generic.List`1", "System.Collections.Generic.HashSet`1", "System.Collections.ObjectModel.ReadOnlyCollection`1", "System.Collections.Immutable.ImmutableArray`1",
        "System.Collections.Immutable.ImmutableList`1", "System.Collections.Generic.SortedSet`1", "System.Collections.Generic.Queue`1", "System.Collections.Generic.LinkedList`1",
        "System.Collections.ObjectModel.Collection`1",
    ];

    private static readonly string[] s_sets = ["System.Collections.Generic.HashSet`1", "System.Collections.Generic.SortedSet`1", "System.Collections.ObjectModel.ReadOnlySet`1"];

    private static readonly string[] s_dictionaries =
    [
        "System.Collections.Generic.Dictionary`2", "System.Collections.Generic.SortedDictionary`2", "System.Collections.Generic.OrderedDictionary`2",
        "System.Collections.Generic.SortedList`2", "System.Collections.ObjectModel.ReadOnlyDictionary`2",
    ];

    /// <summary>By metadata name.</summary>
    public static readonly Dictionary<string, CollectionForm> Collections = new()
    {
        ["System.Collections.Generic.List`1"] = s_sequence with { Make = "new {type}(count)", Span = "global::System.Runtime.InteropServices.CollectionsMarshal.AsSpan(value)" },
        ["System.Collections.Generic.LinkedList`1"] = s_sequence with { Add = "result.AddLast({0})" },
        ["System.Collections.Generic.Queue`1"] = s_sequence with { Make = "new {type}(count)", Add = "result.Enqueue({0})" },
        ["System.Collections.Generic.Stack`1"] = s_sequence with { Make = "new {type}(count)", Add = "result.Push({0})", IsBackwards = true },
        // In the order of its heap, which is also a heap: added in that order, no element moves.
        ["System.Collections.Generic.PriorityQueue`2"] = new()
        {
            Items = "value.UnorderedItems", Parts = ["item.Element", "item.Priority"], Make = "new {type}(count, comparer)", Add = "result.Enqueue({0}, {1})", Comparer = "value.Comparer", Compared = 1, IsSorted = true,
        },
        ["System.Collections.Generic.HashSet`1"] = s_sequence with { Make = "new {type}(count, comparer)", Comparer = "value.Comparer", HasGaps = true },
        ["System.Collections.Generic.SortedSet`1"] = s_sequence with { Make = "new {type}(comparer)", Comparer = "value.Comparer", IsSorted = true },
        ["System.Collections.Generic.Dictionary`2"] = s_dictionary with { HasGaps = true },
        ["System.Collections.Generic.OrderedDictionary`2"] = s_dictionary,
        ["System.Collections.Generic.SortedDictionary`2"] = s_dictionary with { Make = "new {type}(comparer)", IsSorted = true },
        ["System.Collections.Generic.SortedList`2"] = s_dictionary with { IsSorted = true },
        ["System.Collections.ObjectModel.ObservableCollection`1"] = s_sequence with { Refusal = ($"{Wrapped}.IsObserved(value)", "is observed by somebody") },
        ["System.Collections.Concurrent.ConcurrentQueue`1"] = s_sequence with { Add = "result.Enqueue({0})" },
        ["System.Collections.Concurrent.ConcurrentStack`1"] = s_sequence with { Add = "result.Push({0})", IsBackwards = true },
        ["System.Collections.Concurrent.ConcurrentDictionary`2"] = s_dictionary with { Make = "new {type}(items, comparer)", Add = null, IsUnordered = true },
        ["System.Collections.Immutable.ImmutableList`1"] = s_sequence with { Make = $"{Immutable}ImmutableList.CreateRange(items)", Add = null },
        ["System.Collections.Immutable.ImmutableQueue`1"] = s_sequence with { Make = $"{Immutable}ImmutableQueue.CreateRange(items)", Add = null, Count = "global::System.Linq.Enumerable.Count(value)" },
        ["System.Collections.Immutable.ImmutableStack`1"] = s_sequence with { Make = $"{Immutable}ImmutableStack.CreateRange(items)", Add = null, IsBackwards = true, Count = "global::System.Linq.Enumerable.Count(value)" },
        ["System.Collections.Immutable.ImmutableSortedSet`1"] = s_sequence with { Make = $"{Immutable}ImmutableSortedSet.CreateRange(comparer, items)", Add = null, Comparer = "value.KeyComparer", IsSorted = true },
        ["System.Collections.Immutable.ImmutableSortedDictionary`2"] = s_dictionary with
        {
            Make = $"{Immutable}ImmutableSortedDictionary.CreateRange(comparer, items)", Add = null, Comparer = "value.KeyComparer", IsSorted = true, ValueComparer = "value.ValueComparer",
        },
        ["System.Collections.Immutable.ImmutableHashSet`1"] = s_sequence with { Make = $"{Immutable}ImmutableHashSet.CreateRange(comparer, items)", Add = null, Comparer = "value.KeyComparer", IsUnordered = true },
        ["System.Collections.Immutable.ImmutableDictionary`2"] = s_dictionary with
        {
            Make = $"{Immutable}ImmutableDictionary.CreateRange(comparer, items)", Add = null, Comparer = "value.KeyComparer", IsUnordered = true, ValueComparer = "value.ValueComparer",
        },
        ["System.Collections.Frozen.FrozenSet`1"] = s_sequence with { Make = $"{Frozen}FrozenSet.ToFrozenSet(items, comparer)", Add = null, Comparer = "value.Comparer", IsUnordered = true, IsFamily = true },
        ["System.Collections.Frozen.FrozenDictionary`2"] = s_dictionary with { Make = $"{Frozen}FrozenDictionary.ToFrozenDictionary(items, comparer)", Add = null, IsUnordered = true, IsFamily = true },
    };

    /// <summary>By metadata name.</summary>
    public static readonly Dictionary<string, CompositeForm> Composites = new()
    {
        ["System.Collections.Generic.KeyValuePair`2"] = new(CompositePart.OfArgument("key", "value.Key", 0), CompositePart.OfArgument("value", "value.Value", 1)),
        ["System.Collections.DictionaryEntry"] = new(Part("key", "value.Key", SpecialType.System_Object), Part("value", "value.Value", SpecialType.System_Object)),
        ["System.ValueTuple"] = new() { Make = "default" },
        ["System.ValueTuple`1"] = Items(1),
        ["System.Tuple`1"] = Items(1), ["System.Tuple`2"] = Items(2), ["System.Tuple`3"] = Items(3), ["System.Tuple`4"] = Items(4), ["System.Tuple`5"] = Items(5), ["System.Tuple`6"] = Items(6), ["System.Tuple`7"] = Items(7),
        ["System.Tuple`8"] = new([.. Items(7).Parts, CompositePart.OfArgument("rest", "value.Rest", 7)]),
        ["System.Numerics.Complex"] = new(Part("real", "value.Real", SpecialType.System_Double), Part("imaginary", "value.Imaginary", SpecialType.System_Double)),
        ["System.Text.Rune"] = new(Part("value", "value.Value", SpecialType.System_Int32)),
        ["System.Index"] = new(Part("value", "value.Value", SpecialType.System_Int32), Part("fromEnd", "value.IsFromEnd", SpecialType.System_Boolean)),
        ["System.Range"] = new(Index("start", "value.Start"), Index("end", "value.End")),
        ["System.Drawing.Point"] = Numbers(SpecialType.System_Int32, "X", "Y"), ["System.Drawing.PointF"] = Numbers(SpecialType.System_Single, "X", "Y"),
        ["System.Drawing.Size"] = Numbers(SpecialType.System_Int32, "Width", "Height"), ["System.Drawing.SizeF"] = Numbers(SpecialType.System_Single, "Width", "Height"),
        ["System.Drawing.Rectangle"] = Numbers(SpecialType.System_Int32, "X", "Y", "Width", "Height"), ["System.Drawing.RectangleF"] = Numbers(SpecialType.System_Single, "X", "Y", "Width", "Height"),
        ["System.Collections.Specialized.BitVector32"] = Numbers(SpecialType.System_Int32, "Data"),
        ["System.ArraySegment`1"] = new(Array("array", "value.Array"), Part("offset", "value.Offset", SpecialType.System_Int32), Part("count", "value.Count", SpecialType.System_Int32)) { Make = $"{Parts}.Segment({{parts}})" },
        ["System.Memory`1"] = Memory("Memory"),
        ["System.ReadOnlyMemory`1"] = Memory("Memory"),
        ["System.Collections.ObjectModel.Collection`1"] = new(CompositePart.OfGeneric("items", $"{Wrapped}.Of(value)", "System.Collections.Generic.IList`1")),
        ["System.Collections.ObjectModel.ReadOnlyCollection`1"] = new(CompositePart.OfGeneric("items", $"{Wrapped}.Of(value)", "System.Collections.Generic.IList`1")),
        ["System.Collections.ObjectModel.ReadOnlySet`1"] = new(CompositePart.OfGeneric("items", $"{Wrapped}.Of(value)", "System.Collections.Generic.ISet`1")),
        ["System.Collections.ObjectModel.ReadOnlyDictionary`2"] = new(CompositePart.OfGeneric("items", $"{Wrapped}.Of(value)", "System.Collections.Generic.IDictionary`2")),
    };

    /// <summary>A range of a text instead of an array can be behind memory of characters.</summary>
    public static readonly CompositeForm MemoryOfCharacters = new(
        Part("text", $"{Parts}.Text(value)", SpecialType.System_String), Part("start", $"{Parts}.Start(value)", SpecialType.System_Int32), Part("length", "value.Length", SpecialType.System_Int32),
        CompositePart.OfGeneric("segment", $"{Parts}.Segment(value)", "System.ArraySegment`1"))
    {
        Make = $"{Parts}.Memory({{parts}})", Refusal = ($"!{Parts}.IsOfArrayOrText(value)", "is memory of neither an array nor a text"),
    };

    /// <summary>
    /// What may stand behind an interface, by metadata names. None whose order only hash codes give: code that enumerates the interface
    /// cannot be told to be nondeterministic.
    /// </summary>
    public static readonly Dictionary<string, string[]> Interfaces = new()
    {
        ["System.Collections.Generic.IEnumerable`1"] = s_enumerable,
        ["System.Collections.Generic.IReadOnlyCollection`1"] = s_enumerable,
        ["System.Collections.Generic.ICollection`1"] = s_enumerable,
        ["System.Collections.Generic.IReadOnlyList`1"] = s_enumerable,
        ["System.Collections.Generic.IList`1"] = s_enumerable,
        ["System.Collections.Generic.ISet`1"] = s_sets,
        ["System.Collections.Generic.IReadOnlySet`1"] = s_sets,
        ["System.Collections.Generic.IDictionary`2"] = s_dictionaries,
        ["System.Collections.Generic.IReadOnlyDictionary`2"] = s_dictionaries,
    };

    private static CompositePart Part(string name, string access, SpecialType type) => CompositePart.Of(name, access, type);

    private static CompositePart Index(string name, string access) => new(name, access, (_, compilation) => compilation.GetTypeByMetadataName("System.Index")!);

    private static CompositePart Array(string name, string access) => new(name, access, (type, compilation) => compilation.CreateArrayTypeSymbol(type.TypeArguments[0]));

    private static CompositeForm Items(int count) => new([.. Enumerable.Range(0, count).Select(i => CompositePart.OfArgument($"item{i + 1}", $"value.Item{i + 1}", i))]);

    private static CompositeForm Numbers(SpecialType type, params string[] names) => new([.. names.Select(name => Part(char.ToLowerInvariant(name[0]) + name.Substring(1), "value." + name, type))]);

    private static CompositeForm Memory(string make) => new(CompositePart.OfGeneric("segment", $"{Parts}.Segment<{{T}}>(value)", "System.ArraySegment`1"))
    {
        Make = $"{Parts}.{make}({{parts}})", Refusal = ($"!{Parts}.IsOfArray<{{T}}>(value)", "is memory of no array"),
    };
}
