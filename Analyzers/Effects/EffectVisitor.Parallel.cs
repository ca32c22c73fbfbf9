using Memo.Analyzers.Calls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Memo.Analyzers.Effects;

/// <summary>
/// Which functions run beside others: what other threads run, and asynchronous code whose task is not awaited where it is
/// started. What such a function changes outside of itself is judged when all that runs it is known.
/// </summary>
internal sealed partial class EffectVisitor
{
    private readonly Dictionary<object, Function> _functions = [];
    private readonly Stack<Function> _running = new();
    private bool _returnsTask;
    private bool _runsInTask;

    private Function? Running => _running.Count == 0 ? null : _running.Peek();

    private Function FunctionOf(object key, SyntaxNode? syntax, IMethodSymbol? symbol = null)
    {
        if (!_functions.TryGetValue(key, out var function))
        {
            _functions.Add(key, function = new(syntax, symbol));
        }

        return function;
    }

    private Function FunctionOf(IAnonymousFunctionOperation lambda)
    {
        var function = FunctionOf(lambda, lambda.Syntax, lambda.Symbol);
        RunFrom(function, Running);
        return function;
    }

    private Function FunctionOf(ILocalFunctionOperation local) => FunctionOf(local, local.Syntax, local.Symbol);

    private static void RunFrom(Function function, Function? caller)
    {
        if (caller is not null && caller != function)
        {
            function.Callers.Add(caller);
        }
    }

    /// <summary>A function is run by the code that is being visited.</summary>
    private void Start(Function function, RunMode mode)
    {
        RunFrom(function, Running);
        if (mode == RunMode.InOrder && function.Symbol is { IsAsync: true, ReturnsVoid: true })
        {
            mode = RunMode.Unawaited; // nobody can
        }

        if (mode == RunMode.Returned && Running is { } caller)
        {
            function.ReturnedBy.Add(caller);
        }
        else if (mode > function.Mode)
        {
            function.Mode = mode;
        }
    }

    private static bool IsTask(ITypeSymbol? type) =>
        type is INamedTypeSymbol { Name: "Task" or "ValueTask", ContainingNamespace: { Name: "Tasks", ContainingNamespace.Name: "Threading" } };

    /// <summary>How a call goes on whose callee changes something in a task.</summary>
    private static RunMode ModeOf(IOperation call, ITypeSymbol? returned) => IsTask(returned) ? Awaited(call) : RunMode.Unawaited;

    /// <summary>What becomes of the task that an operation gives.</summary>
    private static RunMode Awaited(IOperation task)
    {
        if (task is not IInvocationOperation and not IObjectCreationOperation)
        {
            return RunMode.InOrder; // the compiler awaits what it calls itself
        }

        while (true)
        {
            switch (task.Parent)
            {
                case IAwaitOperation:
                case IPropertyReferenceOperation { Property.Name: "Result" }:
                case IInvocationOperation { TargetMethod: { Name: "Wait" or "GetResult" } } wait when wait.Instance == task:
                    return RunMode.InOrder;
                case IReturnOperation { Kind: OperationKind.Return } @return:
                    return IsInAsync(@return) ? RunMode.Unawaited : RunMode.Returned;
                case IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "AsTask" or "GetAwaiter" or "WaitAsync" or "Preserve" or "ContinueWith" } next when next.Instance == task:
                case IConversionOperation or IParenthesizedOperation or ISwitchExpressionArmOperation or ISwitchExpressionOperation or ICoalesceOperation:
                    task = task.Parent;
                    break;
                case IConditionalOperation conditional when conditional.Condition != task:
                    task = conditional;
                    break;
                case IConditionalAccessOperation access when access.WhenNotNull == task:
                    task = access;
                    break;
                case IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "Unwrap" } unwrap }:
                    task = unwrap;
                    break;
                case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } declarator }:
                    return NextUse(local, declarator) is { } use ? Awaited(use, local) : RunMode.Unawaited;
                default:
                    return RunMode.Unawaited;
            }
        }
    }

    // `var task = F(); await task;`: nothing comes between.
    private static IOperation? NextUse(ILocalSymbol local, IOperation declarator)
    {
        IOperation statement = declarator;
        while (statement.Parent is not null and not IBlockOperation)
        {
            statement = statement.Parent;
        }

        if (statement is not IVariableDeclarationGroupOperation { Declarations: [{ Declarators.Length: 1 }] } || statement.Parent is not IBlockOperation block)
        {
            return null;
        }

        var next = block.Operations.IndexOf(statement) + 1;
        return next < block.Operations.Length
            ? block.Operations[next].Descendants().FirstOrDefault(operation => operation is ILocalReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Local, local))
            : null;
    }

    private static RunMode Awaited(IOperation use, ILocalSymbol local)
    {
        while (use.Parent is IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "GetAwaiter" } or IConversionOperation)
        {
            use = use.Parent;
        }

        return use.Parent switch
        {
            IAwaitOperation { Parent: IExpressionStatementOperation or IReturnOperation or IVariableInitializerOperation } => RunMode.InOrder,
            IReturnOperation { Kind: OperationKind.Return } @return when !IsInAsync(@return) => RunMode.Returned,
            _ => RunMode.Unawaited,
        };
    }

    private static bool IsInAsync(IOperation operation)
    {
        for (var parent = operation.Parent; parent is not null; parent = parent.Parent)
        {
            switch (parent)
            {
                case IAnonymousFunctionOperation lambda:
                    return lambda.Symbol.IsAsync;
                case ILocalFunctionOperation local:
                    return local.Symbol.IsAsync;
            }
        }

        return operation.SemanticModel?.GetEnclosingSymbol(operation.Syntax.SpanStart) is IMethodSymbol { IsAsync: true };
    }

    /// <summary>How code without source runs the delegates that it is passed.</summary>
    private static RunMode ModeOf(IMethodSymbol method, IOperation site)
    {
        var type = method.ContainingType;
        switch (type.Name)
        {
            case "Parallel" or "ParallelEnumerable" or "ThreadPool" or "Thread" or "Timer" when IsOfThreads(type):
                return RunMode.Parallel;
            case "Task" or "TaskFactory" when IsOfThreads(type):
                return Awaited(site) is var mode and not RunMode.Unawaited && site is IInvocationOperation ? mode : RunMode.Parallel;
            case "AsyncEnumerable":
                return RunMode.InOrder; // each element is awaited before the next one
            default:
                return IsTask(method.OriginalDefinition.ReturnType) && Awaited(site) is var awaited ? awaited : RunMode.Unawaited;
        }
    }

    private static bool IsOfThreads(INamedTypeSymbol type) =>
        type.ContainingNamespace.ToDisplayString() is "System.Threading" or "System.Threading.Tasks" or "System.Linq" or "System.Timers";

    /// <summary>Whatever a call changes, it changes in a function of its own when its task is not awaited at once.</summary>
    private bool EnterTask(CodeCall call, bool runsInTask, ITypeSymbol? returned)
    {
        if (call.Kind == CallKind.MethodGroup)
        {
            var group = FunctionOf(call.Site, call.Site.Syntax, call.Target as IMethodSymbol);
            group.IsTask |= runsInTask;
            _nodes[Allocate(call.Site)].Function = group;
            RunFrom(group, Running);
            _running.Push(group);
            return true;
        }

        if (!runsInTask || call.Kind != CallKind.Direct)
        {
            return false;
        }

        switch (ModeOf(call.Site, returned))
        {
            case RunMode.Returned:
                _returnsTask |= Running is null;
                _runsInTask = true;
                return false;
            case RunMode.Unawaited when call.Site is IInvocationOperation:
                var started = FunctionOf(call.Site, call.Site.Syntax);
                Start(started, RunMode.Parallel);
                _running.Push(started);
                return true;
            default:
                return false;
        }
    }

    private void LeaveTask(bool entered)
    {
        _runsInTask = false;
        if (entered)
        {
            _running.Pop();
        }
    }

    /// <summary>A delegate that the method was passed, as a function that only its callers know.</summary>
    private Function PassedFunction(int parameter) => FunctionOf(parameter, null);

    private RunMode ModeOfPassed(int parameter)
    {
        var function = PassedFunction(parameter);
        return function.SelfAndCallers().Any(caller => caller.Mode == RunMode.Parallel || (caller != function && caller.IsTask && caller.IsUnawaited)) ? RunMode.Parallel
            : function.IsUnawaited ? RunMode.Unawaited
            : function.Mode;
    }

    /// <summary>A lambda, a local function, a method as a delegate or an asynchronous call: code that may run beside other code.</summary>
    private sealed class Function(SyntaxNode? syntax, IMethodSymbol? symbol)
    {
        public SyntaxNode? Syntax { get; } = syntax;

        public IMethodSymbol? Symbol { get; } = symbol;

        public RunMode Mode { get; set; }

        /// <summary>It goes on after it has given its task.</summary>
        public bool IsTask { get; set; } = symbol is { IsAsync: true };

        /// <summary>Code of the compilation calls it: what it is passed need not be its own.</summary>
        public bool IsCalled { get; set; }

        /// <summary>The call without source that was handed it.</summary>
        public (IMethodSymbol Method, CodeCall Call)? Start { get; set; }

        public HashSet<Function> Callers { get; } = [];

        /// <summary>The callers that return its task.</summary>
        public HashSet<Function> ReturnedBy { get; } = [];

        public bool IsUnawaited => Closure(function => function.ReturnedBy).Any(function => function.Mode == RunMode.Unawaited);

        public HashSet<Function> SelfAndCallers() => Closure(function => function.Callers);

        public bool Contains(SyntaxNode node) => Syntax is not null && Syntax.SyntaxTree == node.SyntaxTree && Syntax.Span.Contains(node.Span);

        private HashSet<Function> Closure(Func<Function, IEnumerable<Function>> next)
        {
            var found = new HashSet<Function> { this };
            var pending = new Stack<Function>([this]);
            while (pending.Count > 0)
            {
                foreach (var function in next(pending.Pop()))
                {
                    if (found.Add(function))
                    {
                        pending.Push(function);
                    }
                }
            }

            return found;
        }
    }
}
