using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Symbols;

/// <summary>The types that the engine recognizes by identity, looked up once for each compilation.</summary>
internal sealed class KnownTypes
{
    public const string MemoizeAttributeName = "Memo.MemoizeAttribute";

    /// <summary>Of the attributes.</summary>
    public const string Namespace = "Memo";

    /// <summary>Of the assembly that has the attributes.</summary>
    public const string RuntimeName = "Memo.Runtime";

    private KnownTypes(Compilation compilation)
    {
        Memoize = compilation.GetTypeByMetadataName(MemoizeAttributeName) ?? throw new ArgumentException("The compilation does not reference Memo.Runtime.", nameof(compilation));
        DependsOnFile = compilation.GetTypeByMetadataName("Memo.DependsOnFileAttribute");
        DependsOnDirectory = compilation.GetTypeByMetadataName("Memo.DependsOnDirectoryAttribute");
        DependsOnEnvironment = compilation.GetTypeByMetadataName("Memo.DependsOnEnvironmentAttribute");
        DependsOnStatic = compilation.GetTypeByMetadataName("Memo.DependsOnStaticAttribute");
        DependsOnCulture = compilation.GetTypeByMetadataName("Memo.DependsOnCultureAttribute");
        DependsOn = compilation.GetTypeByMetadataName("Memo.DependsOnAttribute`1");
        Dependency = compilation.GetTypeByMetadataName("Memo.IDependency");
        AssumePure = compilation.GetTypeByMetadataName("Memo.AssumePureAttribute");
        NotKeyed = compilation.GetTypeByMetadataName("Memo.NotKeyedAttribute");
        Task = compilation.GetTypeByMetadataName("System.Threading.Tasks.Task");
        TaskOfT = compilation.GetTypeByMetadataName("System.Threading.Tasks.Task`1");
        ValueTask = compilation.GetTypeByMetadataName("System.Threading.Tasks.ValueTask");
        ValueTaskOfT = compilation.GetTypeByMetadataName("System.Threading.Tasks.ValueTask`1");
        CancellationToken = compilation.GetTypeByMetadataName("System.Threading.CancellationToken");
        CoreAssembly = compilation.GetSpecialType(SpecialType.System_Object).ContainingAssembly;
    }

    public INamedTypeSymbol Memoize { get; }
    public INamedTypeSymbol? DependsOnFile { get; }
    public INamedTypeSymbol? DependsOnDirectory { get; }
    public INamedTypeSymbol? DependsOnEnvironment { get; }
    public INamedTypeSymbol? DependsOnStatic { get; }
    public INamedTypeSymbol? DependsOnCulture { get; }

    /// <summary><c>DependsOnAttribute&lt;T&gt;</c>, unbound.</summary>
    public INamedTypeSymbol? DependsOn { get; }

    /// <summary><c>IDependency</c>, which the T of <see cref="DependsOn"/> implements.</summary>
    public INamedTypeSymbol? Dependency { get; }
    public INamedTypeSymbol? AssumePure { get; }
    public INamedTypeSymbol? NotKeyed { get; }
    public INamedTypeSymbol? Task { get; }
    public INamedTypeSymbol? TaskOfT { get; }
    public INamedTypeSymbol? ValueTask { get; }
    public INamedTypeSymbol? ValueTaskOfT { get; }
    public INamedTypeSymbol? CancellationToken { get; }
    public IAssemblySymbol CoreAssembly { get; }

    /// <summary>False when the compilation does not reference the runtime: then there is nothing to analyse.</summary>
    public static bool AreIn(Compilation compilation) => compilation.GetTypeByMetadataName(MemoizeAttributeName) is not null;

    /// <summary>Those of a compilation that has them (<see cref="AreIn"/>).</summary>
    public static KnownTypes Of(Compilation compilation) => new(compilation);

    public bool IsMemoized(IMethodSymbol method) => Has(method, Memoize);

    public bool IsCancellationToken(ITypeSymbol type) => Same(type, CancellationToken);

    /// <summary>The T of <c>Task&lt;T&gt;</c> or <c>ValueTask&lt;T&gt;</c>, else null.</summary>
    public ITypeSymbol? AwaitedResult(ITypeSymbol type) =>
        type is INamedTypeSymbol { TypeArguments.Length: 1 } named && (Same(named.OriginalDefinition, TaskOfT) || IsValueTask(type))
            ? named.TypeArguments[0]
            : null;

    public bool IsValueTask(ITypeSymbol type) => Same(type.OriginalDefinition, ValueTaskOfT);

    public bool HasNoResult(IMethodSymbol method) =>
        method.ReturnsVoid || Same(method.ReturnType, Task) || Same(method.ReturnType, ValueTask);

    public static AttributeData? Find(ISymbol symbol, INamedTypeSymbol? attribute)
    {
        if (attribute is not null)
        {
            foreach (var candidate in symbol.GetAttributes())
            {
                if (SymbolEqualityComparer.Default.Equals(candidate.AttributeClass, attribute))
                {
                    return candidate;
                }
            }
        }

        return null;
    }

    private static bool Has(ISymbol symbol, INamedTypeSymbol? attribute) => Find(symbol, attribute) is not null;

    private static bool Same(ITypeSymbol type, INamedTypeSymbol? known) => SymbolEqualityComparer.Default.Equals(type, known);
}
