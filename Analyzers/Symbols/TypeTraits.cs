using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Memo.Analyzers.Symbols;

/// <summary>
/// Which types are deeply immutable: nobody who holds a value of one can change what another holder sees,
/// so aliasing it is harmless and it needs no origins.
/// </summary>
internal sealed class TypeTraits(Compilation compilation, Func<INamedTypeSymbol, IReadOnlyList<INamedTypeSymbol>> derivedFrom)
{
    private static readonly HashSet<string> s_immutable =
    [
        "System.Guid", "System.DateTimeOffset", "System.TimeSpan", "System.DateOnly", "System.TimeOnly", "System.Uri",
        "System.Version", "System.Type", "System.Int128", "System.UInt128", "System.Half", "System.Index", "System.Range",
        "System.TimeZoneInfo", "System.StringComparer", "System.DBNull", "System.Text.Rune", "System.Text.CompositeFormat",
        "System.Text.RegularExpressions.Regex", "System.Text.Encoding", "System.Text.UTF8Encoding",
        "System.Numerics.BigInteger", "System.Numerics.Complex", "System.Numerics.Vector2", "System.Numerics.Vector3",
        "System.Numerics.Vector4", "System.Numerics.Quaternion", "System.Numerics.Matrix3x2", "System.Numerics.Matrix4x4",
        "System.Text.Json.JsonNamingPolicy", "System.Text.Encodings.Web.JavaScriptEncoder",
        "System.Numerics.Plane", "System.Threading.CancellationToken",
    ];

    private static readonly HashSet<string> s_immutableGeneric =
    [
        "System.Nullable`1", "System.Collections.Generic.KeyValuePair`2", "System.Tuple", "System.Buffers.SearchValues`1",
        "System.Collections.Generic.Comparer`1", "System.Collections.Generic.EqualityComparer`1",
        "System.Collections.Immutable.ImmutableArray`1", "System.Collections.Immutable.ImmutableList`1",
        "System.Collections.Immutable.ImmutableHashSet`1", "System.Collections.Immutable.ImmutableSortedSet`1",
        "System.Collections.Immutable.ImmutableDictionary`2", "System.Collections.Immutable.ImmutableSortedDictionary`2",
        "System.Collections.Immutable.ImmutableQueue`1", "System.Collections.Immutable.ImmutableStack`1",
        "System.Collections.Frozen.FrozenSet`1", "System.Collections.Frozen.FrozenDictionary`2",
    ];

    /// <summary>What a copy of an encoding can be given, unlike those that the framework hands out.</summary>
    public static readonly IReadOnlyCollection<string> EncodingFallbacks = ["EncoderFallback", "DecoderFallback"];

    private readonly Lazy<bool> _changesEncodings = new(() => compilation.SyntaxTrees.Any(ChangesEncodings));

    private TypeReach? _reach;

    public TypeReach Reach => _reach ??= new(this, derivedFrom);

    private readonly ConcurrentDictionary<ITypeSymbol, bool> _deeplyImmutable = new(SymbolEqualityComparer.Default);

    public bool IsDeeplyImmutable(ITypeSymbol? type)
    {
        if (type is null)
        {
            return false;
        }

        return _deeplyImmutable.TryGetValue(type, out var known)
            ? known
            : _deeplyImmutable.GetOrAdd(type, Decide(type, new(SymbolEqualityComparer.Default)));
    }

    // 'open' holds the types under decision: a cycle through readonly fields adds no mutability of its own.
    private bool Decide(ITypeSymbol type, HashSet<ITypeSymbol> open)
    {
        if (type.TypeKind is TypeKind.Enum || IsPrimitive(type.SpecialType))
        {
            return true;
        }

        if (type is not INamedTypeSymbol named)
        {
            return type is ITypeParameterSymbol parameter && parameter.ConstraintTypes.Any(constraint => constraint.SpecialType == SpecialType.System_Enum);
        }

        if (!open.Add(type))
        {
            return true;
        }

        if (named.IsTupleType)
        {
            return named.TupleElements.All(element => Decide(element.Type, open));
        }

        if (named.IsAnonymousType)
        {
            return named.GetMembers().OfType<IPropertySymbol>().All(property => Decide(property.Type, open));
        }

        var name = MetadataName(named);
        if (s_immutable.Contains(name))
        {
            return IsWhatItSays(named) && !(named.ContainingNamespace.Name == "Text" && _changesEncodings.Value);
        }

        if (s_immutableGeneric.Contains(name) || name.StartsWith("System.Tuple`", StringComparison.Ordinal))
        {
            return IsWhatItSays(named) && named.TypeArguments.All(argument => Decide(argument, open));
        }

        if (named.IsRefLikeType || !IsOwn(named))
        {
            return false;
        }

        return named.TypeKind switch
        {
            TypeKind.Struct => FieldsAreImmutable(named, open),
            TypeKind.Class when named.IsSealed && !named.IsStatic => FieldsAreImmutable(named, open),
            // It may stand for one that is derived from it: all of those are known where nobody else can derive.
            TypeKind.Class or TypeKind.Interface when !named.IsStatic && IsClosedToOthers(named) =>
                (named.TypeKind == TypeKind.Interface || FieldsAreImmutable(named, open)) && derivedFrom(named).All(derived => derived.TypeKind == TypeKind.Interface || FieldsAreImmutable(derived, open, isBoxed: true)),
            _ => false,
        };
    }

    private static bool ChangesEncodings(SyntaxTree tree) =>
        EncodingFallbacks.Any(tree.GetText().ToString().Contains)
        && tree.GetRoot().DescendantNodes().OfType<AssignmentExpressionSyntax>()
            .Any(assignment => assignment.Left.DescendantTokens().LastOrDefault() is { ValueText: var name } && EncodingFallbacks.Contains(name));

    // A comparer or an encoding that the project derives from may have any state.
    private bool IsWhatItSays(INamedTypeSymbol type) => type.IsSealed || type.IsValueType || derivedFrom(type).Count == 0;

    /// <summary>Whether an object that a struct was made into stays what it is: an interface's members may change it in its place.</summary>
    public bool IsImmutableInBox(INamedTypeSymbol type) =>
        type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T && type.TypeArguments[0] is INamedTypeSymbol { TypeKind: TypeKind.Struct } value ? IsImmutableInBox(value)
            : !IsOwn(type) || FieldsAreImmutable(type, new(SymbolEqualityComparer.Default), isBoxed: true);

    private bool FieldsAreImmutable(INamedTypeSymbol type, HashSet<ITypeSymbol> open, bool isBoxed = false)
    {
        for (var current = type; current is not null && current.SpecialType is not (SpecialType.System_Object or SpecialType.System_ValueType); current = current.BaseType)
        {
            if (!IsOwn(current))
            {
                return false;
            }

            foreach (var member in current.GetMembers())
            {
                if (member is IEventSymbol { IsStatic: false } || (member is IFieldSymbol { IsStatic: false, IsConst: false } field && !IsImmutable(field)))
                {
                    return false; // an event is a field that anyone may add to
                }
            }
        }

        return true;

        // A field of a struct can only change where the variable that holds the copy can, so it need not be readonly, unless the copy is an object.
        bool IsImmutable(IFieldSymbol field) =>
            ((type.IsValueType && !isBoxed) || (field.AssociatedSymbol is null ? field.IsReadOnly : IsAssignedOnce(field))) && !field.IsFixedSizeBuffer && Decide(field.Type, open);
    }

    /// <summary>Only of the compilation's own types are all fields visible.</summary>
    public bool IsOwn(INamedTypeSymbol type) => SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly);

    // Nobody derives from what is in a program, or from what other assemblies cannot see.
    private bool IsClosedToOthers(INamedTypeSymbol type)
    {
        return compilation.Options.OutputKind is OutputKind.ConsoleApplication or OutputKind.WindowsApplication || IsHiddenFromOthers(type);
    }

    /// <summary>Whether no other assembly can name a symbol, by the rules of the language.</summary>
    public bool IsHiddenFromOthers(ISymbol symbol)
    {
        for (var current = symbol; current is not null and not INamespaceSymbol; current = current.ContainingSymbol)
        {
            switch (current.DeclaredAccessibility)
            {
                case Accessibility.Private:
                    return true;
                case Accessibility.Internal or Accessibility.ProtectedAndInternal when !_hasFriends.Value:
                    return true;
            }
        }

        return false;
    }

    private readonly Lazy<bool> _hasFriends = new(() => compilation.Assembly.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "InternalsVisibleToAttribute"));

    /// <summary>Whether an object that is of this very class, not of one derived from it, is deeply immutable.</summary>
    public bool IsExactlyImmutable(INamedTypeSymbol type) =>
        type is { TypeKind: TypeKind.Class, IsAbstract: false } && IsOwn(type) && FieldsAreImmutable(type, new(SymbolEqualityComparer.Default));

    // An auto-property without a setter; accessors with bodies may assign their `field` whenever they run.
    private static bool IsAssignedOnce(IFieldSymbol field) =>
        field.AssociatedSymbol is IPropertySymbol { SetMethod: null or { IsInitOnly: true } } property
        && property.DeclaringSyntaxReferences.All(reference => reference.GetSyntax() is not PropertyDeclarationSyntax declaration
            || (declaration.ExpressionBody is null && declaration.AccessorList!.Accessors.All(accessor => accessor.Body is null && accessor.ExpressionBody is null)));

    /// <summary>A collection, sequence or task of deeply immutable values: whatever is inside of it cannot be changed.</summary>
    public bool HoldsImmutablePartsOnly(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => IsDeeplyImmutable(array.ElementType),
        INamedTypeSymbol { TypeArguments.Length: > 0 } named => named.TypeArguments.All(IsDeeplyImmutable),
        _ => false,
    };

    /// <summary>Whether a delegate can be reached from a value of the type, as far as the type tells.</summary>
    public bool MayHoldDelegate(ITypeSymbol type)
    {
        var seen = new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default);
        var pending = new Stack<ITypeSymbol>();
        pending.Push(type);
        while (pending.Count > 0)
        {
            var next = pending.Pop();
            if (!seen.Add(next) || IsDeeplyImmutable(next))
            {
                continue;
            }

            switch (next)
            {
                case IArrayTypeSymbol array:
                    pending.Push(array.ElementType);
                    break;
                case INamedTypeSymbol { IsTupleType: true } tuple:
                    foreach (var element in tuple.TupleElements)
                    {
                        pending.Push(element.Type);
                    }

                    break;
                case INamedTypeSymbol named when IsClosed(named):
                    foreach (var argument in named.TypeArguments)
                    {
                        pending.Push(argument);
                    }

                    for (var current = named; current is not null; current = current.BaseType)
                    {
                        foreach (var field in current.GetMembers().OfType<IFieldSymbol>())
                        {
                            if (!field.IsStatic)
                            {
                                pending.Push(field.Type);
                            }
                        }
                    }

                    break;
                default:
                    return true;
            }
        }

        return false;
    }

    // A type whose declaration shows all that a value can hold: a sealed one of the project, a collection, a text builder.
    private bool IsClosed(INamedTypeSymbol type) =>
        IsOwn(type)
            ? type.TypeKind is TypeKind.Struct || (type.TypeKind == TypeKind.Class && type.IsSealed)
            : KnownNames.Namespace(type.ContainingNamespace) is "System.Collections.Generic" or "System.Collections.Immutable"
                && type.TypeKind != TypeKind.Interface && type.Name is not ("SortedDictionary" or "SortedSet" or "SortedList" or "PriorityQueue")
                || type is { Name: "StringBuilder", ContainingNamespace.Name: "Text" }
                || type is { Name: "Span" or "ReadOnlySpan" or "Memory" or "ReadOnlyMemory", ContainingNamespace.Name: "System" };

    /// <summary>The named types that a type mentions: itself or its element type, and its arguments.</summary>
    public static IEnumerable<INamedTypeSymbol> Named(ITypeSymbol type)
    {
        var pending = new Stack<ITypeSymbol>();
        pending.Push(type);
        while (pending.Count > 0)
        {
            switch (pending.Pop())
            {
                case IArrayTypeSymbol array:
                    pending.Push(array.ElementType);
                    break;
                case IPointerTypeSymbol pointer:
                    pending.Push(pointer.PointedAtType);
                    break;
                case INamedTypeSymbol named:
                    yield return named;
                    foreach (var argument in named.TypeArguments)
                    {
                        pending.Push(argument);
                    }

                    break;
            }
        }
    }

    /// <summary>A type, and those that it derives from.</summary>
    public static IEnumerable<INamedTypeSymbol> BasesAndSelf(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            yield return current;
        }
    }

    /// <summary>The type arguments that the code of a type knows: its own, and those of the types that it is nested in.</summary>
    public static IEnumerable<(ITypeParameterSymbol Parameter, ITypeSymbol Argument)> Arguments(INamedTypeSymbol type)
    {
        for (var current = type; current is { IsGenericType: true }; current = current.ContainingType)
        {
            for (var i = 0; i < current.TypeArguments.Length; i++)
            {
                yield return (current.TypeParameters[i], current.TypeArguments[i]);
            }
        }
    }

    public static string MetadataName(INamedTypeSymbol type) => KnownNames.MetadataName(type.OriginalDefinition);

    private static bool IsPrimitive(SpecialType type) => type is >= SpecialType.System_Boolean and <= SpecialType.System_Double
        or SpecialType.System_String or SpecialType.System_DateTime or SpecialType.System_Decimal
        or SpecialType.System_IntPtr or SpecialType.System_UIntPtr or SpecialType.System_Void;
}
