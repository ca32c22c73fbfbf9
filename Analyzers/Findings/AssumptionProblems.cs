using Memo.Analyzers.Closures;
using Memo.Analyzers.Effects;
using Memo.Analyzers.Rules;
using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Findings;

/// <summary>What is wrong with an <c>[AssumePure]</c>: it gives no reason, or there is nothing to assume.</summary>
internal static class AssumptionProblems
{
    /// <summary>The property of a diagnostic about an assumption that may go without loss.</summary>
    public const string NeedlessProperty = "needless";

    /// <summary>Of an assumption that gives no reason, it is the reason that is missing.</summary>
    public static bool IsNeedless(string problem) => problem != NoReason;

    private const string NoReason = "has no justification; say why it is right, for the next reader";
    private const string NotNeeded = "is not needed: nothing that it runs has an effect that would have to be accepted";

    /// <summary>Of an attribute on a declaration.</summary>
    public static string? Find(AttributeData attribute, ISymbol declared, ClosureEngine engine, CancellationToken cancellation) =>
        HasNoReason(attribute) ? NoReason
        : NeedsNone(declared, engine, cancellation) ? NotNeeded
        : null;

    /// <summary>Of an attribute on the assembly.</summary>
    public static string? FindOfAssembly(AttributeData attribute, ClosureEngine engine, CancellationToken cancellation)
    {
        if (attribute.ConstructorArguments is not [{ Value: string id }, _])
        {
            return attribute.ConstructorArguments.Length == 1 ? "accepts nothing: on an assembly, it needs the id of a declaration" : null;
        }

        if (DocumentationCommentId.GetFirstSymbolForDeclarationId(id, engine.Compilation) is not { } declared)
        {
            return "accepts nothing: there is no declaration of that id";
        }

        return declared is not (IMethodSymbol or IPropertySymbol or INamedTypeSymbol) ? "accepts nothing: only methods, constructors, properties and types can be accepted"
            : HasNoReason(attribute) ? NoReason
            : engine.Hierarchy.IsInSource(declared) ? (NeedsNone(declared, engine, cancellation) ? NotNeeded : null)
            : declared is IMethodSymbol && engine.Catalog.Find(declared) is { MutatesReceiver: false, Comparison: null } line && line.Effects.IsEmpty && line.Mutates.IsEmpty ? NotNeeded
            : null;
    }

    private static bool HasNoReason(AttributeData attribute) =>
        attribute.ConstructorArguments is not [.., { Value: string justification }] || string.IsNullOrWhiteSpace(justification);

    private static bool NeedsNone(ISymbol declared, ClosureEngine engine, CancellationToken cancellation) => declared switch
    {
        IMethodSymbol method => NeedsNone(method, engine, cancellation),
        IPropertySymbol property => NeedsNone(property.GetMethod, engine, cancellation) && NeedsNone(property.SetMethod, engine, cancellation),
        INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } type =>
            type.GetMembers().OfType<IMethodSymbol>().All(method => NeedsNone(method, engine, cancellation)),
        _ => false,
    };

    // What depends on the arguments is decided by the callers; what overrides it, by nobody.
    private static bool NeedsNone(IMethodSymbol? method, ClosureEngine engine, CancellationToken cancellation)
    {
        if (method is null)
        {
            return true;
        }

        if (method.IsAbstract || method.IsExtern
            || ((method.IsVirtual || method.IsOverride) && !method.IsSealed && engine.Hierarchy.DerivedFrom(method.ContainingType).Count > 0))
        {
            return false;
        }

        var node = engine.Solve(method.PartialDefinitionPart ?? method, cancellation);
        var memoized = engine.MemoizedMethod(method);
        return node.Summary.Invokes.IsEmpty && node.Summary.Opens.IsEmpty && !node.Summary.HasTracedCalls
            && engine.ClosureOf(node.Symbol, cancellation).Effects.All(effect =>
                PurityRules.For(effect.Kind) is null || (memoized is not null && Declarations.Cover(memoized, effect)));
    }
}
