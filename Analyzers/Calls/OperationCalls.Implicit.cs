using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Memo.Analyzers.Calls;

/// <summary>The calls that nobody wrote down: enumeration, disposal, formatting, deconstruction, conversions, collection building.</summary>
internal sealed partial class OperationCalls
{
    private void Convert(IConversionOperation conversion, List<CodeCall> into)
    {
        Add(into, conversion.OperatorMethod, conversion, null, [conversion.Operand]);

        if (conversion is { OperatorMethod: null, Operand.Type: INamedTypeSymbol { IsTupleType: true } source, Type: INamedTypeSymbol { IsTupleType: true } target })
        {
            ConvertElements(conversion, source, target, into);
        }

        // From a user's type to one that other code knows (object, IEnumerable<T>, …): it may be called through that.
        if (conversion.OperatorMethod is null && conversion.Operand.Type is { } from && conversion.Type is { } to && !hierarchy.IsInSource(to))
        {
            Mention(into, conversion, from);
        }
    }

    // A tuple converts element by element, each by its own operator.
    private void ConvertElements(IConversionOperation conversion, INamedTypeSymbol source, INamedTypeSymbol target, List<CodeCall> into)
    {
        for (var i = 0; i < source.TupleElements.Length && i < target.TupleElements.Length; i++)
        {
            var (from, to) = (source.TupleElements[i].Type, target.TupleElements[i].Type);
            if (conversion.SemanticModel?.Compilation is CSharpCompilation compilation)
            {
                Add(into, compilation.ClassifyConversion(from, to).MethodSymbol, conversion, null, [conversion.Operand]);
            }

            if (from is INamedTypeSymbol { IsTupleType: true } inner && to is INamedTypeSymbol { IsTupleType: true } innerTarget)
            {
                ConvertElements(conversion, inner, innerTarget, into);
            }
            else if (!hierarchy.IsInSource(to))
            {
                Mention(into, conversion, from);
            }
        }
    }

    private void Interpolate(IInterpolationOperation interpolation, List<CodeCall> into)
    {
        // Only inside a plain string: with a handler, the appended value is an argument of a call in the tree.
        if (interpolation.Parent is IInterpolatedStringOperation { ConstantValue.HasValue: false } text)
        {
            if (text.Parent is IConversionOperation { Type.SpecialType: not (SpecialType.System_String or SpecialType.System_Object) })
            {
                // A FormattableString formats when it is asked to, by the culture that it is given then.
                Mention(into, interpolation, interpolation.Expression.Type);
                return;
            }

            Stringify(interpolation.Expression, interpolation, into, hasFormat: interpolation.FormatString is not null);
            Mention(into, interpolation, Unconverted(interpolation.Expression).Type); // asked first whether it can format itself
        }
    }

    // String concatenation and interpolation call ToString of the value's own type.
    private void Stringify(IOperation value, IOperation site, List<CodeCall> into, bool hasFormat = false)
    {
        while (value is IConversionOperation { IsImplicit: true, OperatorMethod: null } conversion)
        {
            value = conversion.Operand;
        }

        if (value.Type is null or { SpecialType: SpecialType.System_String } or { TypeKind: TypeKind.Error } || value.ConstantValue is { HasValue: true, Value: null or string or char })
        {
            return;
        }

        var type = value.Type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            ? nullable.TypeArguments[0]
            : value.Type;
        if (hasFormat && Find(type, "ToString", method => method.Parameters is [{ Type.SpecialType: SpecialType.System_String }]) is { } formatted)
        {
            Add(into, formatted, site, value, [null]);
        }
        else if ((Find(type, "ToString", method => method.Parameters.IsEmpty) ?? hierarchy.TextOfObject) is { } plain)
        {
            // Of an interface or a type parameter, what any object may do.
            Add(into, plain, site, value, [], plain is { IsSealed: false, ContainingType: { IsValueType: false, IsSealed: false } });
            if (!hierarchy.IsInSource(plain))
            {
                Mention(into, site, type); // a type derived from this one may override it
            }
        }
    }

    private void TupleEquality(ITupleBinaryOperation tuples, List<CodeCall> into)
    {
        Mention(into, tuples, tuples.LeftOperand.Type);
        Mention(into, tuples, tuples.RightOperand.Type);
        foreach (var user in contracts.UserTypesIn(tuples.LeftOperand.Type).Concat(contracts.UserTypesIn(tuples.RightOperand.Type)).Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default))
        {
            foreach (var name in new[] { WellKnownMemberNames.EqualityOperatorName, WellKnownMemberNames.InequalityOperatorName })
            {
                foreach (var member in user.GetMembers(name).OfType<IMethodSymbol>())
                {
                    Add(into, member, tuples, null, []);
                }
            }
        }
    }

    private void CollectionExpression(ICollectionExpressionOperation collection, List<CodeCall> into)
    {
        Add(into, collection.ConstructMethod, collection, null, []);
        Mention(into, collection, collection.Type);
        if (collection.Type is INamedTypeSymbol type)
        {
            // The compiler calls Add for each element; which overload, only it knows.
            for (var current = type; current is not null && hierarchy.IsInSource(current); current = current.BaseType)
            {
                foreach (var member in current.GetMembers("Add").OfType<IMethodSymbol>())
                {
                    Add(into, member, collection, null, []);
                }
            }

            foreach (var extension in collection.SemanticModel?.LookupSymbols(collection.Syntax.SpanStart, type, "Add", includeReducedExtensionMethods: true) ?? [])
            {
                if (extension is IMethodSymbol { ReducedFrom: { } method })
                {
                    Add(into, method, collection, null, []);
                }
                else if (extension is IMethodSymbol { ContainingType.IsExtension: true } member)
                {
                    Add(into, member, collection, null, []);
                }
            }
        }
    }

    private void ForEach(IForEachLoopOperation loop, List<CodeCall> into)
    {
        if (loop is not { Syntax: CommonForEachStatementSyntax syntax, SemanticModel: { } model })
        {
            return;
        }

        var info = model.GetForEachStatementInfo(syntax);
        Mention(into, loop, Unconverted(loop.Collection).Type);
        if (Unconverted(loop.Collection).Type is IArrayTypeSymbol or { SpecialType: SpecialType.System_String })
        {
            Add(into, info.ElementConversion.MethodSymbol, loop, null, [null]); // by index, without an enumerator
            DeconstructElement(loop, into);
            return;
        }

        Add(into, info.GetEnumeratorMethod, loop, loop.Collection, [], IsOverridable(info.GetEnumeratorMethod, null));
        Mention(into, loop, info.GetEnumeratorMethod?.ReturnType); // the enumerator is disposed through IDisposable
        Add(into, info.MoveNextMethod, loop, loop.Collection, [], IsOverridable(info.MoveNextMethod, null));
        Add(into, info.CurrentProperty?.GetMethod, loop, loop.Collection, [], IsOverridable(info.CurrentProperty, null));
        Add(into, info.CurrentConversion.MethodSymbol, loop, null, [null]);
        Add(into, info.ElementConversion.MethodSymbol, loop, null, [null]);
        Add(into, info.DisposeMethod, loop, loop.Collection, [], IsOverridable(info.DisposeMethod, null));
        if (loop.IsAsynchronous)
        {
            Await(info.MoveNextMethod?.ReturnType, loop, into);
            Await(info.DisposeMethod?.ReturnType, loop, into);
        }

        DeconstructElement(loop, into);
    }

    // What the compiler awaits by itself: it does not tell how, so whatever is named like it counts.
    private void Await(ITypeSymbol? awaitable, IOperation site, List<CodeCall> into)
    {
        if (awaitable is null || site.SemanticModel is not { } model)
        {
            return;
        }

        var found = model.LookupSymbols(site.Syntax.SpanStart, awaitable, "GetAwaiter", includeReducedExtensionMethods: true).OfType<IMethodSymbol>();
        foreach (var getAwaiter in found.Where(method => method.Parameters.IsEmpty))
        {
            if (getAwaiter.ReducedFrom is null && !hierarchy.IsInSource(getAwaiter) && !hierarchy.IsInSource(awaitable))
            {
                continue; // tasks, and what builders make of them
            }

            Add(into, getAwaiter.ReducedFrom ?? getAwaiter, site, null, [], IsOverridable(getAwaiter, null));
            foreach (var member in getAwaiter.ReturnType.GetMembers().OfType<IMethodSymbol>())
            {
                if (member.Name is "GetResult" or "get_IsCompleted" or "OnCompleted" or "UnsafeOnCompleted")
                {
                    Add(into, member, site, null, []);
                }
            }
        }
    }

    private void DeconstructElement(IForEachLoopOperation loop, List<CodeCall> into)
    {
        if (loop is { Syntax: ForEachVariableStatementSyntax deconstructing, SemanticModel: { } model })
        {
            Deconstruct(model.GetDeconstructionInfo(deconstructing), loop, loop.Collection, into);
        }
    }

    private void Deconstruct(DeconstructionInfo info, IOperation site, IOperation? value, List<CodeCall> into)
    {
        Add(into, info.Method, site, info.Method is { IsStatic: true } ? null : value, info.Method is { IsStatic: true } ? [value] : [],
            IsOverridable(info.Method, null));
        Add(into, info.Conversion?.MethodSymbol, site, null, [value]);
        foreach (var nested in info.Nested)
        {
            Deconstruct(nested, site, value, into);
        }
    }

    /// <summary>The value below conversions that the compiler makes or that change no object.</summary>
    public static IOperation Unconverted(IOperation operation)
    {
        while (operation is IConversionOperation { OperatorMethod: null } conversion)
        {
            operation = conversion.Operand;
        }

        return operation;
    }

    private void Dispose(IOperation resources, IOperation site, bool isAsynchronous, List<CodeCall> into)
    {
        var name = isAsynchronous ? "DisposeAsync" : "Dispose";
        foreach (var (type, value) in Resources(resources))
        {
            if (type is null)
            {
                continue;
            }

            Mention(into, site, type);
            if (Find(type, name, method => method.Parameters.All(parameter => parameter.IsOptional)) is { } dispose)
            {
                Add(into, dispose, site, value, [], IsOverridable(dispose, null));
                if (isAsynchronous)
                {
                    Await(dispose.ReturnType, site, into);
                }
            }
            else
            {
                foreach (var contract in type.AllInterfaces)
                {
                    if (contract.Name == (isAsynchronous ? "IAsyncDisposable" : "IDisposable") && contract.GetMembers(name) is [IMethodSymbol member])
                    {
                        Add(into, type.FindImplementationForInterfaceMember(member) as IMethodSymbol ?? member, site, value, []);
                    }
                }
            }
        }
    }

    private static IEnumerable<(ITypeSymbol? Type, IOperation? Value)> Resources(IOperation resources)
    {
        if (resources is not IVariableDeclarationGroupOperation group)
        {
            return [(Unconverted(resources).Type, resources)];
        }

        return group.Declarations.SelectMany(declaration => declaration.Declarators)
            .Select(declarator => ((ITypeSymbol?)declarator.Symbol.Type, (IOperation?)(declarator.Initializer?.Value)));
    }

    private static IMethodSymbol? Find(ITypeSymbol type, string name, Func<IMethodSymbol, bool> accepts)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            foreach (var member in current.GetMembers(name))
            {
                if (member is IMethodSymbol { IsStatic: false, MethodKind: MethodKind.Ordinary } method && accepts(method))
                {
                    return method;
                }
            }
        }

        return type.TypeKind is TypeKind.Interface or TypeKind.TypeParameter
            ? type.AllInterfaces.SelectMany(contract => contract.GetMembers(name)).OfType<IMethodSymbol>().FirstOrDefault(accepts)
            : null;
    }
}
