using Memo.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Memo.Analyzers.Encodings;

/// <summary>Which methods and which calls can be sent through the cache, and why the others cannot.</summary>
internal static class Interception
{
    /// <summary>Why no call of the method can ever be intercepted; null when calls can.</summary>
    public static string? WhyNever(IMethodSymbol method, EncodingTable table)
    {
        if (method.MethodKind is not MethodKind.Ordinary)
        {
            return method.MethodKind switch
            {
                MethodKind.LocalFunction => "a local function has no name outside of its method; make it a method",
                MethodKind.AnonymousFunction => "a lambda is called through a delegate; make it a method",
                MethodKind.PropertyGet or MethodKind.PropertySet => "the compiler intercepts no accessors; make it a method",
                MethodKind.ExplicitInterfaceImplementation => "it is called through its interface only",
                MethodKind.UserDefinedOperator or MethodKind.Conversion => "the compiler intercepts no operators; make it a method",
                _ => "it is not an ordinary method",
            };
        }

        if (method.IsAbstract || method.IsExtern)
        {
            return "it has no body";
        }

        if (!method.ContainingType.CanBeReferencedByName)
        {
            return "it is a member of an extension block; make it an extension method";
        }

        if (IsForbidden(method))
        {
            return "it is obsolete, and using it is an error";
        }

        if (!method.IsStatic && method.ContainingType.IsValueType && !table.Compilation.IsSymbolAccessibleWithin(method, table.Compilation.Assembly))
        {
            return "it is a hidden method of a struct; make it internal";
        }

        if (ConstructedMethods.IsGeneric(method) && !table.Compilation.IsSymbolAccessibleWithin(method.OriginalDefinition, table.Compilation.Assembly)
            && WhyNoAccessor(method.OriginalDefinition, table.Compilation) is { } closed)
        {
            return closed;
        }

        if (method.RefKind != RefKind.None)
        {
            return "it returns by reference";
        }

        if (method.IsVararg)
        {
            return "it takes variable arguments";
        }

        for (var type = method.ContainingType; type is not null; type = type.ContainingType)
        {
            if (type.IsFileLocal)
            {
                return $"the file-local type '{type.Name}' cannot be named in generated code";
            }
        }

        foreach (var type in method.Parameters.Select(parameter => parameter.Type).Append(method.ReturnType))
        {
            // That a pointer is no value is said where it stands.
            if (type.TypeKind is not (TypeKind.Pointer or TypeKind.FunctionPointer) && !IsOpenIn(method, type) && Unnameable(type, table.Compilation) is { } unnameable)
            {
                return $"the type '{unnameable.ToDisplayString()}' cannot be named in generated code; make it internal";
            }
        }

        return method.IsStatic || IsOpenIn(method, method.ContainingType) || Unnameable(method.ContainingType, table.Compilation) is not { } hidden
            ? null
            : $"the type '{hidden.ToDisplayString()}' cannot be named in generated code; make it internal";
    }

    // An accessor repeats the type parameters of the method with their constraints; it has none for those of the type.
    private static string? WhyNoAccessor(IMethodSymbol definition, Compilation compilation)
    {
        if (ConstructedMethods.IsGeneric(definition.ContainingType))
        {
            return "it is a hidden method of a generic type; make it internal";
        }

        foreach (var constraint in definition.TypeParameters.SelectMany(parameter => parameter.ConstraintTypes))
        {
            if (ConstructedMethods.FindOpen(constraint) is null && Unnameable(constraint, compilation) is { } hidden)
            {
                return $"the type '{hidden.ToDisplayString()}' cannot be named in generated code; make it internal";
            }
        }

        return null;
    }

    /// <summary>Why this call of a memoized method is not intercepted; null when it is.</summary>
    public static string? WhyNot(IInvocationOperation invocation, EncodingTable table)
    {
        var method = (invocation.TargetMethod.ReducedFrom ?? invocation.TargetMethod).OriginalDefinition;
        if (!table.Types.IsMemoized(method))
        {
            return "it is not memoized";
        }

        if (!table.Hierarchy.IsInSource(method))
        {
            return $"it is declared in another assembly, '{method.ContainingAssembly.Name}'";
        }

        if (invocation.Syntax is not InvocationExpressionSyntax syntax)
        {
            return "the compiler made this call";
        }

        if (invocation.Instance is IInstanceReferenceOperation { Syntax: BaseExpressionSyntax })
        {
            return "a call through 'base' cannot be intercepted";
        }

        if (Name(syntax) is null)
        {
            return "the method is not called by its name";
        }

        for (IOperation? parent = invocation.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IConversionOperation or IDelegateCreationOperation or IArgumentOperation
                && parent.Type is INamedTypeSymbol { Name: "Expression", ContainingNamespace.Name: "Expressions" })
            {
                return "an expression tree is data, not a call";
            }
        }

        var called = invocation.TargetMethod.ReducedFrom ?? invocation.TargetMethod;
        return WhyNotFor(called, table)
            ?? (table.EncodingOf(called).Problems is [var problem, ..] ? ConstructedMethods.IsGeneric(called) ? problem.ReasonInFull : problem.Reason : null);
    }

    /// <summary>
    /// Whether the closure of a memoized method stands for a call of it: the call goes through the cache, and there is one closure for all
    /// calls. A generic one has a closure for each choice of type arguments.
    /// </summary>
    public static bool StandsForItself(IInvocationOperation invocation, EncodingTable table) =>
        !ConstructedMethods.IsGeneric(invocation.TargetMethod) && WhyNot(invocation, table) is null;

    // An interceptor is written for the type arguments of the call: they have to be known, and it has to be able to name them.
    private static string? WhyNotFor(IMethodSymbol called, EncodingTable table)
    {
        if (!ConstructedMethods.IsGeneric(called))
        {
            return null;
        }

        foreach (var argument in ConstructedMethods.TypeArguments(called))
        {
            if (ConstructedMethods.FindOpen(argument) is { } open)
            {
                return $"its type argument '{open.Name}' is another one for each caller";
            }

            if (Unnameable(argument, table.Compilation) is { } unnameable)
            {
                return $"the type '{unnameable.ToDisplayString()}' cannot be named in generated code; make it internal";
            }
        }

        return null;
    }

    // What a definition leaves open is asked of each method that is constructed from it.
    internal static bool IsOpenIn(IMethodSymbol method, ITypeSymbol type) => ConstructedMethods.IsDefinition(method) && ConstructedMethods.FindOpen(type) is not null;

    /// <summary>The name that an interceptor replaces.</summary>
    public static SimpleNameSyntax? Name(InvocationExpressionSyntax invocation) => invocation.Expression switch
    {
        SimpleNameSyntax name => name,
        MemberAccessExpressionSyntax access => access.Name,
        MemberBindingExpressionSyntax binding => binding.Name,
        _ => null,
    };

    /// <summary>The call that is made by a name; null when there is none.</summary>
    public static InvocationExpressionSyntax? CallBy(SimpleNameSyntax name) =>
        (name.Parent is MemberAccessExpressionSyntax or MemberBindingExpressionSyntax ? name.Parent.Parent : name.Parent) is InvocationExpressionSyntax call && Name(call) == name
            ? call
            : null;

    // [Obsolete("…", error: true)]: no pragma lets generated code use it.
    internal static bool IsForbidden(ISymbol symbol) => symbol.GetAttributes().Any(attribute =>
        attribute is { AttributeClass.Name: nameof(ObsoleteAttribute), ConstructorArguments: [_, { Value: true }] });

    /// <summary>A type inside of <paramref name="type"/> that code elsewhere in the assembly cannot say; null when it can say all.</summary>
    public static ITypeSymbol? Unnameable(ITypeSymbol type, Compilation compilation)
    {
        switch (type)
        {
            case IArrayTypeSymbol array:
                return Unnameable(array.ElementType, compilation);
            case ITypeParameterSymbol:
            case IPointerTypeSymbol:
            case IFunctionPointerTypeSymbol:
                return type;
            case INamedTypeSymbol named:
                // The arguments first: a list of a private type is as hidden as the type, which is the one to name.
                foreach (var argument in named.TypeArguments)
                {
                    if (Unnameable(argument, compilation) is { } inner)
                    {
                        return inner;
                    }
                }

                return named.IsAnonymousType || named.IsFileLocal || IsForbidden(named) || !compilation.IsSymbolAccessibleWithin(named, compilation.Assembly)
                    ? type
                    : null;
            default:
                return null;
        }
    }
}
