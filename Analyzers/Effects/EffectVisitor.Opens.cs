using Memo.Analyzers.Calls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Memo.Analyzers.Effects;

/// <summary>Virtual calls whose deciding type is known here, or only to the caller.</summary>
internal sealed partial class EffectVisitor
{
    /// <summary>A virtual call of this unit itself: a parameter that decides it is the caller's to know.</summary>
    private void AddOpen(CodeCall call)
    {
        if (call is { IsVirtual: true, Root: { } root, Subject.Kind: SubjectKind.Parameter or SubjectKind.TypeParameter, Target: IMethodSymbol member })
        {
            AddOpen(new OpenCall((member.ReducedFrom ?? member).OriginalDefinition, root, call.Subject, new(member, call.Site.Syntax.GetLocation(), null)));
        }
    }

    private void AddOpen(OpenCall open)
    {
        if (!_opens.Exists(open.IsSameAs))
        {
            _opens.Add(open);
        }
    }

    /// <summary>The open calls of a callee, with what is passed to it here.</summary>
    private void BindOpens(EffectSummary summary, ISymbol target, CodeCall call)
    {
        foreach (var open in summary.Opens)
        {
            var path = new CallPath(target, call.Site.Syntax.GetLocation(), open.Path);
            var (subject, type) = Passed(open, call);
            Bind(open, subject, type, path);
        }
    }

    private void Bind(OpenCall open, DispatchSubject subject, ITypeSymbol? type, CallPath path)
    {
        var root = type is INamedTypeSymbol named && _context.Hierarchy.IsInSource(named) && TypeHierarchy.IsOrDerivesFrom(named, open.Root)
            ? named.OriginalDefinition
            : open.Root;
        if (subject.Kind is SubjectKind.Parameter or SubjectKind.TypeParameter)
        {
            AddOpen(new OpenCall(open.Member, root, subject, path));
            return;
        }

        var resolved = new ResolvedCall(open.Member, root, subject, path);
        if (!_resolved.Exists(resolved.IsSameAs))
        {
            _resolved.Add(resolved);
        }
    }

    private (DispatchSubject Subject, ITypeSymbol? Type) Passed(OpenCall open, CodeCall call)
    {
        if (open.Subject.Kind == SubjectKind.TypeParameter)
        {
            return call.Target is IMethodSymbol method && open.Subject.Ordinal < method.TypeArguments.Length
                ? (OfTypeArgument(method.TypeArguments[open.Subject.Ordinal], open.Member), method.TypeArguments[open.Subject.Ordinal])
                : (DispatchSubject.Open, null);
        }

        if (open.Subject.Ordinal == DispatchSubject.Receiver)
        {
            return call is { Site: IObjectCreationOperation { Type: INamedTypeSymbol made }, Target: IMethodSymbol { MethodKind: MethodKind.Constructor } }
                ? (DispatchSubject.Exactly(made), made)
                : call.Site is IInvocationOperation or IPropertyReferenceOperation ? (_calls.SubjectOf(call.Receiver), Static(call.Receiver)) : (DispatchSubject.Open, null);
        }

        return open.Subject.Ordinal < call.Arguments.Length && call.Arguments[open.Subject.Ordinal] is { } argument
            ? (_calls.SubjectOf(argument), Static(argument))
            : (DispatchSubject.Open, null);
    }

    private static ITypeSymbol? Static(IOperation? value) => value is null ? null : OperationCalls.Unconverted(value).Type;

    // For a static member the type argument itself decides; an object may be of a type that derives from it.
    private DispatchSubject OfTypeArgument(ITypeSymbol argument, IMethodSymbol member) => argument switch
    {
        ITypeParameterSymbol { TypeParameterKind: TypeParameterKind.Method } parameter when SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, _unit.Symbol) =>
            DispatchSubject.OfTypeParameter(parameter.Ordinal),
        INamedTypeSymbol named when member.IsStatic || named.IsSealed || named.IsValueType => DispatchSubject.Exactly(named),
        _ => DispatchSubject.Open,
    };
}
