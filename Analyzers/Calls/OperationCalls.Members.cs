using System.Collections.Immutable;
using Memo.Analyzers.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Calls;

/// <summary>Accessors, static initialization, constructors, and what other code may call on a user's type.</summary>
internal sealed partial class OperationCalls
{
    private void Property(IPropertyReferenceOperation reference, List<CodeCall> into)
    {
        var (reads, writes) = Access(reference);
        var property = reference.Property;
        if (!reference.Arguments.IsEmpty && !hierarchy.IsInSource(property))
        {
            Mention(into, reference, property.ContainingType); // d[key] hashes and compares the key
        }

        var isVirtual = IsOverridable(property, reference.Instance);
        var values = Values(reference.Arguments, property.Parameters.Length);
        if (reads || property.RefKind != RefKind.None)
        {
            Add(into, Root(property, p => p.GetMethod), reference, reference.Instance, values, isVirtual);
        }

        if (writes && property.RefKind == RefKind.None)
        {
            Add(into, Root(property, p => p.SetMethod), reference, reference.Instance, values.Add(Written(reference)), isVirtual);
        }

        if (property.IsStatic && hierarchy.IsInSource(property))
        {
            StaticRead(property, reference, into);
        }
    }

    // What a setter is given; of a deconstruction that calls a method, all that is taken apart.
    private static IOperation? Written(IOperation place) => place.Parent switch
    {
        ISimpleAssignmentOperation assignment => assignment.Value,
        ICoalesceAssignmentOperation coalesce => coalesce.Value,
        ICompoundAssignmentOperation or IIncrementOrDecrementOperation => place.Parent,
        IDeconstructionAssignmentOperation deconstruction => deconstruction.Value,
        ITupleOperation tuple when IsDeconstructionTarget(tuple) =>
            Written(tuple) is { } whole && Unconverted(whole) is ITupleOperation { Elements: var elements } && elements.Length == tuple.Elements.Length
                ? elements[tuple.Elements.IndexOf(place)]
                : Written(tuple),
        _ => null,
    };

    // A property that overrides only one accessor inherits the other.
    private static IMethodSymbol? Root(IPropertySymbol property, Func<IPropertySymbol, IMethodSymbol?> accessor)
    {
        for (var current = property; current is not null; current = current.OverriddenProperty)
        {
            if (accessor(current) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>Whether a reference reads or writes what it refers to.</summary>
    public static (bool Reads, bool Writes) Access(IOperation reference)
    {
        switch (reference.Parent)
        {
            case ISimpleAssignmentOperation assignment when assignment.Target == reference:
                return (assignment.IsRef, !assignment.IsRef);
            case ICompoundAssignmentOperation compound when compound.Target == reference:
            case IIncrementOrDecrementOperation:
            case ICoalesceAssignmentOperation coalesce when coalesce.Target == reference:
                return (true, true);
            case ITupleOperation tuple when IsDeconstructionTarget(tuple):
            case IDeconstructionAssignmentOperation deconstruction when deconstruction.Target == reference:
                return (false, true);
            case IArgumentOperation { Parameter.RefKind: RefKind.Out or RefKind.Ref }:
                return (true, true);
            case IMemberInitializerOperation member when member.InitializedMember == reference:
                return (true, false); // `X = { … }` reads X and fills it
            default:
                return (true, false);
        }
    }

    private static bool IsDeconstructionTarget(IOperation tuple)
    {
        while (tuple.Parent is ITupleOperation outer)
        {
            tuple = outer;
        }

        return tuple.Parent is IDeconstructionAssignmentOperation deconstruction && deconstruction.Target == tuple;
    }

    private void StaticRead(ISymbol member, IOperation site, List<CodeCall> into)
    {
        if (!hierarchy.IsInSource(member))
        {
            return;
        }

        var type = member.ContainingType.OriginalDefinition;
        GiveArguments(into, site, member.ContainingType);
        into.Add(new(CallKind.StaticInitializer, member.OriginalDefinition, site, null, [], false));
        StaticConstructor(type, site, into);
        foreach (var neighbour in type.GetMembers())
        {
            if (neighbour is IFieldSymbol { IsStatic: true, IsConst: false } field
                && !SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol ?? field, member.OriginalDefinition))
            {
                into.Add(new(CallKind.StaticNeighbour, field.AssociatedSymbol ?? field, site, null, [], false));
            }
        }
    }

    private static void StaticConstructor(INamedTypeSymbol type, IOperation site, List<CodeCall> into)
    {
        foreach (var constructor in type.StaticConstructors)
        {
            if (!constructor.IsImplicitlyDeclared)
            {
                into.Add(new(CallKind.StaticInitializer, constructor, site, null, [], false));
            }
        }
    }

    private void AddFinalizer(List<CodeCall> into, IOperation site, ITypeSymbol? type)
    {
        foreach (var finalizer in contracts.Finalizers(type))
        {
            into.Add(new(CallKind.Contract, finalizer, site, null, [], false));
        }
    }

    private void Accessor(ISymbol? member, IOperation site, IOperation? receiver, List<CodeCall> into) =>
        Add(into, member as IMethodSymbol ?? (member as IPropertySymbol)?.GetMethod, site, receiver, [], IsOverridable(member, receiver));

    private static bool IsOverridable(ISymbol? member, IOperation? receiver) =>
        member is { IsVirtual: true } or { IsAbstract: true } or { IsOverride: true, IsSealed: false }
        && !IsBaseAccess(receiver)
        && receiver?.Type is not { IsValueType: true };

    /// <summary>Whether a member that the compiler calls on the receiver is what the receiver's type makes of it; those of a base it calls as they are.</summary>
    public static bool IsDispatched(ISymbol member, ISymbol caller) =>
        SymbolEqualityComparer.Default.Equals(member.ContainingType, caller.ContainingType) && member is IMethodSymbol { IsStatic: false, ContainingType.IsSealed: false } and ({ IsVirtual: true } or { IsAbstract: true } or { IsOverride: true, IsSealed: false });

    /// <summary>The code that may run where the compiler calls something without an operation that says so.</summary>
    public ImmutableArray<ISymbol> ImpliedTargets(ISymbol target, ISymbol caller) => target switch
    {
        INamedTypeSymbol type => [.. contracts.Of(type)],
        IMethodSymbol method when IsDispatched(method, caller) =>
            [.. hierarchy.Targets(method, method.ContainingType).Select(found => found.Code).Distinct<IMethodSymbol>(SymbolEqualityComparer.Default)],
        _ => [target],
    };

    private static bool IsBaseAccess(IOperation? receiver) =>
        receiver is IInstanceReferenceOperation { Syntax: BaseExpressionSyntax };

    private static ImmutableArray<IOperation?> Values(ImmutableArray<IArgumentOperation> arguments, int parameters)
    {
        var values = new IOperation?[parameters];
        foreach (var argument in arguments)
        {
            if (argument.Parameter is { } parameter && parameter.Ordinal < values.Length)
            {
                values[parameter.Ordinal] = argument.Value;
            }
        }

        return [.. values];
    }

    private void Add(
        List<CodeCall> into, IMethodSymbol? method, IOperation site, IOperation? receiver, ImmutableArray<IOperation?> arguments,
        bool isVirtual = false, CallKind kind = CallKind.Direct)
    {
        if (method is null)
        {
            return;
        }

        // `T.Zero` and `a + b` of a type parameter: its type argument says which code that is.
        into.Add(new(kind, method, site, receiver, arguments, isVirtual || method is { IsStatic: true, IsAbstract: true } or { IsStatic: true, IsVirtual: true }));
        if (!hierarchy.IsInSource(method))
        {
            return;
        }

        if (method.IsStatic || method.MethodKind == MethodKind.Constructor)
        {
            StaticConstructor(method.ContainingType.OriginalDefinition, site, into);
        }

        foreach (var argument in method.TypeArguments)
        {
            Give(into, site, argument);
        }

        GiveArguments(into, site, method.ContainingType);
    }

    // What generic code is given the name of, it may make, and call.
    private void Give(List<CodeCall> into, IOperation site, ITypeSymbol argument)
    {
        foreach (var given in contracts.Given(argument))
        {
            into.Add(new(given.Kind, given.Code, site, null, [], false));
        }
    }

    private void GiveArguments(List<CodeCall> into, IOperation site, INamedTypeSymbol type)
    {
        if (!type.IsGenericType)
        {
            return; // most are not
        }

        foreach (var (_, argument) in TypeTraits.Arguments(type))
        {
            Give(into, site, argument);
        }
    }

    // A user's type handed to other code by name or by value: that code may call what the type implements of the framework.
    private void Mention(List<CodeCall> into, IOperation site, ITypeSymbol? type)
    {
        foreach (var user in type is null ? [] : contracts.Mentioned(type))
        {
            into.Add(new(CallKind.Contract, user, site, null, [], false));
        }
    }

    // The run-time type is the static one: nothing derives from it, or it was made right here.
    private static bool IsExact(IOperation receiver) =>
        receiver.Type is INamedTypeSymbol { IsValueType: true } or INamedTypeSymbol { IsSealed: true } || receiver is IObjectCreationOperation;

    private static IMethodSymbol? ExactTarget(IMethodSymbol method, INamedTypeSymbol type)
    {
        if (method.ContainingType.TypeKind == TypeKind.Interface)
        {
            return type.FindImplementationForInterfaceMember(method) as IMethodSymbol;
        }

        for (var current = type; current is not null; current = current.BaseType)
        {
            foreach (var member in current.GetMembers(method.Name))
            {
                for (var candidate = member as IMethodSymbol; candidate is not null; candidate = candidate.OverriddenMethod)
                {
                    if (SymbolEqualityComparer.Default.Equals(candidate.OriginalDefinition, method.OriginalDefinition))
                    {
                        return (IMethodSymbol)member;
                    }
                }
            }
        }

        return null;
    }
}
