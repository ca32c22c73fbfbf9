using Memo.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Memo.Analyzers.Effects;

/// <summary>
/// Paths that a listing of a directory gives: as the variable of a loop, as an element, as what a method of the framework passes to a
/// delegate. Whatever else may have come among them makes them unknown.
/// </summary>
internal sealed partial class EffectVisitor
{
    private const string Sequences = "System.Linq.Enumerable";
    private const string ParallelSequences = "System.Linq.ParallelEnumerable";
    private const string Arrays = "System.Array";
    private const string Lists = "System.Collections.Generic.List`1";

    // All of their elements are elements of the sequence that they are given.
    private static readonly HashSet<string> s_choosing =
    [
        "AsEnumerable", "AsOrdered", "AsParallel", "AsSequential", "AsUnordered", "Distinct", "DistinctBy", "OfType", "Order", "OrderBy", "OrderByDescending",
        "OrderDescending", "Reverse", "Shuffle", "Skip", "SkipLast", "SkipWhile", "Take", "TakeLast", "TakeWhile", "ThenBy", "ThenByDescending", "ToArray", "ToHashSet", "ToList", "Where",
        "WithCancellation", "WithDegreeOfParallelism", "WithExecutionMode", "WithMergeOptions",
    ];

    // What they give is one of the elements, or null, which is no path.
    private static readonly HashSet<string> s_picking =
        ["ElementAt", "ElementAtOrDefault", "First", "FirstOrDefault", "Last", "LastOrDefault", "Max", "MaxBy", "Min", "MinBy", "Single", "SingleOrDefault"];

    // These may give the very object that they are given.
    private static readonly HashSet<string> s_handingThrough = ["AsEnumerable", "AsSequential", "Cast", "OfType"];

    private static readonly HashSet<string> s_rearranging = ["ConvertAll", "Exists", "Find", "ForEach", "IndexOf", "Reverse", "Sort", "TrueForAll"];

    // The parameters of local functions whose callers are being asked.
    private readonly HashSet<IParameterSymbol> _followed = new(SymbolEqualityComparer.Default);

    private static bool IsPath(ITypeSymbol? type) =>
        type is { SpecialType: SpecialType.System_String } or { Name: "FileInfo" or "DirectoryInfo" or "FileSystemInfo", ContainingNamespace: { Name: "IO", ContainingNamespace.Name: "System" } };

    /// <summary>The path of each element of a sequence; null when it is not known that all come from one listing.</summary>
    private PathTemplate? ElementOf(IOperation sequence)
    {
        switch (Plain(sequence))
        {
            case ILocalReferenceOperation local when _assigned.OnlyValue(local) is { } value && IsOnlyRead(local.Local):
                return ElementOf(value);
            case ITranslatedQueryOperation query:
                return ElementOf(query.Operation);
            case ICollectionExpressionOperation { Elements: [ISpreadOperation spread], Type: { } made } when made is IArrayTypeSymbol || IsFrameworkCollection(made):
                return ElementOf(spread.Operand);
            case IInvocationOperation { TargetMethod: var method } invocation when ExternalOwner(method) is { } owner:
                return owner switch
                {
                    "System.IO.Directory" or "System.IO.DirectoryInfo" => Listed(invocation),
                    Sequences or ParallelSequences when s_choosing.Contains(method.Name) && ArgumentFor(invocation, 0) is { } source => ElementOf(source),
                    _ => null,
                };
            default:
                return null;
        }
    }

    /// <summary>A path that is one of a sequence.</summary>
    private PathTemplate? PickedFrom(IOperation operation) => operation switch
    {
        IArrayElementReferenceOperation { Indices.Length: 1 } element => ElementOf(element.ArrayReference),
        IImplicitIndexerReferenceOperation indexer => ElementOf(indexer.Instance),
        IPropertyReferenceOperation { Instance: { } list, Property: { IsIndexer: true } property } when ExternalOwner(property) is Lists => ElementOf(list),
        IInvocationOperation { TargetMethod: { OriginalDefinition.ReturnType: ITypeParameterSymbol element } method } invocation
            when ExternalOwner(method) is Sequences or ParallelSequences && s_picking.Contains(method.Name) && SourceOf(element, invocation) is { } source => ElementOf(source),
        _ => null,
    };

    private bool IsFrameworkCollection(ITypeSymbol type) => !_context.Hierarchy.IsInSource(type) && type.ContainingNamespace is { } space && space.ToDisplayString().StartsWith("System.Collections", StringComparison.Ordinal);

    private PathTemplate? Listed(IInvocationOperation invocation)
    {
        var method = invocation.TargetMethod;
        if (method.Name is not ("GetFiles" or "EnumerateFiles" or "GetDirectories" or "EnumerateDirectories"
            or "GetFileSystemEntries" or "EnumerateFileSystemEntries" or "GetFileSystemInfos" or "EnumerateFileSystemInfos"))
        {
            return null;
        }

        // Options may ask for '..', which is a directory, and lies elsewhere.
        if (method.Parameters.Any(parameter => parameter.Type.Name == "EnumerationOptions") && method.Name is not ("GetFiles" or "EnumerateFiles"))
        {
            return null;
        }

        var place = invocation.Instance ?? Named("path");
        return place is null ? null : TemplateOf(place)?.Listed(DirectoryListing.Of(method, Named));

        IOperation? Named(string parameter) => invocation.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == parameter)?.Value;
    }

    /// <summary>What is passed to a lambda, by whoever gets it.</summary>
    private PathTemplate? PassedToLambda(IParameterReferenceOperation reference)
    {
        for (var parent = reference.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IAnonymousFunctionOperation lambda && SymbolEqualityComparer.Default.Equals(lambda.Symbol, reference.Parameter.ContainingSymbol))
            {
                return reference.Parameter.RefKind == RefKind.None && !_assigned.IsAssigned(reference.Parameter) && lambda.Parent is IDelegateCreationOperation creation
                    ? Passed(creation, reference.Parameter.Ordinal)
                    : null;
            }
        }

        return null;
    }

    /// <summary>What is passed to a local function, when all who call it pass the same.</summary>
    private PathTemplate? PassedToLocalFunction(IParameterReferenceOperation reference, IMethodSymbol function)
    {
        // One that calls itself passes on what is asked for.
        if (reference.Parameter.RefKind != RefKind.None || _assigned.IsAssigned(reference.Parameter) || !_followed.Add(reference.Parameter))
        {
            return null;
        }

        PathTemplate? passed = null;
        var isOne = true;
        foreach (var operation in WholeUnit())
        {
            switch (operation)
            {
                case IInvocationOperation call when SymbolEqualityComparer.Default.Equals(call.TargetMethod.OriginalDefinition, function):
                    Add(ArgumentFor(call, reference.Parameter.Ordinal) is { } argument ? TemplateOf(argument) : null);
                    break;
                case IMethodReferenceOperation { Parent: { } user } group when SymbolEqualityComparer.Default.Equals(group.Method.OriginalDefinition, function):
                    Add(PassedToMethod(user, function, reference.Parameter.Ordinal));
                    break;
            }
        }

        _followed.Remove(reference.Parameter);
        return isOne ? passed : null;

        void Add(PathTemplate? template)
        {
            isOne &= template is not null && (passed is null || passed.Equals(template));
            passed = template;
        }
    }

    /// <summary>What is passed to a method that a delegate is made of, by whoever gets that.</summary>
    private PathTemplate? PassedToMethod(IOperation site, IMethodSymbol method, int ordinal) =>
        site is IDelegateCreationOperation { Type: INamedTypeSymbol { DelegateInvokeMethod: { } invoke } } creation && invoke.Parameters.Length == method.Parameters.Length
            ? Passed(creation, ordinal)
            : null;

    // A method of the framework that gets a sequence and a delegate for its elements passes the elements, and nothing else.
    private PathTemplate? Passed(IDelegateCreationOperation creation, int ordinal)
    {
        IOperation handed = creation;
        while (handed.Parent is IConversionOperation conversion)
        {
            handed = conversion;
        }

        if (handed.Parent is not IArgumentOperation { Parameter: { } taker, Parent: IInvocationOperation invocation }
            || ExternalOwner(invocation.TargetMethod) is not (Sequences or ParallelSequences or Arrays or Lists or "System.Threading.Tasks.Parallel"))
        {
            return null;
        }

        var parameters = invocation.TargetMethod.OriginalDefinition.Parameters;
        if (parameters[taker.Ordinal].Type is not INamedTypeSymbol { DelegateInvokeMethod: { } invoke } || ordinal >= invoke.Parameters.Length
            || invoke.Parameters[ordinal].Type is not ITypeParameterSymbol element)
        {
            return null;
        }

        return SourceOf(element, invocation) is { } source ? ElementOf(source) : null;
    }

    /// <summary>The one sequence that values of a type parameter can come from; null where there is another, or something that makes new ones.</summary>
    private static IOperation? SourceOf(ITypeParameterSymbol element, IInvocationOperation invocation)
    {
        var method = invocation.TargetMethod.OriginalDefinition;
        var givers = method.Parameters.Where(parameter => Mentions(Given(parameter.Type), element)).ToArray();
        return givers.Length switch
        {
            0 when SymbolEqualityComparer.Default.Equals(element.ContainingSymbol, method.ContainingType) => invocation.Instance,
            1 when givers[0].Type is not INamedTypeSymbol { DelegateInvokeMethod: not null } => ArgumentFor(invocation, givers[0].Ordinal),
            _ => null,
        };
    }

    // A delegate gives what it returns.
    private static ITypeSymbol Given(ITypeSymbol type) => type is INamedTypeSymbol { DelegateInvokeMethod: { } invoke } ? invoke.ReturnType : type;

    private static bool Mentions(ITypeSymbol type, ITypeParameterSymbol parameter) => type switch
    {
        ITypeParameterSymbol => SymbolEqualityComparer.Default.Equals(type, parameter),
        IArrayTypeSymbol array => Mentions(array.ElementType, parameter),
        // What only takes values, as a comparer does, gives none.
        INamedTypeSymbol named => named.TypeArguments.Where((_, i) => named.TypeParameters[i].Variance != VarianceKind.In).Any(argument => Mentions(argument, parameter)),
        _ => false,
    };

    private IEnumerable<IOperation> WholeUnit()
    {
        var pending = new Stack<IOperation>(_unit.Operations);
        while (pending.Count > 0)
        {
            var operation = pending.Pop();
            yield return operation;
            foreach (var child in operation.ChildOperations)
            {
                pending.Push(child);
            }
        }
    }

    // Nothing is ever put into what the local holds: each use of it is one of those that only look or rearrange.
    private bool IsOnlyRead(ILocalSymbol local)
    {
        foreach (var operation in WholeUnit())
        {
            if (operation is ILocalReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Local, local) && !IsReadHere(reference))
            {
                return false;
            }
        }

        return true;
    }

    private bool IsReadHere(IOperation reference)
    {
        while (reference.Parent is IConversionOperation { OperatorMethod: null } conversion)
        {
            reference = conversion;
        }

        switch (reference.Parent)
        {
            case IForEachLoopOperation { LoopControlVariable: IVariableDeclaratorOperation { Symbol.RefKind: RefKind.None } } or ISpreadOperation:
                return true;
            case IArrayElementReferenceOperation or IImplicitIndexerReferenceOperation or IPropertyReferenceOperation { Property.IsIndexer: true }:
                return IsValue(reference.Parent);
            case IPropertyReferenceOperation { Property.Name: "Length" or "Count" }:
                return true;
            case IArgumentOperation { Parameter.RefKind: RefKind.None, Parent: IInvocationOperation { TargetMethod: var method } }:
                return ExternalOwner(method) switch
                {
                    Sequences or ParallelSequences => !s_handingThrough.Contains(method.Name),
                    Arrays => s_rearranging.Contains(method.Name),
                    "System.Threading.Tasks.Parallel" or "System.String" => true,
                    _ => false,
                };
            case IInvocationOperation { TargetMethod: var method } invocation when invocation.Instance == reference:
                return ExternalOwner(method) is Lists && (s_rearranging.Contains(method.Name) || method.Name is "Contains" or "ToArray");
            default:
                return false;
        }
    }

    // Not the variable itself, into which something could be put.
    private static bool IsValue(IOperation element) => element.Parent switch
    {
        IArgumentOperation { Parameter.RefKind: RefKind.None } or IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.RefKind: RefKind.None } } => true,
        IInvocationOperation or IPropertyReferenceOperation or IInterpolationOperation or IBinaryOperation => element.Type is { IsReferenceType: true },
        _ => false,
    };

    private string? ExternalOwner(ISymbol member) =>
        _context.Hierarchy.IsInSource(member.ContainingType) ? null : TypeTraits.MetadataName(member.ContainingType);

    private static IOperation? ArgumentFor(IInvocationOperation invocation, int ordinal) =>
        invocation.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == ordinal)?.Value;
}
