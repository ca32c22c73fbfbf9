using Memo.Analyzers.Calls;
using Memo.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Memo.Analyzers.Encodings;

/// <summary>Whether a method does no more with a set or dictionary that it is given than to look things up: then nothing sees in which order they were added.</summary>
internal static class LookedUpOnly
{
    private static readonly HashSet<string> s_lookups = ["Contains", "ContainsKey", "ContainsValue", "TryGetValue"];

    /// <param name="parameter">Of the memoized method.</param>
    /// <param name="method">The memoized method.</param>
    /// <param name="table">Of the compilation.</param>
    /// <param name="looked">Takes the files whose code decides.</param>
    public static bool Is(IParameterSymbol parameter, IMethodSymbol method, EncodingTable table, HashSet<SyntaxTree> looked)
    {
        var declared = method.OriginalDefinition;
        if (parameter.RefKind != RefKind.None || declared.IsVirtual || declared.IsOverride || declared.IsAbstract
            || parameter.Type is not INamedTypeSymbol named || TypeTraits.MetadataName(named) is not ("System.Collections.Generic.Dictionary`2" or "System.Collections.Generic.HashSet`1"))
        {
            return false;
        }

        var unit = CodeUnit.Load(declared, Model, CancellationToken.None);
        return unit.Shape == CodeShape.Written && unit.Operations.SelectMany(operation => operation.DescendantsAndSelf()).OfType<IParameterReferenceOperation>()
            .Where(reference => reference.Parameter.Ordinal == parameter.Ordinal && PartialMembers.IsParameterOf(reference.Parameter, declared))
            .All(IsLookup);

        SemanticModel Model(SyntaxTree tree)
        {
            looked.Add(tree);
            return table.Model(tree);
        }
    }

    private static bool IsLookup(IParameterReferenceOperation reference) => reference.Parent switch
    {
        IPropertyReferenceOperation property => property.Instance == reference && (property.Property.IsIndexer || property.Property.Name == "Count") && !OperationCalls.Access(property).Writes,
        IInvocationOperation call => call.Instance == reference && s_lookups.Contains(call.TargetMethod.Name),
        _ => false,
    };
}
