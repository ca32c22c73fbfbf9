using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace Memo.Analyzers.Tests.Proof;

/// <summary>Which methods and types of an assembly a method can reach, by the types of which it can hold objects.</summary>
internal sealed class Reach
{
    private readonly ModuleDefinition _module;
    private readonly bool _callbacks;
    private readonly HashSet<MethodDefinition> _methods = [];
    private readonly HashSet<TypeDefinition> _held = [];
    private readonly HashSet<FieldDefinition> _statics = [];
    private readonly Dictionary<string, (MethodReference Slot, TypeReference? Receiver)> _slots = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (int Held, IReadOnlyList<MethodDefinition> Targets)> _targets = new(StringComparer.Ordinal);
    private readonly Queue<MethodDefinition> _pending = new();
    private readonly Dictionary<FieldDefinition, (FieldDefinition Field, IReadOnlyList<Instruction> Slice, bool SeesOthers)> _initializers = [];

    private Reach(ModuleDefinition module, bool callbacks) => (_module, _callbacks) = (module, callbacks);

    public IEnumerable<(FieldDefinition Field, IReadOnlyList<Instruction> Slice, bool SeesOthers)> Initializers => _initializers.Values;

    public static Reach From(MethodDefinition root, bool callbacks)
    {
        var reach = new Reach(root.Module, callbacks);
        foreach (var type in root.Parameters.Select(parameter => parameter.ParameterType).Append(root.DeclaringType))
        {
            reach.HoldAllOf(type);
        }

        reach.Enter(root);
        int held;
        do
        {
            held = reach._held.Count;
            reach.Drain();
            foreach (var (slot, receiver) in reach._slots.Values.ToList())
            {
                foreach (var target in reach.Targets(slot, receiver))
                {
                    reach.Enter(target);
                }
            }

            if (callbacks)
            {
                foreach (var member in reach._held.SelectMany(reach.CallbacksOf).ToList())
                {
                    reach.Enter(member);
                }
            }
        }
        while (reach._pending.Count > 0 || reach._held.Count > held);

        return reach;
    }

    public static bool IsMadeUp(TypeDefinition type) =>
        type.Name.Contains('<', StringComparison.Ordinal) || type.Name.StartsWith("__", StringComparison.Ordinal)
            || (type.DeclaringType is { } outer && IsMadeUp(outer));

    /// <summary>The static constructor of a type, if somebody wrote it: then it runs when the type is first touched.</summary>
    public static MethodDefinition? ExplicitInitializer(TypeDefinition type) =>
        type.IsBeforeFieldInit || IsMadeUp(type) ? null : type.Methods.FirstOrDefault(method => method.IsConstructor && method.IsStatic);

    /// <summary>Whether the method's own body can run.</summary>
    public bool Runs(MethodDefinition method) => _methods.Contains(method);

    public MethodDefinition? Own(MethodReference method) => IsOwn(method.DeclaringType) ? method.Resolve() : null;

    public FieldDefinition? Own(FieldReference field) => IsOwn(field.DeclaringType) ? field.Resolve() : null;

    public TypeDefinition? Own(TypeReference type) => IsOwn(type) ? type.Resolve() : null;

    private bool IsOwn(TypeReference type) => type.GetElementType() is { IsGenericParameter: false } plain && plain.Scope == _module && type is not ArrayType;

    /// <summary>What a virtual member runs on the objects that can be there; in the order of the types' and the members' names.</summary>
    /// <param name="slot">The member as it is called.</param>
    /// <param name="receiver">What it is called on, if that is known.</param>
    public IReadOnlyList<MethodDefinition> Targets(MethodReference slot, TypeReference? receiver = null)
    {
        var key = Key(slot, receiver);
        if (slot is MethodDefinition { IsVirtual: false } || (slot is not MethodDefinition && !_slots.ContainsKey(key)))
        {
            return [];
        }

        if (!_targets.TryGetValue(key, out var known) || known.Held != _held.Count)
        {
            var owner = Own(slot.DeclaringType);
            _targets[key] = known = (_held.Count,
            [
                .. _held.Where(type => !IsMadeUp(type) && CanBe(type, receiver) && (owner is null || IsA(type, owner)))
                    .SelectMany(type => Implementations(type, slot, ofClass: owner is { IsInterface: false })).Distinct()
                    .OrderBy(method => method.DeclaringType.FullName, StringComparer.Ordinal).ThenBy(method => method.FullName, StringComparer.Ordinal),
            ]);
        }

        return known.Targets;
    }

    /// <summary>The type of what a member without parameters is called on, where the instruction before says it; for others if the call itself does.</summary>
    public static TypeReference? Receiver(MethodBody body, Instruction call)
    {
        if (call.Previous is not { } before)
        {
            return null;
        }

        if (before.OpCode.Code == Code.Constrained)
        {
            return (TypeReference)before.Operand;
        }

        return ((MethodReference)call.Operand).HasParameters ? null : Instructions.Normal(body, before) switch
        {
            ("newobj", MethodReference made) => made.DeclaringType,
            ("call" or "callvirt", MethodReference called) when called.ReturnType.FullName != "System.Void" => called.ReturnType,
            ("ldfld" or "ldsfld", FieldReference field) => field.FieldType,
            ("ldarg", ParameterReference parameter) => parameter.ParameterType,
            ("ldloc" or "ldloca", VariableReference local) => local.VariableType,
            _ => null,
        };
    }

    private bool CanBe(TypeDefinition type, TypeReference? receiver) => receiver switch
    {
        null or GenericParameter or GenericInstanceType or TypeSpecification => true,
        _ when Own(receiver) is { } own => IsA(type, own),
        _ => !receiver.IsValueType && receiver.FullName != "System.String",
    };

    // What runs on an object of exactly this type; of an interface's member, more than that where it is hard to say.
    private static List<MethodDefinition> Implementations(TypeDefinition type, MethodReference slot, bool ofClass)
    {
        var found = new List<MethodDefinition>();
        for (var next = type; next is not null; next = next.BaseType is { } parent && parent.GetElementType().Scope == type.Module ? parent.Resolve() : null)
        {
            found.AddRange(next.Methods.Where(method => method == slot || (Implements(method, slot) && !(ofClass && method.IsNewSlot && !method.HasOverrides))));
            if (ofClass && found.Count > 0)
            {
                return found; // an override hides those above it
            }
        }

        // A default implementation in an interface is the target where no type has another one.
        if (found.All(method => method.IsAbstract))
        {
            found.AddRange(type.Interfaces.Select(i => i.InterfaceType.GetElementType()).Where(i => i.Scope == type.Module)
                .SelectMany(contract => contract.Resolve().Methods).Where(method => method == slot || Implements(method, slot)));
        }

        return found;
    }

    private static bool Implements(MethodDefinition method, MethodReference slot) =>
        method.IsVirtual | method.IsStatic && HasParametersOf(method, slot)
        && ((method.Name == slot.Name && !method.IsStatic)
            || method.Overrides.Any(other => Key(other.GetElementMethod()) == Key(slot.GetElementMethod())));

    // A parameter of a type parameter's type may be of any.
    private static bool HasParametersOf(MethodReference method, MethodReference slot) =>
        method.Parameters.Count == slot.Parameters.Count && method.Parameters.Zip(slot.Parameters).All(pair =>
            pair.First.ParameterType.ContainsGenericParameter || pair.Second.ParameterType.ContainsGenericParameter
            || pair.First.ParameterType.FullName == pair.Second.ParameterType.FullName);

    private static string Key(MethodReference method, TypeReference? receiver = null) =>
        $"{method.DeclaringType.GetElementType().FullName}::{method.Name}({string.Join(',', method.Parameters.Select(parameter => parameter.ParameterType.FullName))}) on {receiver?.FullName}";

    /// <summary>The members that the framework could call on an object of this type, if that is asked for.</summary>
    public IEnumerable<MethodDefinition> CallbacksOf(TypeDefinition type) =>
        _callbacks && _held.Contains(type) ? type.Methods.Where(IsOfFramework).OrderBy(method => method.FullName, StringComparer.Ordinal) : [];

    private bool IsOfFramework(MethodDefinition method) =>
        method.IsVirtual && !method.IsAbstract && (method.Overrides.Any(slot => Own(slot) is null) || !method.IsNewSlot || method.IsFinal);

    private void HoldAllOf(TypeReference type)
    {
        if (type is GenericInstanceType generic)
        {
            foreach (var argument in generic.GenericArguments)
            {
                HoldAllOf(argument);
            }
        }

        if (type is ArrayType array)
        {
            HoldAllOf(array.ElementType);
        }

        if (Own(type) is not { } own)
        {
            return;
        }

        foreach (var candidate in _module.GetAllTypes().Where(candidate => IsA(candidate, own)))
        {
            if (_held.Add(candidate) && !candidate.IsEnum)
            {
                foreach (var field in candidate.Fields.Where(field => !field.IsStatic))
                {
                    HoldAllOf(field.FieldType);
                }
            }
        }
    }

    private static bool IsA(TypeDefinition type, TypeDefinition ancestor) =>
        type == ancestor || type.Interfaces.Any(i => i.InterfaceType.GetElementType() == ancestor)
            || (type.BaseType is { } parent && parent.GetElementType().Scope == type.Module && IsA(parent.Resolve(), ancestor));

    private void Enter(MethodDefinition method)
    {
        if (_methods.Add(method))
        {
            _pending.Enqueue(method);
        }
    }

    private void Drain()
    {
        while (_pending.TryDequeue(out var method))
        {
            if ((method.IsStatic || method.IsConstructor) && ExplicitInitializer(method.DeclaringType) is { } initializer)
            {
                Enter(initializer);
            }

            if (method.HasBody)
            {
                foreach (var local in method.Body.Variables)
                {
                    Name(local.VariableType);
                }

                Scan(method.Body, method.Body.Instructions);
            }
        }
    }

    private void Scan(MethodBody body, IEnumerable<Instruction> instructions)
    {
        foreach (var instruction in instructions)
        {
            switch (instruction.Operand)
            {
                case MethodReference called: Call(body, instruction, called); break;
                case FieldReference field when Own(field) is { IsStatic: true } own && _statics.Add(own): Read(own); break;
                case TypeReference type: Name(type); break;
            }
        }
    }

    private void Call(MethodBody body, Instruction instruction, MethodReference called)
    {
        var code = instruction.OpCode.Code;
        Name(called.DeclaringType);
        foreach (var argument in called is GenericInstanceMethod generic ? generic.GenericArguments : [])
        {
            Name(argument, isArgument: true);
        }

        var own = Own(called);
        if (own is not null)
        {
            if (code == Code.Newobj)
            {
                Hold(own.DeclaringType);
            }

            if (!IsDispatched(own, instruction))
            {
                Enter(own);
            }
        }

        if (own is { IsVirtual: true } || (own is null && IsDispatched(null, instruction)))
        {
            var slot = own ?? called.GetElementMethod();
            var receiver = own is null ? Receiver(body, instruction) : null;
            _slots.TryAdd(Key(slot, receiver), (slot, receiver));
        }
    }

    // By the object, or by the type argument: a body that is inherited or hidden runs only if some object has it.
    private static bool IsDispatched(MethodDefinition? own, Instruction call) =>
        own is not { IsVirtual: false } && (call.OpCode.Code is Code.Callvirt or Code.Ldvirtftn || call.Previous?.OpCode.Code == Code.Constrained);

    // A struct can be there without a constructor; of a type argument the callee may make objects.
    private void Name(TypeReference type, bool isArgument = false)
    {
        if (type is GenericInstanceType generic)
        {
            foreach (var argument in generic.GenericArguments)
            {
                Name(argument, Own(type) is not null);
            }
        }

        if (type is ByReferenceType or ArrayType)
        {
            Name(((TypeSpecification)type).ElementType);
        }
        else if (Own(type) is { } own && (own.IsValueType || (isArgument && !own.IsAbstract)))
        {
            Hold(own);
        }
    }

    private void Hold(TypeDefinition type)
    {
        if (_held.Add(type) && IsMadeUp(type))
        {
            foreach (var method in type.Methods.Where(method => method.IsVirtual))
            {
                Enter(method);
            }
        }
    }

    private void Read(FieldDefinition field)
    {
        if (ExplicitInitializer(field.DeclaringType) is { } written)
        {
            Enter(written);
        }
        else if (field.DeclaringType.Methods.FirstOrDefault(method => method.IsConstructor && method.IsStatic) is { } all)
        {
            var slice = new List<Instruction>();
            foreach (var instruction in all.Body.Instructions)
            {
                slice.Add(instruction);
                if (instruction.OpCode.Code == Code.Stsfld && ((FieldReference)instruction.Operand).Resolve() is { } stored && stored.DeclaringType == field.DeclaringType)
                {
                    if (stored == field)
                    {
                        var seesOthers = slice.Exists(i => i.Operand is MethodReference called && Own(called) is not null
                            || (i.OpCode.Code == Code.Ldsfld && Own((FieldReference)i.Operand)?.DeclaringType == field.DeclaringType));
                        _initializers[field] = (field, slice, seesOthers);
                        Scan(all.Body, slice);
                        return;
                    }

                    slice = [];
                }
            }
        }
    }
}
