using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Symbols;

/// <summary>A method with <c>[Memoize]</c>: what its attributes say, parsed once.</summary>
internal sealed class MemoizedMethod
{
    private MemoizedMethod(IMethodSymbol symbol) => Symbol = symbol;

    public IMethodSymbol Symbol { get; }
    public string Version { get; private set; } = "";
    public string ExpiresAfter { get; private set; } = "";

    /// <summary>The declared dependencies, in source order.</summary>
    public ImmutableArray<DeclaredDependency> Dependencies { get; private set; } = [];

    /// <summary>The declared file dependencies with the attribute that declares each.</summary>
    public ImmutableArray<(string Template, AttributeData Attribute)> Files { get; private set; } = [];

    public bool HasDependencies => !Dependencies.IsEmpty;

    /// <summary>Whether an outer call learns of dependencies while it runs; the culture is known from the code.</summary>
    public bool HasTracedDependencies => Dependencies.Any(dependency => dependency.Kind != DependencyKind.Culture);

    /// <summary><c>[AssumePure]</c> on the method itself accepts all its purity findings.</summary>
    public bool AssumedPure { get; private set; }

    /// <summary>The same declarations, of a method that is constructed from it.</summary>
    public MemoizedMethod Of(IMethodSymbol constructed) => new(constructed)
    {
        Version = Version, ExpiresAfter = ExpiresAfter, Dependencies = Dependencies, Files = Files, AssumedPure = AssumedPure,
    };

    public static MemoizedMethod? TryCreate(IMethodSymbol symbol, KnownTypes types)
    {
        if (KnownTypes.Find(symbol, types.Memoize) is not { } memoize)
        {
            return null;
        }

        var dependencies = ImmutableArray.CreateBuilder<DeclaredDependency>();
        foreach (var attribute in symbol.GetAttributes())
        {
            if (DeclaredDependency.TryCreate(attribute, types) is { } dependency)
            {
                dependencies.Add(dependency);
            }
        }

        var method = new MemoizedMethod(symbol)
        {
            Dependencies = dependencies.ToImmutable(),
            Files = [.. dependencies.Where(dependency => dependency.Kind == DependencyKind.File).Select(file => (file.Text, file.Attribute))],
            AssumedPure = KnownTypes.Find(symbol, types.AssumePure) is not null,
        };
        foreach (var argument in memoize.NamedArguments)
        {
            if (argument.Key == "Version")
            {
                method.Version = argument.Value.Value as string ?? "";
            }
            else if (argument.Key == "ExpiresAfter")
            {
                method.ExpiresAfter = argument.Value.Value as string ?? "";
            }
        }

        return method;
    }
}
