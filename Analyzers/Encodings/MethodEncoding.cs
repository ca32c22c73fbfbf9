using System.Collections.Immutable;
using Memo.Analyzers.Rules;
using Memo.Analyzers.Symbols;
using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Encodings;

/// <summary>How a memoized method's receiver, parameters and result go into keys and entries, or why they cannot.</summary>
internal sealed class MethodEncoding
{
    private MethodEncoding(IMethodSymbol method) => Method = method;

    public IMethodSymbol Method { get; }

    private readonly HashSet<SyntaxTree> _looked = [];

    /// <summary>The files whose code has a say in it, beside what is declared.</summary>
    public IReadOnlyCollection<SyntaxTree> Looked => _looked;

    public Codec? Receiver { get; private set; }

    /// <summary>What the method does to its object, a struct, would be seen where that is: it has to be given that very place.</summary>
    public bool MayChangeStruct => Method is { IsStatic: false, IsReadOnly: false, ContainingType: { IsValueType: true, IsReadOnly: false } };

    /// <summary>One for each parameter; null for one that is not part of the key.</summary>
    public ImmutableArray<Codec?> Parameters { get; private set; } = [];

    public Codec? Result { get; private set; }

    /// <summary>The method returns a task of the result.</summary>
    public bool IsAsync { get; private set; }

    public bool ReturnsValueTask { get; private set; }

    /// <summary>What stands in the way, each with its rule and the arguments of its message.</summary>
    public ImmutableArray<EncodingProblem> Problems { get; private set; } = [];

    /// <summary>In one phrase, why calls are not intercepted; null when they are.</summary>
    public string? Refusal => Problems.IsEmpty ? null : Problems[0].Reason;

    /// <summary>All that the code of <see cref="Looked"/> has a say in, for comparison.</summary>
    public string Decided => string.Join("\n", ((string?[])[Refusal, .. ReceiverForms.Select(form => form.Contract + (form.IsImmutable ? "" : ", by identity")), .. Parameters.Select(parameter => parameter is { IsLookedUpOnly: true } ? parameter.Contract : "")]));

    private IEnumerable<Codec> ReceiverForms => Receiver is null ? [] : Receiver.Kind == CodecKind.OneOf ? Receiver.Parts : [Receiver];

    internal static MethodEncoding Create(IMethodSymbol method, EncodingTable table)
    {
        var encoding = new MethodEncoding(method);
        var problems = ImmutableArray.CreateBuilder<EncodingProblem>();
        var name = SymbolNames.InMessage(method, method.ContainingType);
        var at = method.Locations[0];
        if (table.Types.HasNoResult(method))
        {
            problems.Add(new(UsageRules.NothingToMemoize, at, "it returns nothing", [name]));
        }
        else if (Interception.WhyNever(method, table) is { } never)
        {
            problems.Add(new(UsageRules.NeverIntercepted, at, never, [name, never]));
        }

        if (problems.Count > 0)
        {
            // What its types would mean for keys no longer matters.
            encoding.Problems = problems.ToImmutable();
            return encoding;
        }

        encoding.Parameters = [.. method.Parameters.Select(parameter => encoding.AddParameter(parameter, name, table, problems))];
        var result = table.Types.AwaitedResult(method.ReturnType);
        encoding.IsAsync = result is not null;
        encoding.ReturnsValueTask = result is not null && table.Types.IsValueTask(method.ReturnType);
        encoding.AddReceiverAndResult(result ?? method.ReturnType, name, table, problems);
        encoding.Problems = problems.ToImmutable();
        return encoding;
    }

    private void AddReceiverAndResult(ITypeSymbol result, string name, EncodingTable table, ImmutableArray<EncodingProblem>.Builder problems)
    {
        if (!Interception.IsOpenIn(Method, result))
        {
            AddResult(result, name, table, problems);
        }

        if (!Method.IsStatic)
        {
            AddReceiver(name, table, problems);
        }
    }

    private void AddResult(ITypeSymbol result, string name, EncodingTable table, ImmutableArray<EncodingProblem>.Builder problems)
    {
        var at = Method.Locations[0];
        Result = table.CodecOf(result);
        var lost = Result.FindRefusal(forValue: true) ?? Result.FindRefusal(forValue: false);
        if (LazyResult.Find(Method.OriginalDefinition, result, table, _looked) is { } lazy)
        {
            problems.Add(new(KeyRules.LazyResult, at, "its result is lazy", [name, lazy]));
        }
        else if (lost is not null)
        {
            problems.Add(new(KeyRules.Result, at, "its result does not survive serialization", [name, lost]));
        }
    }

    private void AddReceiver(string name, EncodingTable table, ImmutableArray<EncodingProblem>.Builder problems)
    {
        var at = Method.Locations[0];
        if (MayChangeStruct && IsAsync && !Method.IsAsync)
        {
            const string mutable = "it is a struct that the method may change while it makes its task; make the method or the struct readonly, or the method async";
            problems.Add(new(KeyRules.Receiver, at, "its receiver cannot be part of a key", [name, mutable]));
            return;
        }

        if (Interception.IsOpenIn(Method, Method.ContainingType))
        {
            return;
        }

        Receiver = ReceiverReads.Find(Method, table, _looked) is { } reads ? table.CodecOf(Method.ContainingType, reads) : table.CodecOf(Method.ContainingType);
        if (Receiver.FindRefusal(forValue: false) is { } refusal)
        {
            problems.Add(new(KeyRules.Receiver, at, "its receiver cannot be part of a key", [name, refusal]));
        }
    }

    private Codec? AddParameter(IParameterSymbol parameter, string name, EncodingTable table, ImmutableArray<EncodingProblem>.Builder problems)
    {
        var at = parameter.Locations.Length > 0 ? parameter.Locations[0] : parameter.ContainingSymbol.Locations[0];
        var passing = parameter.RefKind is RefKind.Out ? "an 'out' parameter"
            : parameter.RefKind is not (RefKind.None or RefKind.In) ? "a 'ref' parameter"
            : parameter.Type.TypeKind is TypeKind.Pointer or TypeKind.FunctionPointer ? "a pointer"
            : parameter.Type.IsRefLikeType ? "a ref struct"
            : null;
        if (passing is not null)
        {
            problems.Add(new(KeyRules.ByReference, at, $"its parameter '{parameter.Name}' is {passing}", [parameter.Name, name, passing]));
            return null;
        }

        if (Interception.IsOpenIn(Method, parameter.Type) || table.Types.IsCancellationToken(parameter.Type) || KnownTypes.Find(parameter, table.Types.NotKeyed) is not null)
        {
            return null;
        }

        var codec = table.CodecOf(parameter.Type);
        if (codec.FindRefusal(forValue: false) is { } refusal)
        {
            problems.Add(new(KeyRules.Parameter, at, $"its parameter '{parameter.Name}' cannot be part of a key", [parameter.Name, name, refusal]));
        }

        return codec is { Kind: CodecKind.Collection } && !codec.Parts.Any(part => part.ShowsIdentity) && LookedUpOnly.Is(parameter, Method, table, _looked) ? codec.ForLookups() : codec;
    }
}

/// <param name="Rule">The rule that is broken.</param>
/// <param name="Location">In the method's declaration.</param>
/// <param name="Reason">A phrase after "because".</param>
/// <param name="Arguments">Of the rule's message.</param>
internal sealed record EncodingProblem(DiagnosticDescriptor Rule, Location Location, string Reason, ImmutableArray<object> Arguments)
{
    /// <summary>For a call whose type arguments are the reason: no message at the declaration says more.</summary>
    public string ReasonInFull => $"{Reason}: {Arguments[Arguments.Length - 1]}";
}
