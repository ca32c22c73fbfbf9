using Memo.Analyzers.Calls;
using Memo.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Memo.Analyzers.Encodings;

/// <summary>
/// Whether what a method returns is or may be computed only when somebody asks for it. The declared type has to allow it, and what is
/// returned as that type has to be an iterator, a query or something that nobody can tell.
/// </summary>
internal sealed class LazyResult
{
    private static readonly HashSet<string> s_alwaysLazy =
    [
        "System.Lazy`1", "System.Lazy`2", "System.Collections.Generic.IAsyncEnumerable`1", "System.Collections.Generic.IAsyncEnumerator`1",
        "System.Collections.IEnumerator", "System.Collections.Generic.IEnumerator`1", "System.Linq.IOrderedEnumerable`1",
        "System.Linq.IQueryable", "System.Linq.IQueryable`1", "System.Linq.IOrderedQueryable", "System.Linq.IOrderedQueryable`1",
        "System.Linq.ParallelQuery", "System.Linq.ParallelQuery`1", "System.Linq.OrderedParallelQuery`1",
    ];

    private static readonly HashSet<string> s_sequences = ["System.Collections.IEnumerable", "System.Collections.Generic.IEnumerable`1"];

    private readonly EncodingTable _table;
    private readonly HashSet<ISymbol> _open = new(SymbolEqualityComparer.Default);

    private readonly HashSet<SyntaxTree> _looked;

    private LazyResult(EncodingTable table, HashSet<SyntaxTree> looked)
    {
        _table = table;
        _looked = looked;
    }

    /// <summary>A phrase that says why the result is lazy; null when it is not.</summary>
    /// <param name="method">The memoized method.</param>
    /// <param name="result">What it declares to return, awaited.</param>
    /// <param name="table">Of the compilation.</param>
    /// <param name="looked">Takes the files whose code decides.</param>
    public static string? Find(IMethodSymbol method, ITypeSymbol result, EncodingTable table, HashSet<SyntaxTree> looked)
    {
        if (IsAmong(s_alwaysLazy, result))
        {
            return $"'{result.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}' is computed when somebody asks for it; return what it gives";
        }

        if (!IsAmong(s_sequences, result))
        {
            return null;
        }

        return method.IsIterator || method.PartialImplementationPart is { IsIterator: true }
            ? "an iterator runs when somebody enumerates it; return an array or a list"
            : new LazyResult(table, looked).MayBeLazy(method)
                ? "what it returns may run when somebody enumerates it; return an array or a list, for instance with 'ToList()'"
                : null;
    }

    private static bool IsAmong(HashSet<string> names, ITypeSymbol type) => type is INamedTypeSymbol named && names.Contains(TypeTraits.MetadataName(named));

    private SemanticModel Look(SyntaxTree tree)
    {
        _looked.Add(tree);
        return _table.Model(tree);
    }

    private bool MayBeLazy(IMethodSymbol method)
    {
        if (!_open.Add(method))
        {
            return false; // a recursive call adds nothing of its own
        }

        var unit = CodeUnit.Load(method, Look, CancellationToken.None);
        var returned = unit.Operations.SelectMany(Own).OfType<IReturnOperation>().Where(operation => operation.ReturnedValue is not null).ToList();
        return method.IsIterator || unit.Shape != CodeShape.Written || returned.Any(operation => IsLazy(operation.ReturnedValue!, method));
    }

    // Without what lambdas and local functions do.
    private static IEnumerable<IOperation> Own(IOperation root)
    {
        var pending = new Stack<IOperation>([root]);
        while (pending.Count > 0)
        {
            var operation = pending.Pop();
            yield return operation;
            if (operation is not (IAnonymousFunctionOperation or ILocalFunctionOperation))
            {
                foreach (var child in operation.ChildOperations)
                {
                    pending.Push(child);
                }
            }
        }
    }

    private bool IsLazy(IOperation value, IMethodSymbol method)
    {
        switch (value)
        {
            case { ConstantValue.HasValue: true } or IDefaultValueOperation or IThrowOperation or ICollectionExpressionOperation or IConditionalAccessInstanceOperation:
                return false;
            case IConversionOperation { OperatorMethod: null } conversion:
                return IsLazy(conversion.Operand, method);
            case IConditionalOperation { WhenFalse: { } otherwise } choice:
                return IsLazy(choice.WhenTrue, method) || IsLazy(otherwise, method);
            case ICoalesceOperation coalesce:
                return IsLazy(coalesce.Value, method) || IsLazy(coalesce.WhenNull, method);
            case IConditionalAccessOperation access:
                return IsLazy(access.WhenNotNull, method);
            case ISwitchExpressionOperation choice:
                return choice.Arms.Any(arm => IsLazy(arm.Value, method));
            case ISimpleAssignmentOperation assignment:
                return IsLazy(assignment.Value, method);
        }

        return !IsMade(value.Type) && value switch
        {
            ILocalReferenceOperation { Local: { RefKind: RefKind.None } local } => IsLazyVariable(local, method),
            // What an argument is, is known when the key is made: a lazy one is no key.
            IParameterReferenceOperation { Parameter: { RefKind: RefKind.None or RefKind.In } parameter } when _open.Count == 1 => Assigned(parameter, method).Any(assigned => assigned is null || IsLazy(assigned, method)),
            IInvocationOperation { Arguments: [var only, ..], TargetMethod: { Name: "FromResult" or "AsEnumerable", IsStatic: true } target } when !_table.Hierarchy.IsInSource(target) => IsLazy(only.Value, method),
            IInvocationOperation { TargetMethod: { Name: "Empty", Parameters.IsEmpty: true, ContainingType.Name: "Enumerable" } } => false,
            IInvocationOperation { TargetMethod: { IsVirtual: false, IsAbstract: false, IsOverride: false, MethodKind: MethodKind.Ordinary } target } when _table.Hierarchy.IsInSource(target) =>
                MayBeLazy((target.ReducedFrom ?? target).OriginalDefinition),
            _ => true,
        };
    }

    private bool IsLazyVariable(ILocalSymbol local, IMethodSymbol method)
    {
        if (!_open.Add(local))
        {
            return false;
        }

        var assigned = Assigned(local, method).ToList();
        return assigned.Count == 0 || assigned.Any(value => value is null || IsLazy(value, method));
    }

    /// <summary>What is assigned to a variable; null where that cannot be said.</summary>
    private IEnumerable<IOperation?> Assigned(ISymbol variable, IMethodSymbol method)
    {
        foreach (var operation in CodeUnit.Load(method, Look, CancellationToken.None).Operations.SelectMany(operation => operation.DescendantsAndSelf()))
        {
            switch (operation)
            {
                case IVariableDeclaratorOperation { Initializer: { } initializer } declarator when Is(declarator.Symbol):
                    yield return initializer.Value;
                    break;
                case ILocalReferenceOperation { Local: var local } when Is(local) && OperationCalls.Access(operation).Writes:
                    yield return (operation.Parent as ISimpleAssignmentOperation)?.Value;
                    break;
                case IParameterReferenceOperation { Parameter: var parameter } when Is(parameter) && OperationCalls.Access(operation).Writes:
                    yield return (operation.Parent as ISimpleAssignmentOperation)?.Value;
                    break;
                case IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out, Value: ILocalReferenceOperation { Local: var local } } when Is(local):
                    yield return null;
                    break;
                case IDeclarationExpressionOperation { Expression: ILocalReferenceOperation { Local: var local } } when Is(local):
                case IDeclarationPatternOperation { DeclaredSymbol: { } declared } when Is(declared):
                    yield return null;
                    break;
            }
        }

        bool Is(ISymbol symbol) => SymbolEqualityComparer.Default.Equals(symbol, variable);
    }

    // A type that holds its elements: a collection has them, and knows how many.
    private static bool IsMade(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol => true,
        INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } named => named.SpecialType != SpecialType.System_Object
            && named.TypeKind != TypeKind.Dynamic && !IsAmong(s_alwaysLazy, named) && named.Name is not ("Task" or "ValueTask"),
        INamedTypeSymbol { TypeKind: TypeKind.Interface } named => named.ContainingNamespace.ToDisplayString() is "System.Collections" or "System.Collections.Generic" or "System.Collections.Immutable"
            && !IsAmong(s_alwaysLazy, named) && !IsAmong(s_sequences, named),
        _ => false,
    };
}
