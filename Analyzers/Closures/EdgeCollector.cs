using System.Collections.Immutable;
using Memo.Analyzers.Calls;
using Memo.Analyzers.Encodings;
using Memo.Analyzers.Hashing;
using Memo.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Memo.Analyzers.Closures;

/// <summary>The edges of one unit, each once, in the order of first use, and the types of which it makes objects.</summary>
internal sealed class EdgeCollector(ClosureEngine engine, CodeUnit unit, UnitCalls calls) : ICalleeIndex
{
    private readonly Dictionary<EdgeKey, int> _known = [];
    private readonly List<CodeEdge> _edges = [];
    private readonly Dictionary<ISymbol, CodeEdge> _neighbours = new(SymbolEqualityComparer.Default);
    private readonly HashSet<INamedTypeSymbol> _made = new(SymbolEqualityComparer.Default);

    private IMethodSymbol? _function;

    public int Count => _edges.Count;

    public ImmutableArray<CodeEdge> Edges => [.. _edges];

    /// <summary>What runs beside it: other initializers of a touched type.</summary>
    public ImmutableArray<CodeEdge> Neighbours => [.. _neighbours.Values];

    /// <summary>Types of the compilation of which the unit makes objects, or that it hands to code which may.</summary>
    public ImmutableArray<INamedTypeSymbol> Made => [.. _made];

    public IMethodSymbol? Enter(IMethodSymbol? function)
    {
        var outer = _function;
        _function = function;
        return outer;
    }

    public ImmutableArray<CodeCall> CallsOf(IOperation operation)
    {
        AddMade(operation);
        var found = calls.Of(operation);
        foreach (var call in found)
        {
            if (call.Kind == CallKind.StaticNeighbour && !_neighbours.ContainsKey(call.Target))
            {
                _neighbours.Add(call.Target, new(call.Kind, call.Target, call.Site, [call.Target]));
            }

            AddUnseenOf(call.Target);
        }

        return found;
    }

    public int IndexOf(CodeCall call)
    {
        var isStatic = unit.Symbol is IFieldSymbol or IPropertySymbol or IMethodSymbol { MethodKind: MethodKind.StaticConstructor };
        var throughCache = !isStatic && call is { Kind: CallKind.Direct, Site: IInvocationOperation invocation } && Interception.StandsForItself(invocation, engine.Encodings);
        var isDispatched = call is { IsVirtual: true, Subject.Kind: not SubjectKind.Exact };
        var key = new EdgeKey(call.Kind, call.Target.OriginalDefinition, isDispatched ? call.Root : null, call.Subject, throughCache, _function);
        if (!_known.TryGetValue(key, out var index))
        {
            _known.Add(key, index = _edges.Count);
            var targets = engine.Calls.Targets(call);
            _edges.Add(new(call.Kind, call.Target.OriginalDefinition, call.Site, targets)
            {
                Root = isDispatched ? call.Root : null,
                Subject = call.Subject,
                ThroughCache = throughCache,
                Function = _function,
            });
            foreach (var target in targets)
            {
                AddUnseenOf(target);
            }
        }

        return index;
    }

    /// <summary>As <see cref="IndexOf"/>, for what the compiler calls without an operation that says so.</summary>
    public int IndexOfImplied(ISymbol target)
    {
        var declared = target.OriginalDefinition;
        var kind = target is INamedTypeSymbol ? CallKind.Contract
            : target is IMethodSymbol { MethodKind: MethodKind.StaticConstructor } ? CallKind.StaticInitializer
            : unit.Symbol is INamedTypeSymbol ? CallKind.Contract // generic code runs it, on whatever it likes
            : CallKind.Direct;
        var root = OperationCalls.IsDispatched(declared, unit.Symbol) ? declared.ContainingType : null;
        var key = new EdgeKey(kind, declared, root, DispatchSubject.Open, false, null);
        if (!_known.TryGetValue(key, out var index))
        {
            _known.Add(key, index = _edges.Count);
            _edges.Add(new(kind, declared, null, engine.Calls.ImpliedTargets(declared, unit.Symbol)) { Root = root });
        }

        return index;
    }

    /// <summary>What generic code is given by the types that derive from the one that it is in; and what a type gives so.</summary>
    public void AddInherited()
    {
        if (unit.Symbol is INamedTypeSymbol type)
        {
            foreach (var (_, argument) in engine.Calls.Inherited.Of(type).SelectMany(TypeTraits.Arguments))
            {
                AddMade(argument);
            }
        }
        else if (unit.Symbol.ContainingType is { } own && engine.Calls.Inherited.To(own) is { IsEmpty: false } givers)
        {
            _edges.Add(new(CallKind.Inherited, own.OriginalDefinition, null, [.. givers.Select(given => (ISymbol)given.Giver).Distinct<ISymbol>(SymbolEqualityComparer.Default)]) { Root = own.OriginalDefinition });
        }
    }

    private void AddMade(IOperation operation)
    {
        switch (operation)
        {
            case IObjectCreationOperation creation:
                AddMade(creation.Type);
                break;
            case IWithOperation with:
                AddMade(with.Type);
                break;
            case ICollectionExpressionOperation collection:
                AddMade(collection.Type);
                break;
            case ITypeOfOperation type:
                AddMade(type.TypeOperand);
                break;
            case IConversionOperation { Operand.Type: { IsValueType: true } boxed, Type.IsReferenceType: true }:
                AddMade(boxed);
                break;
            case IInvocationOperation invocation:
                AddMentioned(invocation.TargetMethod);
                if (HeldTypes.MakesObjects(invocation.TargetMethod))
                {
                    AddDeep(invocation);
                }

                break;
            case IMethodReferenceOperation reference:
                AddMentioned(reference.Method);
                break;
            case IPropertyReferenceOperation property:
                AddMade(property.Property.ContainingType);
                break;
            case IFieldReferenceOperation { Field.IsStatic: true } field:
                AddMade(field.Field.ContainingType);
                break;
        }
    }

    private void AddUnseenOf(ISymbol callee)
    {
        if (callee is IMethodSymbol method && engine.Assumptions.Accepts(method))
        {
            foreach (var type in GivenTypes.Of(method))
            {
                AddUnseen(type);
            }
        }
    }

    // Accepted by hand, however it makes what it gives. What the framework's members are on such an object, its type decides.
    private void AddUnseen(ITypeSymbol type)
    {
        _made.UnionWith(engine.Held.AllowedIn(type));
        foreach (var held in engine.Held.BehindFramework(type))
        {
            IndexOfImplied(held);
        }
    }

    private void AddMentioned(IMethodSymbol method)
    {
        foreach (var argument in method.TypeArguments)
        {
            AddMade(argument);
        }

        if (method.ContainingType is { IsGenericType: true } generic)
        {
            AddMade(generic);
        }
    }

    // A serializer or the like makes objects of whatever its types allow; to write, only what helps it.
    private void AddDeep(IInvocationOperation invocation)
    {
        var onlyWrites = invocation.TargetMethod.Name.StartsWith("Serialize", StringComparison.Ordinal);
        foreach (var type in invocation.TargetMethod.TypeArguments.Concat(invocation.Arguments.Select(argument => OperationCalls.Unconverted(argument.Value).Type)))
        {
            _made.UnionWith(onlyWrites ? engine.Held.NamedIn(type) : engine.Held.AllowedIn(type));
        }
    }

    // With a type goes every type that it mentions: generic code may make objects of its type arguments.
    private void AddMade(ITypeSymbol? type) => _made.UnionWith(engine.Contracts.UserTypesIn(type));

    private readonly record struct EdgeKey(CallKind Kind, ISymbol Target, INamedTypeSymbol? Root, DispatchSubject Subject, bool ThroughCache, IMethodSymbol? Function)
    {
        public bool Equals(EdgeKey other) => Kind == other.Kind && ThroughCache == other.ThroughCache && Subject.Equals(other.Subject)
            && SymbolEqualityComparer.Default.Equals(Target, other.Target) && SymbolEqualityComparer.Default.Equals(Root, other.Root)
            && SymbolEqualityComparer.Default.Equals(Function, other.Function);

        public override int GetHashCode() => (SymbolEqualityComparer.Default.GetHashCode(Target) * 397) ^ (int)Kind;
    }
}
