using System.Reflection;

namespace Memo.Analyzers.Tests.Hashing;

/// <summary>
/// Every phrase of what must and what must not change a hash has pairs of programs; the table of docs/proof.md says how many. The pairs
/// themselves are tested where they stand.
/// </summary>
public sealed class PhraseTests
{
    private static readonly (string Phrase, string[] Pairs)[] s_mustNotChange =
    [
        ("comments", ["Text: a comment is added", "Text: a comment is changed"]),
        ("white space", ["Text: white space", "Text: an empty statement is nothing", "Text: braces"]),
        ("`#region` and other directives", ["Text: a region", "Text: a pragma", "Text: code that the preprocessor drops"]),
        ("documentation", ["Text: documentation"]),
        ("names of locals", ["Names: a local", "Names: a pattern variable", "Names: a loop variable", "Names: a deconstructed local", "Names: a range variable", "Names: an out variable", "Names: an exception variable"]),
        ("names of parameters", ["Names: a parameter", "Names: a helper's parameter", "Names: a parameter that a template names"]),
        ("names of labels", ["Names: a label"]),
        ("names of lambdas' parameters", ["Names: a lambda's parameter"]),
        ("order of methods", ["Order: of methods", "Order: the memoized method is moved down", "Order: of overrides that the framework calls", "Order: of indexers", "Order: of a field and a property that computes", "Text: where a local function stands", "Declarations: the order of methods of a type that is serialized"]),
        ("order of types", ["Order: of types"]),
        ("order of usings", ["Order: of usings", "Order: a using is added"]),
        ("order of files", ["Compilation: The_order_of_the_files_does_not_count"]),
        ("a method moves to another file or part", ["Order: a method is moved to another part", "Order: a class becomes partial", "Order: a file-scoped namespace", "Compilation: Moving_a_method_to_another_file_does_not_count"]),
        ("expression body or block body", ["Spelling: a block body", "Spelling: a helper's block body", "Spelling: a property's block body", "Spelling: a lambda's block body"]),
        ("`var` or the type", ["Spelling: var", "Spelling: a target-typed new", "Spelling: the type of a loop variable", "Spelling: a typed lambda parameter", "Spelling: type arguments that are inferred"]),
        ("parentheses", ["Spelling: parentheses"]),
        ("`this.`", ["Spelling: this."]),
        ("qualification", ["Spelling: qualification of a member", "Spelling: qualification of a type", "Spelling: a static using", "Spelling: an extension method in its other form"]),
        ("alias", ["Spelling: an alias", "Spelling: a keyword for a type"]),
        ("a literal's spelling", ["Spelling: a hexadecimal literal", "Spelling: a binary literal with separators", "Spelling: the spelling of a floating-point literal", "Spelling: the spelling of a character"]),
        ("verbatim, raw or escaped string", ["Spelling: a verbatim string", "Spelling: a raw string", "Spelling: an escaped string"]),
        ("a constant or its value", ["Spelling: a constant for its value", "Spelling: a constant expression for its value", "Spelling: a local constant", "Spelling: nameof and the same text"]),
        ("accessibility", ["Declarations: accessibility", "Declarations: a helper's accessibility"]),
        ("nullable annotations", ["Declarations: a nullable annotation", "Declarations: a null-forgiving operator", "Advice: to the compiler's flow analysis", "Compilation: Nullable_annotations_off_does_not_count"]),
        ("`[Obsolete]`", ["Declarations: [Obsolete]", "Advice: to debuggers", "Advice: to be compiled into its callers"]),
        ("analyzer suppressions", ["Declarations: [SuppressMessage]", "Text: a pragma"]),
        ("a method that it cannot reach", ["Declarations: an unreachable method is changed", "Declarations: an unreachable method is added", "Declarations: an overload that is not chosen", "Declarations: a static that is not read", "Declarations: a type that is not reached", "Declarations: a subclass that the closure cannot hold", "Declarations: a method is added to a type that is reached"]),
        ("the name of a private or internal helper", ["Names: a private helper", "Names: an internal helper", "Names: a local function", "Names: private helpers that call each other", "Names: a static class"]),
        ("line endings outside of literals", ["Text: line endings"]),
        ("the folder, the time, the build", ["Compilation: The_folder_of_the_sources_does_not_count", "Compilation: A_program_compiled_twice_has_one_hash", "Compilation: Optimization_does_not_count"]),
    ];

    private static readonly (string Phrase, string[] Pairs)[] s_mustChange =
    [
        ("operators", ["Operations: an operator", "Operations: a comparison", "Operations: a shift", "Operations: a compound assignment", "Operations: prefix for postfix", "Reached: an operator"]),
        ("overload resolution", ["Calls: another overload", "Calls: an overload that is better", "Operations: the type of what is on the stack"]),
        ("literal values", ["Operations: a literal", "Operations: a string literal", "Operations: a line ending in a literal", "Operations: negative zero", "Operations: the last bit of a double", "Operations: the scale of a decimal", "Operations: the suffix of a literal"]),
        ("`checked`", ["Operations: checked", "Operations: unchecked block", "Conversions: that is checked in a loop", "Compilation: Overflow_checking_counts"]),
        ("order of evaluation", ["Operations: the order of operands", "Operations: the order of statements", "Operations: the order in which named arguments are evaluated", "Operations: the order in which local functions are called"]),
        ("types in casts", ["Types: a cast", "Types: as", "Types: boxing as another type"]),
        ("types in `is`", ["Types: is", "Types: a catch-all type pattern"]),
        ("types in `typeof`", ["Types: typeof"]),
        ("types in generics", ["Types: a type argument", "Types: the type of a created object", "Owners: type arguments of an outer type, of a method"]),
        ("types in `default`", ["Types: default", "Operations: null and default"]),
        ("implicit conversions and their kinds", ["Types: an implicit conversion", "Reached: an implicit conversion", "Conversions: of an element", "Conversions: of a spread's elements", "Conversions: of a nullable"]),
        ("definite enum values", ["Shapes: of an enum value that is used", "Shapes: of an enum's members' values", "Shapes: of an enum's underlying type"]),
        ("caller-info values", ["Calls: caller info", "Calls: an argument's text that is a value", "Calls: a local's name that is a value", "Calls: the caller's name that is a value"]),
        ("conditional calls", ["Reached: a conditional method that is dropped", "Compilation: A_conditional_call_that_the_build_keeps_counts"]),
        ("captured variables", ["Operations: a captured variable", "Operations: a copy is captured", "Operations: a variable declared outside the loop that a lambda captures"]),
        ("async or iterator shape", ["Reached: async for a faulted task", "Reached: an iterator for a list", "Steering: which parameter stops an iterator", "Steering: what builds a task"]),
        ("`nameof` values", ["Types: nameof"]),
        ("default argument values", ["Calls: a default argument", "Constructors: a default of a primary constructor", "Constructors: a default of a pattern Dispose"]),
        ("string comparison and culture arguments", ["Calls: a comparison argument", "Calls: a comparer", "Calls: a culture argument"]),
        ("attributes that a serializer reads", ["Reached: an attribute that a serializer reads", "Reached: an attribute that keeps a member from a serializer"]),
        ("attributes that a regex generator reads", ["Reached: the pattern that a generator reads", "Reached: the options that a generator reads"]),
        ("attributes that the compiler and the runtime read", ["Steering: memory that is not cleared", "Steering: one thread at a time", "Steering: a static of each thread"]),
        ("the initializer of every static that is read", ["Reached: a static initializer", "Reached: a static constructor", "Reached: a lookup table", "Reached: a static property's initializer", "Reached: what a static initializer calls", "Reached: the order of static initializers"]),
        ("shape: kind, base, interfaces", ["Shapes: class for struct", "Shapes: record for class", "Shapes: the base of a type", "Shapes: an interface of a type"]),
        ("shape: fields and auto-properties in order", ["Shapes: the type of a field", "Shapes: a field is added to a result", "Shapes: the type of a parameter's field", "Members: the place of an event's field among a struct's fields"]),
        ("shape: members that the compiler writes", ["Shapes: of a record's members in order", "Shapes: of a record's equality", "Shapes: of a struct's equality", "Members: a property that a record prints"]),
        ("names that become values", ["Shapes: the name of a type that becomes a value", "Shapes: of an enum's name that becomes text", "Shapes: of a record whose text shows its members' names", "Members: the name of what a record prints"]),
        ("what is called, however deep", ["Reached: a helper", "Reached: a helper's helper", "Reached: a getter", "Reached: a constructor", "Reached: a method group", "Reached: an iterator", "Reached: an awaited method", "Reached: one of two methods that call each other", "Reached: another memoized method"]),
        ("an override on a type that the closure can hold", ["Reached: an override", "Reached: an added override on a type that is made", "Reached: an implementation of an interface", "Reached: a default interface member", "Reached: a static abstract member"]),
        ("operations without a model", ["Reached: the size of what a pointer walks", "Reached: what is fixed", "Operations: what is on the stack", "Operations: the size of memory on the stack"]),
    ];

    // The sources of the pairs, by what their tests assert.
    private static readonly string[] s_same = ["Text", "Names", "Order", "Spelling", "Declarations", "Advice", "NotGiven", "Unreached"];
    private static readonly string[] s_different =
        ["Operations", "Types", "Calls", "Reached", "Shapes", "Places", "Receivers", "Parameters", "Owners", "Members", "Conversions", "Constructors", "Awaits", "Steering", "Derived", "Called", "Known", "Open"];

    private static readonly ILookup<string, string> s_pairs = Sources().ToLookup(pair => pair.Source, pair => pair.Source + ": " + pair.Phrase);

    [Test]
    public void Each_phrase_has_a_pair_that_is_there() => Assert.Multiple(() =>
    {
        AssertAreThere(s_mustNotChange, s_same);
        AssertAreThere(s_mustChange, s_different);
    });

    [Test]
    public void There_are_more_than_two_hundred_pairs()
    {
        Assert.Multiple(() =>
        {
            Assert.That(s_same.Sum(source => s_pairs[source].Count()), Is.AtLeast(75));
            Assert.That(s_different.Sum(source => s_pairs[source].Count()), Is.AtLeast(150));
        });
    }

    [Test]
    public void The_page_has_the_same_table()
    {
        var rows = File.ReadLines(Path.Combine(Rules.RuleTable.Root, "docs", "proof.md")).Where(line => line.StartsWith("| must ", StringComparison.Ordinal));
        Assert.That(rows, Is.EqualTo(Rows("must not change it", s_mustNotChange).Concat(Rows("must change it", s_mustChange))));
    }

    private static IEnumerable<string> Rows(string kind, (string Phrase, string[] Pairs)[] phrases) =>
        phrases.Select(row => $"| {kind} | {row.Phrase} | {string.Join("; ", row.Pairs.Select(pair => pair[(pair.IndexOf(": ", StringComparison.Ordinal) + 2)..].Replace('_', ' ')))} |");

    private static void AssertAreThere((string Phrase, string[] Pairs)[] phrases, string[] sources)
    {
        var known = sources.Append("Compilation").SelectMany(source => s_pairs[source]).ToHashSet();
        foreach (var (phrase, pairs) in phrases)
        {
            Assert.That(pairs, Is.Not.Empty.And.SubsetOf(known), phrase);
        }
    }

    private static IEnumerable<(string Source, string Phrase)> Sources()
    {
        foreach (var type in typeof(PhraseTests).Assembly.GetTypes().Where(type => type.Namespace == typeof(PhraseTests).Namespace))
        {
            foreach (var property in type.GetProperties(BindingFlags.NonPublic | BindingFlags.Static).Where(property => property.PropertyType == typeof(IEnumerable<Edit>)))
            {
                foreach (var edit in (IEnumerable<Edit>)property.GetValue(null)!)
                {
                    yield return (property.Name, edit.Phrase);
                }
            }
        }

        foreach (var method in typeof(CompilationTests).GetMethods().Where(method => method.IsDefined(typeof(TestAttribute), false)))
        {
            yield return ("Compilation", method.Name);
        }
    }
}
