using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Memo.Analyzers.Calls;
using Memo.Analyzers.Catalog;
using Memo.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Memo.Analyzers.Referenced;

/// <summary>What the referenced assemblies tell of their members; each manifest is read when a call needs it.</summary>
internal sealed class ReferencedManifests(Compilation compilation, TypeHierarchy hierarchy, TypeTraits traits, EffectCatalog catalog, Func<IAssemblySymbol, bool> isFramework)
{
    // Of a file: as long as the compiler keeps what is in it, over all compilations that refer to it.
    private static readonly ConditionalWeakTable<object, Read> s_read = new();

    private readonly ConcurrentDictionary<IAssemblySymbol, Read> _known = new(SymbolEqualityComparer.Default);

    /// <summary>What is told of the called member, with the manifest that tells it; null when nothing is, or when that does not hold for this call.</summary>
    public (Export Export, string Manifest)? Of(CodeCall call)
    {
        if (call.Target is not IMethodSymbol method || hierarchy.IsInSource(method) || call.Kind is not (CallKind.Direct or CallKind.MethodGroup)
            || method.ContainingAssembly is not { } assembly || isFramework(assembly)
            || Manifest(assembly) is not { } manifest
            || manifest.Find(SymbolNames.DeclarationId((method.ReducedFrom ?? method).OriginalDefinition)) is not { } export
            || catalog.Find(method) is not null)
        {
            return null;
        }

        return Holds(call, method, export.Effects) ? (export, manifest.Identity) : null;
    }

    /// <summary>What a member does that runs without a call that could be seen; null when nothing is told, or when it changes what it is called on.</summary>
    public CatalogEntry? EffectsOf(ISymbol member) =>
        Find(member) is { Effects: { MutatesReceiver: false, Mutates.IsEmpty: true } effects } ? effects : null;

    /// <summary>What is told of a member of another assembly, however it is called.</summary>
    public Export? Find(ISymbol member) =>
        member.ContainingAssembly is { } assembly && !hierarchy.IsInSource(member) && !isFramework(assembly) ? Manifest(assembly)?.Find(SymbolNames.DeclarationId(member.OriginalDefinition)) : null;

    private bool Holds(CodeCall call, IMethodSymbol method, CatalogEntry effects)
    {
        if (method.MethodKind == MethodKind.Constructor && call.Site is not IObjectCreationOperation)
        {
            return false; // of an object that is more than the library made of it
        }

        if (call.Receiver is { } receiver && !SymbolEqualityComparer.Default.Equals(OperationCalls.Unconverted(receiver).Type?.ContainingAssembly, method.ContainingAssembly))
        {
            return false; // its own members may run in the place of the library's
        }

        if (call.Kind == CallKind.MethodGroup)
        {
            // Whoever runs the delegate, passes to it what nobody has seen.
            return method.IsStatic && !effects.MutatesReceiver && effects.Mutates.IsEmpty && (method.ReturnsVoid || traits.IsDeeplyImmutable(method.ReturnType))
                && method.Parameters.All(parameter => parameter.RefKind == RefKind.None && parameter.Type.TypeKind != TypeKind.Delegate);
        }

        return (method.IsStatic || method.MethodKind == MethodKind.Constructor || call.Receiver is not null)
            && method.Parameters.All(parameter => (parameter.Ordinal < call.Arguments.Length && call.Arguments[parameter.Ordinal] is not null) || traits.IsDeeplyImmutable(parameter.Type));
    }

    /// <summary>Why the manifest of an assembly that code refers to counts as none; null when there is none, or when it can be used.</summary>
    public string? Problem(string assembly) => compilation.SourceModule.ReferencedAssemblySymbols
        .Where(referenced => referenced.Name == assembly && !isFramework(referenced)).Select(referenced => Known(referenced).Problem).FirstOrDefault(problem => problem is not null);

    private ManifestReader? Manifest(IAssemblySymbol assembly) => Known(assembly).Manifest;

    private Read Known(IAssemblySymbol assembly) =>
        _known.TryGetValue(assembly, out var known) ? known
            : _known.GetOrAdd(assembly, s_read.GetValue(
                (compilation.GetMetadataReference(assembly) as PortableExecutableReference)?.GetMetadata().Id ?? (object)assembly, _ => ReadFrom(assembly)));

    private static Read ReadFrom(IAssemblySymbol assembly)
    {
        foreach (var attribute in assembly.GetAttributes())
        {
            if (attribute is { AttributeClass: { Name: "MemoManifestAttribute", ContainingNamespace: { Name: "Memo", ContainingNamespace.IsGlobalNamespace: true } }, ConstructorArguments: [{ Value: string json }] })
            {
                return new(ManifestReader.Read(assembly.Name, json, out var problem), problem);
            }
        }

        return new(null, null);
    }

    private sealed class Read(ManifestReader? manifest, string? problem)
    {
        public ManifestReader? Manifest { get; } = manifest;
        public string? Problem { get; } = problem;
    }
}
