using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using System.Security.Cryptography;
using System.Text;

namespace Memo.Keys;

/// <summary>One assembly as it is deployed.</summary>
/// <param name="Name">Its simple name.</param>
/// <param name="Identity">The module version id, which each build that differs makes anew.</param>
internal readonly record struct ExternalIdentity(string Name, string Identity);

/// <summary>
/// Reads which assemblies are really there, of those whose code the compiler could not see. From the files, without loading them.
/// Each is read once in a process. Thread safe.
/// </summary>
internal sealed class ExternalIdentities
{
    private readonly Dictionary<string, string> _files = new(StringComparer.OrdinalIgnoreCase);
    private readonly string? _framework;
    private readonly ConcurrentDictionary<string, string?> _manifests = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, Assembly> _read = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="files">The assemblies that a process can load; of two with one name, the first is meant.</param>
    /// <param name="framework">The folder of the framework, whose version is in every key anyway; null if it has none of its own.</param>
    public ExternalIdentities(IEnumerable<string> files, string? framework)
    {
        foreach (var file in files) _files.TryAdd(Path.GetFileNameWithoutExtension(file), file);
        _framework = framework;
    }

    /// <summary>The assemblies of this process.</summary>
    public static ExternalIdentities OfProcess { get; } = new(Deployed(), Framework());

    /// <summary>Finds assemblies and all that they refer to, except the framework.</summary>
    /// <param name="code">The assembly whose code runs them.</param>
    /// <param name="names">Their simple names.</param>
    /// <param name="identities">What was found, sorted by name.</param>
    /// <returns>Null, or why one of them cannot be known.</returns>
    public string? Find(System.Reflection.Assembly code, IReadOnlyCollection<string> names, out ExternalIdentity[] identities)
    {
        identities = [];
        if (names.Count == 0) return null;
        var found = new SortedDictionary<string, string>(StringComparer.Ordinal);
        // What runs here is what there is of it, wherever it was loaded from.
        if (names.Contains(Runtime)) found.Add(Runtime, RuntimeSources.Hash);
        if (names.All(static name => name == Runtime))
        {
            identities = Sorted(found);
            return null;
        }
        if (LocationOf(code).Length == 0 && !RuntimeFeature.IsDynamicCodeSupported) return FindCompiled(found, out identities);
        var own = code.GetName().Name ?? "";
        if (!_files.TryGetValue(own, out var place) || !string.Equals(place, LocationOf(code), OperatingSystem.IsWindows() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal))
        {
            // A plug-in, or code out of a bundle or an array, has others of the same names beside it.
            return $"'{own}' is loaded from elsewhere, and so may external '{names.First(static name => name != Runtime)}' be";
        }
        var open = new Stack<string>(names);
        while (open.TryPop(out var name))
        {
            if (name == Runtime) found.TryAdd(Runtime, RuntimeSources.Hash);
            if (found.ContainsKey(name)) continue;
            if (name.IndexOf('#', StringComparison.Ordinal) is > 0 and var at)
            {
                // What the compiler knew of the assembly is in the closure's hash already, as long as it is that one.
                if (_manifests.GetOrAdd(name[..at], ReadManifest) is var manifest && manifest != name[(at + 1)..]) return $"external '{name[..at]}' is another one than the compiler saw";
                continue;
            }
            var assembly = _read.GetOrAdd(name, Read);
            if (assembly.Refusal is { } refusal) return $"external '{name}' {refusal}";
            if (assembly.Identity is not { } identity) continue;
            found.Add(name, identity);
            foreach (var reference in assembly.References) open.Push(reference);
        }
        if (LoadedOtherwise(code, found) is { } other) return $"external '{other}' is loaded in another build than its file";
        identities = Sorted(found);
        return null;
    }

    private static readonly string Runtime = typeof(ExternalIdentities).Assembly.GetName().Name!;

    private static ExternalIdentity[] Sorted(SortedDictionary<string, string> found) => [.. found.Select(pair => new ExternalIdentity(pair.Key, pair.Value))];

    // Compiled ahead of time, every assembly is part of the program's one file, which then stands for all of them.
    private string? FindCompiled(SortedDictionary<string, string> found, out ExternalIdentity[] identities)
    {
        identities = [];
        if (System.Reflection.Assembly.GetEntryAssembly() is null || Environment.ProcessPath is not { } program) return "externals are compiled into a library of which no file is known";
        try
        {
            _program ??= Hash(program);
            found.Add("the program", _program);
            identities = Sorted(found);
            return null;
        }
        catch (Exception reason) when (reason is IOException or UnauthorizedAccessException)
        {
            return $"the program, which holds its externals, cannot be read ({reason.GetType().Name})";
        }

        static string Hash(string program)
        {
            using var file = File.OpenRead(program);
            return Convert.ToHexStringLower(SHA256.HashData(file));
        }
    }

    private string? _program;

    [UnconditionalSuppressMessage("SingleFile", "IL3000", Justification = "In a bundle the location is empty, which is no place of a file: just what has to be known.")]
    private static string LocationOf(System.Reflection.Assembly code) => code.Location;

    // A file may be exchanged after it was loaded, and a context may load what it likes.
    private static string? LoadedOtherwise(System.Reflection.Assembly code, SortedDictionary<string, string> found)
    {
        if (found.Count == 0) return null;
        var loaded = AssemblyLoadContext.Default.Assemblies;
        if (AssemblyLoadContext.GetLoadContext(code) is { } own && own != AssemblyLoadContext.Default) loaded = loaded.Concat(own.Assemblies);
        foreach (var assembly in loaded)
        {
            if (assembly.GetName().Name is { } name && name != Runtime && found.TryGetValue(name, out var identity) && assembly.ManifestModule.ModuleVersionId.ToString("N") != identity) return name;
        }
        return null;
    }

    // The hash of the manifest that an assembly carries; null for one that has none or cannot be read.
    private string? ReadManifest(string name)
    {
        if (!_files.TryGetValue(name, out var path)) return null;
        try
        {
            using var file = new PEReader(File.OpenRead(path));
            var metadata = file.GetMetadataReader();
            foreach (var handle in metadata.GetAssemblyDefinition().GetCustomAttributes())
            {
                var attribute = metadata.GetCustomAttribute(handle);
                if (attribute.Constructor.Kind != HandleKind.MemberReference
                    || metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent is not { Kind: HandleKind.TypeReference } parent) continue;
                var type = metadata.GetTypeReference((TypeReferenceHandle)parent);
                if (metadata.GetString(type.Name) != nameof(MemoManifestAttribute) || metadata.GetString(type.Namespace) != nameof(Memo)) continue;
                var value = metadata.GetBlobReader(attribute.Value);
                value.ReadUInt16(); // the prolog of every attribute
                return value.ReadSerializedString() is { } json ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json))) : null;
            }
            return null;
        }
        catch (Exception reason) when (reason is IOException or UnauthorizedAccessException or BadImageFormatException or InvalidOperationException)
        {
            return null; // not the one that the compiler saw, as far as anyone can tell
        }
    }

    private Assembly Read(string name)
    {
        if (!_files.TryGetValue(name, out var path)) return new(null, [], "is not deployed as a file");
        if (_framework is not null && string.Equals(Path.GetDirectoryName(path), _framework, StringComparison.Ordinal)) return new(null, [], null);
        try
        {
            using var file = new PEReader(File.OpenRead(path));
            var metadata = file.GetMetadataReader();
            var identity = metadata.GetGuid(metadata.GetModuleDefinition().Mvid).ToString("N");
            var references = metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name));
            return new(identity, [.. references], null);
        }
        catch (Exception reason) when (reason is IOException or UnauthorizedAccessException or BadImageFormatException or InvalidOperationException)
        {
            // An identity that cannot be read is unknown, and unknown is never equal.
            return new(null, [], $"cannot be read ({reason.GetType().Name})");
        }
    }

    private static IEnumerable<string> Deployed()
    {
        if (AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") is string list)
        {
            return list.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        }
        return Directory.Exists(AppContext.BaseDirectory) ? Directory.EnumerateFiles(AppContext.BaseDirectory, "*.dll") : [];
    }

    private static string? Framework()
    {
        var framework = Path.TrimEndingDirectorySeparator(RuntimeEnvironment.GetRuntimeDirectory());
        // In a self-contained program the framework lies among everything else; then its assemblies are told apart by content only.
        return framework == Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory) ? null : framework;
    }

    private sealed record Assembly(string? Identity, string[] References, string? Refusal);
}
