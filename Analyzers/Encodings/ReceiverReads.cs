using Memo.Analyzers.Calls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Memo.Analyzers.Encodings;

/// <summary>
/// Which fields of its own object a method can read. As long as the object goes nowhere (<c>this</c> only stands before a member), nobody
/// reads its fields but the members that are called on it. What holds the same object from elsewhere, such as an argument, is in the key with all its
/// fields.
/// </summary>
internal sealed class ReceiverReads
{
    private readonly EncodingTable _table;
    private readonly HashSet<SyntaxTree> _looked;
    private readonly HashSet<ISymbol> _fields = new(SymbolEqualityComparer.Default);
    private readonly HashSet<IMethodSymbol> _followed = new(SymbolEqualityComparer.Default);
    private readonly Queue<IMethodSymbol> _pending = new();

    private ReceiverReads(EncodingTable table, HashSet<SyntaxTree> looked)
    {
        _table = table;
        _looked = looked;
    }

    /// <summary>Delegates of its methods are made, and two delegates are equal when their objects are one.</summary>
    public bool ShowsIdentity { get; private set; }

    /// <summary>Null where the object can be seen in other ways, so that all its fields count.</summary>
    /// <param name="method">The memoized method.</param>
    /// <param name="table">Of the compilation.</param>
    /// <param name="looked">Takes the files whose code decides.</param>
    public static ReceiverReads? Find(IMethodSymbol method, EncodingTable table, HashSet<SyntaxTree> looked)
    {
        var declared = method.OriginalDefinition;
        if (!table.Hierarchy.IsInSource(declared))
        {
            return null; // in an editor, the source of another project is there, and is none of ours
        }

        var reads = new ReceiverReads(table, looked);
        reads.Follow(declared);
        if (declared.IsVirtual || declared.IsOverride || declared.IsAbstract)
        {
            foreach (var (_, code) in table.Hierarchy.Targets(declared, declared.ContainingType))
            {
                reads.Follow(code);
            }
        }

        while (reads._pending.Count > 0)
        {
            if (!reads.Look(reads._pending.Dequeue()))
            {
                return null;
            }
        }

        return reads;
    }

    /// <param name="field">A field, or the parameter that a primary constructor keeps in one.</param>
    public bool Include(ISymbol field) => _fields.Contains(field.OriginalDefinition);

    private void Follow(IMethodSymbol code)
    {
        if (_followed.Add(code))
        {
            _pending.Enqueue(code);
        }
    }

    private SemanticModel Model(SyntaxTree tree)
    {
        _looked.Add(tree);
        return _table.Model(tree);
    }

    private bool Look(IMethodSymbol code)
    {
        // What it returns is a place in the object, from which others can be reached.
        if (code.ReturnsByRef || code.ReturnsByRefReadonly)
        {
            return false;
        }

        var unit = CodeUnit.Load(code, Model, CancellationToken.None);
        return unit.Shape switch
        {
            CodeShape.Abstract => true,
            CodeShape.AutoAccessor => AddFieldBehind(code),
            CodeShape.Written => LookInto(unit),
            _ => false,
        };
    }

    private bool AddFieldBehind(IMethodSymbol accessor)
    {
        var own = accessor.ContainingType.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(field => field.AssociatedSymbol is { } behind
            && SymbolEqualityComparer.Default.Equals(behind, accessor.AssociatedSymbol));
        if (own is null)
        {
            return false;
        }

        _fields.Add(own);
        return true;
    }

    private bool LookInto(CodeUnit unit)
    {
        var pending = new Stack<IOperation>(unit.Operations);
        while (pending.Count > 0)
        {
            var operation = pending.Pop();
            if (OperationCalls.IsConstant(operation))
            {
                continue;
            }

            var isFine = operation switch
            {
                IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } self => Use(self),
                // Only the primary constructor of the type has parameters that its members see.
                IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } } kept } => Read(kept, operation),
                // The handler of an interpolated text may be given the object.
                IInterpolatedStringHandlerArgumentPlaceholderOperation { PlaceholderKind: InterpolatedStringArgumentPlaceholderKind.CallsiteReceiver } => false,
                // The object is a constant in an expression tree, which is data for whoever reads it.
                { Type: { Name: "Expression", ContainingNamespace: { Name: "Expressions" } } } => false,
                _ => true,
            };
            if (!isFine)
            {
                return false;
            }

            foreach (var child in operation.ChildOperations)
            {
                pending.Push(child);
            }
        }

        return true;
    }

    private bool Use(IInstanceReferenceOperation self) => self.Parent switch
    {
        IFieldReferenceOperation { Field: var field } reference when reference.Instance == self => _table.Hierarchy.IsInSource(field) && Read(field, reference),
        IPropertyReferenceOperation property when property.Instance == self => Call(property, self),
        IInvocationOperation invocation when invocation.Instance == self => Call(invocation, self),
        IMethodReferenceOperation { Parent: IDelegateCreationOperation creation } => ShowsIdentity = Call(creation, self),
        _ => false,
    };

    private bool Read(ISymbol field, IOperation reference)
    {
        _fields.Add(field.OriginalDefinition);
        return !IsByReference(reference);
    }

    // From a place in the object, unsafe code reaches its neighbours.
    private static bool IsByReference(IOperation place)
    {
        while (place.Parent is IFieldReferenceOperation { Field.ContainingType.IsValueType: true } part && part.Instance == place)
        {
            place = part;
        }

        var syntax = place.Syntax.Parent;
        while (syntax is ParenthesizedExpressionSyntax)
        {
            syntax = syntax.Parent;
        }

        return syntax is RefExpressionSyntax || place.Parent is IAddressOfOperation or IArgumentOperation { Parameter: null or { RefKind: not RefKind.None } };
    }

    private bool Call(IOperation operation, IInstanceReferenceOperation self)
    {
        var calls = new List<CodeCall>();
        _table.Calls.Collect(operation, calls);
        var made = calls.Where(call => ReferenceEquals(call.Receiver, self)).ToList();
        foreach (var call in made)
        {
            if (!_table.Hierarchy.IsInSource(call.Target))
            {
                return false;
            }

            foreach (var target in _table.Calls.Targets(call))
            {
                if (target is not IMethodSymbol code)
                {
                    return false;
                }

                Follow(code);
            }
        }

        return made.Count > 0;
    }
}
