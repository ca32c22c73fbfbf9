using Memo.Analyzers.Calls;
using Memo.Analyzers.Catalog;
using Memo.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Memo.Analyzers.Effects;

/// <summary>Applies what the catalog says of code without source.</summary>
internal sealed partial class EffectVisitor
{
    private OriginSet ApplyExternal(CodeCall call, OriginSet receiver)
    {
        var method = (IMethodSymbol)call.Target;
        var values = receiver;
        foreach (var argument in call.Arguments)
        {
            values |= ValueOf(argument);
        }

        var reach = Reach(values);
        BindDelegates(reach);
        var location = call.Site.Syntax.GetLocation();
        PassDelegates(call, method, reach, location);
        RunUnseen(call, method, receiver);

        var entry = IsHarmlessByKind(method) ? s_pure : _context.Catalog.Find(method);
        if (entry is null && _context.Manifests.Of(call) is { } told)
        {
            return ApplyManifest(call, method, told.Export.Effects, receiver, reach, location);
        }

        if (entry is null)
        {
            AddEffect(EffectKind.Unknown, "", Culprit(method), location);
            AssignVariables(call, method, reach | OriginSet.Of(Unknown));
            return OriginSet.Of(Unknown);
        }

        foreach (var effect in entry.Effects)
        {
            ApplyCatalogEffect(effect, call, method, location);
        }

        _hasTracedCalls |= entry.IsTraced;
        CheckFormatted(call, method, entry, location);

        if (entry.Comparison is { } comparison && comparison.MayCompareStrings(method) && !HasComparer(call, method, comparison))
        {
            AddEffect(comparison.Effect, "", Culprit(method), location);
        }

        var entered = EnterTask(call, IsTask(method.OriginalDefinition.ReturnType) && (entry.MutatesReceiver || !entry.Mutates.IsEmpty), method.ReturnType);
        if (entry.MutatesReceiver || (method.MethodKind == MethodKind.PropertySet && !method.IsStatic))
        {
            ChangeReceiver(call, receiver, Copies(method) ? OriginSet.Empty : values | Read(values), location, method);
        }

        if (method is { MethodKind: MethodKind.PropertySet, IsStatic: true } && entry.Effects.IsEmpty)
        {
            AddEffect(EffectKind.WritesStatic, "", Culprit(method), location);
        }

        foreach (var name in entry.Mutates)
        {
            var changed = ArgumentNamed(name, call, method);
            // Numbers and texts that are copied keep nothing of where they came from.
            var stored = changed?.Type is { } into && _context.Traits.HoldsImmutablePartsOnly(into) ? OriginSet.Empty : reach;
            WriteInto(ValueOf(changed), stored, location, new CallPath(Culprit(method), location, null), place: PlaceOf(changed, call), changed: ClassOf(changed?.Type));
        }

        AssignVariables(call, method, reach);
        LeaveTask(entered);
        return ExternalResult(call, method, entry, receiver, reach);
    }

    private static readonly CatalogEntry s_pure = new();

    // Made by the compiler or the runtime for every type alike; they do nothing that anyone could observe.
    private static bool IsHarmlessByKind(IMethodSymbol method) =>
        method.MethodKind == MethodKind.Constructor && method.Parameters.IsEmpty
        && ((method.ContainingType.IsValueType && method.IsImplicitlyDeclared) || method.ContainingType.SpecialType == SpecialType.System_Object);

    private OriginSet ExternalResult(CodeCall call, IMethodSymbol method, CatalogEntry entry, OriginSet receiver, OriginSet reach)
    {
        reach = entry.IsShared ? reach | OriginSet.Of(Unknown) : reach;
        if (method.MethodKind == MethodKind.Constructor)
        {
            var made = Allocate(call.Site);
            Fill(made, HoldsNothing(method) ? OriginSet.Empty : reach);
            // A struct such as Span<T> has no identity: it is what it was made from.
            return method.ContainingType.IsValueType ? OriginSet.Of(made) | reach : OriginSet.Of(made);
        }

        if (method.ReturnsVoid || (_context.Traits.IsDeeplyImmutable(method.ReturnType) && method.RefKind == RefKind.None))
        {
            return OriginSet.Empty;
        }

        if (entry.Returns is { } name)
        {
            return name == "this" ? receiver : ValueOf(ArgumentNamed(name, call, method));
        }

        if (entry is { IsFresh: true, IsShared: false })
        {
            var node = Allocate(call.Site);
            Fill(node, _context.Traits.HoldsImmutablePartsOnly(method.ReturnType) ? OriginSet.Empty : Read(reach));
            return OriginSet.Of(node);
        }

        return reach;
    }

    // `out` and `ref` arguments are variables that the callee assigns.
    private void AssignVariables(CodeCall call, IMethodSymbol method, OriginSet value)
    {
        for (var i = 0; i < method.Parameters.Length && i < call.Arguments.Length; i++)
        {
            if (method.Parameters[i].RefKind is RefKind.Out or RefKind.Ref && call.Arguments[i] is { } variable)
            {
                Assign(variable, _context.Traits.IsDeeplyImmutable(method.Parameters[i].Type) ? OriginSet.Empty : value, null, call.Site);
            }
        }
    }

    // A delegate that came from elsewhere and is handed on may be run.
    private void PassDelegates(CodeCall call, IMethodSymbol method, OriginSet reach, Location location)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument?.Type?.TypeKind == TypeKind.Delegate)
            {
                RunHanded(ValueOf(argument), call, method, reach, location);
            }
            else if (argument?.Type is IArrayTypeSymbol { ElementType.TypeKind: TypeKind.Delegate })
            {
                RunHanded(Read(ValueOf(argument)), call, method, reach, location);
            }
        }
    }

    private void RunHanded(OriginSet delegates, CodeCall call, IMethodSymbol method, OriginSet reach, Location location)
    {
        var mode = ModeOf(method, call.Site);
        _returnsTask |= mode == RunMode.Returned && Running is null;
        RunDelegates(delegates, reach, new CallPath(Culprit(method), location, null), mode, (method, call));
    }

    private void ApplyCatalogEffect(CatalogEffect effect, CodeCall call, IMethodSymbol method, Location location)
    {
        if (effect.Condition is { } condition && Holds(condition, call, method))
        {
            return;
        }

        if (effect.Kind is EffectKind.ReadsCulture or EffectKind.ReadsCultureOfIntegers && IsFormattedInvariantly(call))
        {
            if (MayShowTimeZone(method))
            {
                AddEffect(EffectKind.ReadsCultureOfIntegers, "", Culprit(method), location);
            }

            return;
        }

        if (effect is { Kind: EffectKind.Ambient, Detail: "current directory" } && NamesWhatIsRead(call.Site))
        {
            return;
        }

        var template = TemplateOf(effect, call, method);
        var kind = CultureOf(effect.Kind, call, method);
        var decides = effect.Condition is { Predicate: "invariant" or "ordinal", Parameter: var named } ? DecidingParameter(ArgumentNamed(named, call, method)) : null;
        var detail = kind == EffectKind.ReadsDirectory ? DirectoryListing.Of(method, parameter => ArgumentNamed(parameter, call, method)).Text : effect.Detail;
        AddEffect(new(kind, detail, Culprit(method), location, new CallPath(Culprit(method), location, null), template, decides));
    }

    // A list of numbers holds nothing of the list that it was made from, and a keyed hash copies its key.
    private bool HoldsNothing(IMethodSymbol constructor) =>
        (_context.Traits.HoldsImmutablePartsOnly(constructor.ContainingType) && IsContainer(constructor.ContainingType))
        || (Copies(constructor) && constructor.Parameters.All(parameter => _context.Traits.HoldsImmutablePartsOnly(parameter.Type) || _context.Traits.IsDeeplyImmutable(parameter.Type)));

    // The provider or comparison is the method's own parameter, never assigned: its callers decide.
    private int? DecidingParameter(IOperation? argument) =>
        argument is not null && Plain(argument) is IParameterReferenceOperation { Parameter: var parameter }
        && PartialMembers.IsParameterOf(parameter, _method) && parameter.RefKind == RefKind.None && !_assigned.IsAssigned(parameter)
            ? parameter.Ordinal
            : null;

    private static ISymbol Culprit(IMethodSymbol method) => (method.AssociatedSymbol ?? method.ReducedFrom ?? method).OriginalDefinition;

    private static IOperation? ArgumentNamed(string name, CodeCall call, IMethodSymbol method)
    {
        if (name == "this")
        {
            return call.Receiver;
        }

        // An override may call its parameters something else than the member that the catalog describes.
        for (var declared = method; declared is not null; declared = declared.OverriddenMethod)
        {
            foreach (var parameter in declared.Parameters)
            {
                if (parameter.Name == name && parameter.Ordinal < call.Arguments.Length)
                {
                    return call.Arguments[parameter.Ordinal];
                }
            }
        }

        return null;
    }

    private static IOperation Plain(IOperation operation)
    {
        while (operation is IConversionOperation { OperatorMethod: null } conversion)
        {
            operation = conversion.Operand;
        }

        return operation;
    }

    // string.Create(CultureInfo.InvariantCulture, $"…") and StringBuilder.Append(provider, $"…") hand the provider to the handler.
    private static bool IsFormattedInvariantly(CodeCall call)
    {
        // Only the append itself: what is called to compute the appended value formats on its own.
        if (call.Site.Parent is IInterpolatedStringAppendOperation append)
        {
            for (IOperation? parent = append; parent is not null; parent = parent.Parent)
            {
                if (parent is IInterpolatedStringHandlerCreationOperation handler)
                {
                    return HandlerProvider(handler) is { } provider && IsInvariantOrKeyed(provider);
                }
            }
        }

        return false;
    }

    // A local time says its offset, whatever the culture; the time zone is part of the culture's fingerprint.
    private static bool MayShowTimeZone(IMethodSymbol method) => !method.TypeArguments.All(type =>
        type.TypeKind == TypeKind.Enum || (type.SpecialType is >= SpecialType.System_Boolean and <= SpecialType.System_String));

    private static IOperation? HandlerProvider(IInterpolatedStringHandlerCreationOperation handler)
    {
        for (IOperation? parent = handler.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IInvocationOperation invocation)
            {
                return invocation.Arguments.FirstOrDefault(argument => argument.Parameter?.Type.Name is "IFormatProvider")?.Value;
            }
        }

        return null;
    }

    private bool ApplyExternalStatic(IFieldSymbol field, IOperation site)
    {
        if (_context.Hierarchy.IsInSource(field) || _context.Outside.Told(field) is not { } entry)
        {
            return false;
        }

        foreach (var effect in entry.Effects)
        {
            AddEffect(effect.Kind, effect.Detail, field, site.Syntax.GetLocation());
        }

        return true;
    }
}
