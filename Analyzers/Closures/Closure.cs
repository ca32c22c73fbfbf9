using System.Collections.Immutable;
using Memo.Analyzers.Effects;
using Memo.Analyzers.Hashing;

namespace Memo.Analyzers.Closures;

/// <summary>What a memoized method can run, by the types that it makes or is given, and what that does.</summary>
/// <param name="Hash">Of all that code, its own included: whatever can change the result changes it.</param>
/// <param name="Effects">Each cause once, by the shortest path; what the method's own declarations cover included.</param>
/// <param name="Nodes">The units whose text counts, the method's own first; without those of other memoized methods that it calls through the cache.</param>
/// <param name="Made">Types of the compilation of which objects are made, by their numbers in the engine.</param>
/// <param name="ReadsCulture">A result follows the culture: through code, or because that is declared, of the method or of one within.</param>
/// <param name="Externals">Assemblies outside of the compilation and the framework that take part, and what was seen of partial types.</param>
/// <param name="IsSeenThrough">Code that nobody sees may find out what its objects are made of (see <see cref="ReflectedMembers"/>).</param>
internal sealed record Closure(
    ContentHash Hash, ImmutableArray<Effect> Effects, ImmutableArray<CodeNode> Nodes, NumberSet Made, bool ReadsCulture,
    ImmutableSortedSet<string> Externals, bool IsSeenThrough);
