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
    private OriginSet ApplyAssumed(CodeCall call, OriginSet? receiver)
    {
        var isConstructor = call.Target is IMethodSymbol { MethodKind: MethodKind.Constructor };
        var self = isConstructor && call.Site is IObjectCreationOperation ? OriginSet.Of(Allocate(call.Site)) : receiver ?? ValueOf(call.Receiver);
        var passed = Reach(self | Union(call.Arguments.OfType<IOperation>()));
        if (call.Kind is not (CallKind.Direct or CallKind.MethodGroup) || call.Target is not IMethodSymbol method)
        {
            BindDelegates(passed);
            return passed; // nobody here gets what comes out
        }

        var mayRun = GivenTypes.Of(method).Any(_context.Traits.MayHoldDelegate);
        var made = mayRun ? MakeUnseen(call) : Allocate(SiteOf(call));
        var given = passed | OriginSet.Of(made);
        foreach (var node in passed)
        {
            Call(_nodes[node], given);
        }

        if (isConstructor)
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
