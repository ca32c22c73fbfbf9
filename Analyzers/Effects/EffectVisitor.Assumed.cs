using Memo.Analyzers.Calls;
using Memo.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Memo.Analyzers.Effects;

/// <summary>
/// Calls that <c>[AssumePure]</c> accepts: what they do is no matter, but what comes out of them can be run. Whether it is an object of its
/// own, the justification does not say: it may be anything that was passed, and for the rest it is taken for new.
/// </summary>
internal sealed partial class EffectVisitor
{
    private OriginSet ApplyAssumed(CodeCall call, ISymbol target, OriginSet? receiver)
    {
        if (target is not IMethodSymbol method)
        {
            return OriginSet.Empty; // the initializer of a member
        }

        var mayRun = GivenTypes.Of(method).Any(_context.Traits.MayHoldDelegate);
        if (call.Kind == CallKind.Contract)
        {
            var given = mayRun ? OriginSet.Of(MakeUnseen(call)) : OriginSet.Empty;
            KeepUnseen(given, call);
            return given;
        }

        var isConstructor = method.MethodKind == MethodKind.Constructor;
        var self = isConstructor && call.Site is IObjectCreationOperation ? OriginSet.Of(Allocate(call.Site)) : receiver ?? ValueOf(call.Receiver);
        return ApplyAssumed(call, method, self, mayRun);
    }

    private OriginSet ApplyAssumed(CodeCall call, IMethodSymbol method, OriginSet self, bool mayRun)
    {
        var passed = Reach(self | Union(call.Arguments.OfType<IOperation>()));
        var made = mayRun ? MakeUnseen(call) : Allocate(SiteOf(call));
        var given = passed | OriginSet.Of(made);
        foreach (var node in passed)
        {
            Call(_nodes[node], given);
        }

        if (method.MethodKind == MethodKind.Constructor)
        {
            foreach (var node in mayRun ? self : OriginSet.Empty)
            {
                Fill(node, OriginSet.Of(made));
            }
        }

        AssignVariables(call, method, given);
        if (call.Kind == CallKind.MethodGroup)
        {
            Fill(Allocate(call.Site), given);
        }

        return given;
    }

    // What a callback returns, nobody here gets; but whoever calls back may give it to others. It counts as a part of what was passed.
    private void KeepUnseen(OriginSet given, CodeCall call)
    {
        if (UnseenIn(given) is { IsEmpty: false } unseen)
        {
            foreach (var holder in Bind(call, null).Receiver)
            {
                Fill(holder, unseen);
            }
        }
    }

    private OriginSet UnseenIn(OriginSet set)
    {
        var unseen = OriginSet.Empty;
        foreach (var node in set)
        {
            unseen |= _nodes[node].IsUnseen ? OriginSet.Of(node) : OriginSet.Empty;
        }

        return unseen;
    }

    // A lazy value runs its function when it is asked.
    private void RunUnseen(CodeCall call, IMethodSymbol method, OriginSet receiver)
    {
        if (method is { MethodKind: MethodKind.PropertyGet, AssociatedSymbol.Name: "Value", ContainingType: { Name: "Lazy" or "ThreadLocal", ContainingNamespace.Name: "System" or "Threading" } })
        {
            RunDelegates(UnseenIn(receiver), OriginSet.Empty, new CallPath(Culprit(method), call.Site.Syntax.GetLocation(), null), RunMode.InOrder, null);
        }
    }

    /// <summary>
    /// An object that no code shown here makes, and that stands for all that is inside of it. It is nobody else's; what it runs, if it is a
    /// function or holds one, nobody knows.
    /// </summary>
    private int MakeUnseen(CodeCall call)
    {
        var node = Allocate(SiteOf(call));
        MarkUnseen(node);
        return node;
    }

    private void MarkUnseen(int node)
    {
        _changed |= !_nodes[node].IsUnseen;
        _nodes[node].IsUnseen = true;
        Fill(node, OriginSet.Of(node));
    }

    // The operation that makes a delegate stands for the delegate.
    private static IOperation SiteOf(CodeCall call) => call.Kind == CallKind.MethodGroup ? call.Site.ChildOperations.First() : call.Site;

    // The base constructor that the compiler calls is accepted.
    private void ApplyAssumedBase(ISymbol callee)
    {
        if (callee is IMethodSymbol { MethodKind: MethodKind.Constructor } && _context.Traits.MayHoldDelegate(callee.ContainingType))
        {
            if (_unseenBase == 0)
            {
                _unseenBase = AddNode(NodeKind.Fresh, null);
                MarkUnseen(_unseenBase);
            }

            Fill(This, OriginSet.Of(_unseenBase));
        }
    }

    private int _unseenBase;
}
