namespace Memo;

/// <summary>Something outside of a program that memoized methods read, declared with <see cref="DependsOnAttribute{T}"/>.</summary>
/// <example>
/// <code>
/// public sealed class Prices : IDependency
/// {
///     public static string? Fingerprint() =&gt; Database.QueryText("select max(version) from prices");
/// }
///
/// [Memoize, DependsOn&lt;Prices&gt;]
/// public static decimal Total(Order order) =&gt; …
/// </code>
/// </example>
public interface IDependency
{
    /// <summary>
    /// Tells the state: another text whenever what memoized methods read of it may be another. It is called at each call of a
    /// method that declares the dependency, and once more after one that ran, so it should be quick; it may be called by several
    /// threads at once.
    /// </summary>
    /// <returns>
    /// The state, for instance a version, a date of change or a hash; any text will do. Null if it cannot be told: the method then
    /// runs, and its result is not remembered. The same goes for an exception. The store holds a hash of the text.
    /// </returns>
    static abstract string? Fingerprint();
}
