using System.Collections.Immutable;
using Memo.Analyzers.Calls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Memo.Analyzers.Effects;

/// <summary>
/// Lambdas and local functions are part of the method that writes them: they are visited with its variables. What a
/// delegate does counts where it is created; what it may be called with is whatever travels along with it.
/// </summary>
internal sealed partial class EffectVisitor
{
    private OriginSet Lambda(IAnonymousFunctionOperation lambda)
    {
        var node = Allocate(lambda);
        _nodes[node].Lambda = lambda;
        _nodes[node].IsDelegate = true;
        foreach (var parameter in lambda.Symbol.Parameters)
        {
            AddToVariable(parameter, _nodes[node].CalledWith);
        }

        CheckBuilder(lambda.Symbol, lambda);
        _nodes[node].Function = FunctionOf(lambda);
        _frames.Push(new(node, null));
        _running.Push(_nodes[node].Function!);
        Visit(lambda.Body);
        _running.Pop();
        _frames.Pop();
        return OriginSet.Of(node);
    }

    private OriginSet Delegate(IDelegateCreationOperation creation)
    {
        if (creation.Target is IMethodReferenceOperation method)
        {
            var node = Allocate(creation);
            _nodes[node].IsDelegate = true;
            if (method.Method.MethodKind == MethodKind.LocalFunction && _localFunctions.TryGetValue(method.Method, out var function))
            {
                foreach (var parameter in method.Method.Parameters)
                {
                    AddToVariable(parameter, _nodes[node].CalledWith);
                }

                _nodes[node].Function = FunctionOf(function.Operation);
                RunFrom(_nodes[node].Function!, Running);
                Enter(function);
                Fill(node, function.Returned);
            }
            else
            {
                Fill(node, Reach(ValueOf(method.Instance)));
            }

            return OriginSet.Of(node);
        }

        return ValueOf(creation.Target);
    }

    /// <summary>Whether anything runs a local function of the unit.</summary>
    public bool IsCalled(IMethodSymbol function) => _localFunctions.TryGetValue(function, out var known) && known.IsCalled;

    private void DeclareLocalFunction(ILocalFunctionOperation operation)
    {
        if (!_localFunctions.ContainsKey(operation.Symbol))
        {
            _localFunctions.Add(operation.Symbol, new(operation));
            _changed = true;
        }
    }

    private OriginSet CallLocalFunction(IMethodSymbol method, ImmutableArray<IArgumentOperation> arguments, IOperation site)
    {
        if (!_localFunctions.TryGetValue(method.OriginalDefinition, out var function))
        {
            // Called before its declaration was visited: the next round knows it.
            _changed |= _localFunctions.Count == 0;
            return OriginSet.Empty;
        }

        foreach (var argument in arguments)
        {
            if (argument.Parameter is { } parameter)
            {
                var declared = function.Operation.Symbol.Parameters[parameter.Ordinal];
                AddToVariable(declared, declared.RefKind == RefKind.None ? ValueOf(argument.Value) : ValueOf(argument.Value) | Owners(argument.Value));
                if (declared.RefKind is RefKind.Ref or RefKind.Out && Variable(declared) is { IsEmpty: false } stored)
                {
                    Assign(argument.Value, stored, null, argument);
                }
            }
        }

        BindDelegates(Reach(Union(arguments.Select(argument => argument.Value))));
        var run = FunctionOf(function.Operation);
        run.IsCalled = true;
        Start(run, IsTask(method.ReturnType) || method.IsAsync ? ModeOf(site, method.ReturnType) : RunMode.InOrder);
        Enter(function);
        return method.IsAsync || method.IsIterator ? function.Returned | OriginSet.Of(Allocate(function.Operation)) : function.Returned;
    }

    // Visited once for each round, however often it is called: its variables are shared by all calls.
    private void Enter(LocalFunction function)
    {
        if (function.IsOpen)
        {
            return;
        }

        function.IsOpen = true;
        function.IsCalled = true;
        CheckBuilder(function.Operation.Symbol, function.Operation);
        _frames.Push(new(-1, function.Operation.Symbol.OriginalDefinition));
        _running.Push(FunctionOf(function.Operation));
        Visit(function.Operation.Body);
        Visit(function.Operation.IgnoredBody);
        _running.Pop();
        _frames.Pop();
        function.IsOpen = false;
    }

    private OriginSet InvokeDelegate(OriginSet delegates, ImmutableArray<IArgumentOperation> arguments, IOperation site)
    {
        var reach = Reach(Union(arguments.Select(argument => argument.Value)));
        var location = site.Syntax.GetLocation();
        RunDelegates(delegates, reach, new CallPath(null, location, null), IsTask(site.Type) ? Awaited(site) : RunMode.InOrder, null);
        var given = Read(delegates) | reach;
        foreach (var argument in arguments)
        {
            if (argument.Parameter?.RefKind is RefKind.Ref or RefKind.Out)
            {
                Assign(argument.Value, _context.Traits.IsDeeplyImmutable(argument.Value.Type) ? OriginSet.Empty : given, null, argument);
            }
        }

        return given;
    }

    /// <summary>Delegates among <paramref name="delegates"/> run now, or may later, with what <paramref name="arguments"/> reaches.</summary>
    private void RunDelegates(OriginSet delegates, OriginSet arguments, CallPath path, RunMode mode, (IMethodSymbol, CodeCall)? handed)
    {
        foreach (var node in delegates)
        {
            var target = _nodes[node];
            switch (target.Kind)
            {
                case NodeKind.Fresh when !target.IsUnseen:
                    Call(target, arguments);
                    if (target.Function is { } function)
                    {
                        function.Start ??= handed;
                        function.IsCalled |= handed is null;
                        function.IsTask |= mode == RunMode.Returned && (_runsInTask || handed is ({ ContainingType.Name: "Task" or "TaskFactory" }, _));
                        Start(function, mode);
                    }

                    break;
                case NodeKind.Parameter:
                    AddInvoke(((IParameterSymbol)target.Symbol!).Ordinal, path, mode);
                    break;
                case NodeKind.This:
                    AddInvoke(SummaryOrigins.Receiver, path, mode);
                    break;
                default:
                    AddEffect(new(EffectKind.Unverifiable, "a delegate of unknown origin", target.Symbol, path.Entry, path));
                    break;
            }
        }
    }

    // A delegate that is passed is what is run. An object that is passed stands for the delegates that it may hold, but what
    // those have captured is not run.
    private OriginSet DelegatesIn(OriginSet passed, ISymbol target, int parameter)
    {
        if (target is IMethodSymbol method && parameter < method.Parameters.Length && method.Parameters[parameter].Type.TypeKind == TypeKind.Delegate)
        {
            return passed;
        }

        var found = OriginSet.Empty;
        var pending = passed;
        while (!pending.IsEmpty)
        {
            var inside = OriginSet.Empty;
            foreach (var node in pending)
            {
                if (!found.Contains(node) && MayHoldDelegate(_nodes[node]))
                {
                    found |= OriginSet.Of(node);
                    inside |= _nodes[node].IsDelegate ? OriginSet.Empty : _nodes[node].Inside(null);
                }
            }

            pending = inside;
        }

        return found;
    }

    private bool MayHoldDelegate(Node node) => node.Kind switch
    {
        NodeKind.Parameter => _context.Traits.MayHoldDelegate(((IParameterSymbol)node.Symbol!).Type),
        NodeKind.This => _context.Traits.MayHoldDelegate(_unit.Symbol.ContainingType),
        _ => true,
    };

    private void AddInvoke(int parameter, CallPath path, RunMode mode)
    {
        Start(PassedFunction(parameter), mode);
        if (!_invokes.TryGetValue(parameter, out var known) || path.Length < known.Length)
        {
            _invokes[parameter] = path;
        }
    }

    private void Call(Node target, OriginSet arguments)
    {
        if (target.IsDelegate && !target.CalledWith.Includes(arguments))
        {
            target.CalledWith |= arguments;
            _changed = true;
        }
    }

    /// <summary>Every delegate that can be reached may be called with everything that can be reached.</summary>
    private void BindDelegates(OriginSet reach)
    {
        foreach (var node in reach)
        {
            Call(_nodes[node], reach);
        }
    }
}
