using Memo.Analyzers.Catalog;
using Memo.Analyzers.Effects;
using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Tests.Catalog;

/// <summary>
/// A member that is taken for pure and is not makes remembered results wrong. Some cannot be: what returns nothing does something,
/// what has a destination writes to it.
/// </summary>
public sealed class HiddenEffectTests
{
    /// <summary>Members that return nothing and do nothing that anyone can observe, with the reason.</summary>
    private static readonly (string Id, string Why)[] s_silent =
    [
        ("M:System.Threading.Tasks.Task.Wait", "waits for a result that is another value's"),
        ("M:System.Threading.Tasks.Parallel.Invoke", "runs delegates, which are edges"),
        ("M:System.Threading.Thread.", "waits, or orders memory"),
        ("M:System.Threading.Monitor.", "takes a lock and gives it back"),
        ("M:System.Threading.Lock.", "takes a lock and gives it back"),
        ("M:System.Threading.ReaderWriterLockSlim.", "takes a lock and gives it back"),
        ("M:System.Threading.SemaphoreSlim.Wait", "takes a lock"),
        ("M:System.Threading.CountdownEvent.Wait", "waits"),
        ("M:System.Threading.ManualResetEventSlim.Wait", "waits"),
        ("M:System.Threading.Interlocked.MemoryBarrier", "orders memory"),
        ("M:System.Threading.Volatile.", "orders memory"),
        ("M:System.Threading.CancellationToken", "cancellation is never keyed and never reported"),
        ("M:System.Runtime.CompilerServices.", "what the compiler makes of async methods; their code is an edge"),
        ("M:System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack", "throws or does nothing"),
        ("M:System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw", "throws"),
        ("M:System.ArgumentException.Throw", "throws or does nothing"),
        ("M:System.ArgumentNullException.Throw", "throws or does nothing"),
        ("M:System.ArgumentOutOfRangeException.Throw", "throws or does nothing"),
        ("M:System.ObjectDisposedException.Throw", "throws or does nothing"),
        ("M:System.AggregateException.Handle", "runs a delegate, which is an edge"),
        ("M:System.Array.ForEach", "runs a delegate, which is an edge"),
        ("M:System.Collections.Generic.List`1.ForEach", "runs a delegate, which is an edge"),
        ("M:System.Collections.Immutable.ImmutableList`1.ForEach", "runs a delegate, which is an edge"),
        ("M:System.Collections.Immutable.ImmutableList`1.Builder.ForEach", "runs a delegate, which is an edge"),
        ("M:System.Linq.ParallelEnumerable.ForAll", "runs a delegate, which is an edge"),
        ("M:System.Diagnostics.Contracts.Contract.", "a contract that holds does nothing"),
        ("M:System.Diagnostics.Debug.Assert", "an assertion that holds does nothing"),
        ("M:System.Diagnostics.Trace.Assert", "an assertion that holds does nothing"),
        ("M:System.GC.AddMemoryPressure", "moves collections, which nobody observes"),
        ("M:System.GC.RemoveMemoryPressure", "moves collections, which nobody observes"),
        ("M:System.GC.KeepAlive", "does nothing"),
        ("M:System.GC.SuppressFinalize", "the finalizer is in the closure in any case"),
        ("M:System.IO.Stream.Validate", "throws or does nothing"),
        ("M:System.Uri.", "obsolete hooks that do nothing"),
        ("M:System.Xml.XmlNodeList.PrivateDisposeNodeList", "releases nothing"),
        ("M:System.Text.RegularExpressions.Regex.", "parts of expressions that an old compiler wrote"),
    ];

    [Test]
    public void What_returns_nothing_does_something()
    {
        var silent = FrameworkMembers.All.OfType<IMethodSymbol>().Where(IsSilent).Select(FrameworkMembers.Id);
        Assert.That(silent.Where(id => !s_silent.Any(known => id.StartsWith(known.Id, StringComparison.Ordinal))), Is.Empty);
    }

    [Test]
    public void What_is_known_to_do_nothing_does_nothing()
    {
        var silent = FrameworkMembers.All.OfType<IMethodSymbol>().Where(IsSilent).Select(FrameworkMembers.Id).ToArray();
        Assert.That(s_silent.Where(known => !silent.Any(id => id.StartsWith(known.Id, StringComparison.Ordinal))), Is.Empty);
    }

    // Without an effect of its own, the setter of a static is one of writing static state. Any other effect would hide that.
    [Test]
    public void The_setter_of_a_static_changes_static_state()
    {
        var harmless = FrameworkMembers.All.OfType<IMethodSymbol>()
            .Where(method => method is { MethodKind: MethodKind.PropertySet, IsStatic: true } && EffectCatalog.Embedded.Find(method) is { Effects: [_, ..] effects }
                && !effects.Any(effect => effect.Kind is EffectKind.WritesStatic or EffectKind.Output or EffectKind.PerformsIO or EffectKind.Unverifiable));
        Assert.That(harmless.Select(FrameworkMembers.Id), Is.Empty);
    }

    [Test]
    public void What_has_a_destination_writes_to_it()
    {
        var untouched = FrameworkMembers.All.OfType<IMethodSymbol>()
            .Where(method => EffectCatalog.Embedded.Find(method) is { } entry && !Stops(entry)
                && method.Parameters.Any(parameter => IsDestination(parameter) && !entry.Mutates.Any(name => Names(method, parameter).Contains(name))));
        Assert.That(untouched.Select(FrameworkMembers.Id).Where(id =>
            !id.StartsWith("M:System.IO.Stream.Validate", StringComparison.Ordinal)
            && !id.Contains("InterpolatedStringHandler.#ctor", StringComparison.Ordinal)), Is.Empty); // the call that takes the handler has the destination too
    }

    // What is numbered in one process is numbered otherwise in the next.
    [Test]
    public void Hash_codes_differ_but_for_those_that_are_known_not_to()
    {
        string[] stable =
        [
            "SByte", "Byte", "Int16", "UInt16", "Int32", "UInt32", "Int64", "UInt64", "IntPtr", "UIntPtr", "Single", "Double", "Half", "Decimal", "Boolean", "Char", "Enum",
            "DateTime", "DateTimeOffset", "TimeSpan", "DateOnly", "TimeOnly", "Guid", "Version", "Index", "ValueTuple", "ConsoleKeyInfo", "Buffers.StandardFormat", "Text.Rune",
        ];
        var found = FrameworkMembers.All.Where(member => member.Name == nameof(GetHashCode) && EffectCatalog.Embedded.Find(member) is { Effects.IsEmpty: true });
        Assert.That(found.Select(FrameworkMembers.Id), Is.EquivalentTo(stable.Select(type => $"M:System.{type}.GetHashCode")));
    }

    private static bool IsSilent(IMethodSymbol method) =>
        method is { ReturnsVoid: true, MethodKind: MethodKind.Ordinary }
        && !method.Parameters.Any(parameter => parameter.RefKind == RefKind.Out)
        && !(method.Name == "Dispose" && method.ContainingType.IsValueType) // enumerators
        && EffectCatalog.Embedded.Find(method) is { MutatesReceiver: false } entry
        && !Stops(entry)
        && !entry.Mutates.Any(name => method.Parameters.Any(parameter => Names(method, parameter).Contains(name)));

    // An effect that is reported or keeps the result from the store. Reading the culture is neither.
    private static bool Stops(CatalogEntry entry) =>
        entry.Effects.Any(effect => effect is { Kind: not (EffectKind.ReadsCulture or EffectKind.ReadsCultureOfIntegers), Condition: null });

    private static bool IsDestination(IParameterSymbol parameter) =>
        (parameter.Name.EndsWith("destination", StringComparison.OrdinalIgnoreCase) || parameter.Name is "writer" or "output" or "bufferWriter")
        && parameter.Type is not { SpecialType: SpecialType.System_String or SpecialType.System_Int32 } and not { Name: nameof(Type) };

    // An override may call its parameters something else than the member that the catalog describes.
    private static IEnumerable<string> Names(IMethodSymbol method, IParameterSymbol parameter)
    {
        for (var declared = method; declared is not null; declared = declared.OverriddenMethod)
        {
            yield return declared.Parameters[parameter.Ordinal].Name;
        }
    }
}
