using System.Collections.Concurrent;
using System.Collections.Immutable;
using Memo.Analyzers.Calls;
using Memo.Analyzers.Symbols;
using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Hashing;

/// <summary>What the mention of a type adds to the hash of code, found once for each type: code mentions few types often.</summary>
internal sealed class TypeMentions(TypeHierarchy hierarchy, TypeShapes shapes, Func<IAssemblySymbol, bool> isExternal)
{
    private readonly ConcurrentDictionary<ITypeSymbol, TypeMention> _known = new(SymbolEqualityComparer.Default);

    public TypeMention Of(ITypeSymbol type) => _known.TryGetValue(type, out var known) ? known : _known.GetOrAdd(type, Find(type));

    private TypeMention Find(ITypeSymbol type)
    {
        var own = ImmutableArray.CreateBuilder<(string, INamedTypeSymbol)>();
        var externals = ImmutableArray.CreateBuilder<string>();
        foreach (var named in TypeTraits.Named(type))
        {
            if (hierarchy.IsInSource(named))
            {
                own.Add((TypeTraits.MetadataName(named), named.OriginalDefinition));
                AddParts(named);
                // What it derives from and what it holds runs on its objects: to compare them, to print them.
                foreach (var part in shapes.PartsOf(named).SelectMany(TypeTraits.Named))
                {
                    AddExternal(part.ContainingAssembly);
                    AddParts(part);
                }
            }
            else
            {
                AddExternal(named.ContainingAssembly);
            }
        }

        return new(SymbolNames.Identity(type), own.ToImmutable(), externals.ToImmutable());

        void AddParts(INamedTypeSymbol seen)
        {
            if (hierarchy.IsInSource(seen) && TypeParts.Of(seen) is { } parts)
            {
                externals.Add(parts);
            }
        }

        void AddExternal(IAssemblySymbol? assembly)
        {
            if (assembly is not null && isExternal(assembly))
            {
                externals.Add(assembly.Name);
            }
        }
    }
}

/// <param name="Identity">The type by name, with its arguments.</param>
/// <param name="Own">The types of the compilation in it, whose shapes count, by their metadata names.</param>
/// <param name="Externals">Assemblies outside of the compilation and the framework that it comes from, and what was seen of partial types (<see cref="TypeParts"/>).</param>
internal sealed record TypeMention(string Identity, ImmutableArray<(string Name, INamedTypeSymbol Type)> Own, ImmutableArray<string> Externals);
