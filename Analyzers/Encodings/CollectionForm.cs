namespace Memo.Analyzers.Encodings;

/// <summary>
/// How a collection of the framework is taken apart and made again, as expressions of generated code: <c>value</c> is the collection,
/// <c>item</c> one of what it enumerates, <c>count</c> how many, <c>comparer</c> a comparer for its texts or null, <c>{type}</c> its name, <c>{0}</c> and
/// <c>{1}</c> the parts of an item.
/// </summary>
internal sealed record CollectionForm
{
    /// <summary>What is enumerated, in the order that everybody sees.</summary>
    public string Items { get; init; } = "value";

    /// <summary>How many items there are.</summary>
    public string Count { get; init; } = "value.Count";

    /// <summary>The parts of an item, one for each type argument.</summary>
    public string[] Parts { get; init; } = ["item"];

    /// <summary>A new and empty one, to which <see cref="Add"/> adds; or with <c>items</c>, one that is made of an array of all.</summary>
    public string Make { get; init; } = "new {type}()";

    /// <summary>Null where <see cref="Make"/> takes all items at once.</summary>
    public string? Add { get; init; } = "result.Add({0})";

    /// <summary>What was added last is enumerated first.</summary>
    public bool IsBackwards { get; init; }

    /// <summary>What it compares items with, where that can be chosen.</summary>
    public string? Comparer { get; init; }

    /// <summary>Which type argument it compares.</summary>
    public int Compared { get; init; }

    /// <summary>It puts items into an order, and compares with an <c>IComparer</c>.</summary>
    public bool IsSorted { get; init; }

    /// <summary>What it compares the values of a dictionary with; only the default one is accepted.</summary>
    public string? ValueComparer { get; init; }

    /// <summary>Hash codes alone give the order of enumeration.</summary>
    public bool IsUnordered { get; init; }

    /// <summary>The framework derives types of its own from it, whose names say nothing.</summary>
    public bool IsFamily { get; init; }

    /// <summary>Removed elements leave gaps that what is added later fills.</summary>
    public bool HasGaps { get; init; }

    /// <summary>A condition under which a value stands for more than its items, and the reason.</summary>
    public (string Condition, string Reason)? Refusal { get; init; }

    /// <summary>An expression of an array that <c>CollectionsMarshal</c> or the language gives a span of.</summary>
    public string? Span { get; init; }
}
