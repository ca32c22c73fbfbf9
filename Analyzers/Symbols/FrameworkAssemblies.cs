using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Symbols;

/// <summary>
/// The assemblies that lie beside the core library: the runtime's version stands for them. Any other is identified by what is really loaded.
/// </summary>
internal sealed class FrameworkAssemblies(Compilation compilation, IAssemblySymbol core)
{
    private static readonly HashSet<string> s_keys =
        ["b03f5f7f11d50a3a", "b77a5c561934e089", "7cec85d7bea7798e", "cc7b13ffcd2ddd51", "adb9793829ddae60", "31bf3856ad364e35"];

    private readonly ConcurrentDictionary<IAssemblySymbol, bool> _known = new(SymbolEqualityComparer.Default);

    public bool Has(IAssemblySymbol assembly) => _known.TryGetValue(assembly, out var known) ? known : _known.GetOrAdd(assembly, LiesBesideCore(assembly));

    /// <summary>Whether an assembly is signed as the framework's are.</summary>
    public static bool IsSignedAsOne(IAssemblySymbol? assembly) =>
        assembly is not null && s_keys.Contains(string.Concat(assembly.Identity.PublicKeyToken.Select(part => part.ToString("x2", System.Globalization.CultureInfo.InvariantCulture))));

    private bool LiesBesideCore(IAssemblySymbol assembly) => Folder(core) is { Length: > 0 } framework
        ? Folder(assembly) == framework
        : IsCoreLibrary(assembly); // references in memory, as tests have them

    private string? Folder(IAssemblySymbol assembly) =>
        compilation.GetMetadataReference(assembly) is PortableExecutableReference { FilePath: { } path } ? Path.GetDirectoryName(path) : null;

    private bool IsCoreLibrary(IAssemblySymbol assembly) =>
        IsSignedAsOne(assembly) && assembly.Identity.Version.Major == core.Identity.Version.Major;
}
