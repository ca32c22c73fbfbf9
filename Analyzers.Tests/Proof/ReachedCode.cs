using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Memo.Analyzers.Tests.Proof;

/// <summary>
/// The judge: everything that a method of an emitted assembly reaches, in a form without names and debug information. Members are
/// numbered in the order in which they are first met, so equal forms mean the same IL up to names.
/// </summary>
/// <remarks>
/// Knows nothing of the analyzers, on purpose. Type names count (they can become values); those that the compiler makes up do not.
/// </remarks>
internal sealed class ReachedCode
{
    private readonly Reach _reach;
    private readonly Dictionary<object, int> _numbers = new(ReferenceEqualityComparer.Instance);
    private readonly Queue<IMemberDefinition> _pending = new();
    private readonly HashSet<FieldDefinition> _initialized = [];
    private readonly StringBuilder _text = new();

    private ReachedCode(Reach reach) => _reach = reach;

    /// <summary>The form of what <paramref name="root"/> reaches.</summary>
    /// <param name="root">A method of the assembly.</param>
    /// <param name="callbacks">Whether the framework may call every member of a type that it could know: then this is the most that runs, else the least.</param>
    public static string Of(MethodDefinition root, bool callbacks)
    {
        var form = new ReachedCode(Reach.From(root, callbacks));
        form.Number(root);
        do
        {
            while (form._pending.TryDequeue(out var next))
            {
                form.Write(next);
            }
        }
        while (form.WriteNextInitializer());

        form.WriteNeighbours();
        return form._text.ToString();
    }

    /// <summary>A short name for a form.</summary>
    public static string Digest(string form) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(form)));

    private int Number(IMemberDefinition member)
    {
        if (!_numbers.TryGetValue(member, out var number))
        {
            _numbers.Add(member, number = _numbers.Count);
            _pending.Enqueue(member);
        }

        return number;
    }

    private void Write(IMemberDefinition member)
    {
        _text.Append('\n').Append(_numbers[member]).Append(' ');
        switch (member)
        {
            case MethodDefinition method: Write(method); break;
            case TypeDefinition type: Write(type); break;
            case FieldDefinition field: Write(field); break;
        }
    }

    private void Write(MethodDefinition method)
    {
        _text.Append("method ").Append(method.IsStatic).Append(' ').Append(Type(method.ReturnType)).Append('(')
            .AppendJoin(',', method.Parameters.Select(parameter => Type(parameter.ParameterType))).Append(')').Append(method.GenericParameters.Count);
        if (method.HasBody && _reach.Runs(method))
        {
            _text.Append(method.IsSynchronized).Append(method.Body.Variables.Count > 0 && !method.Body.InitLocals ? " uncleared" : "");
            Write(method.Body, method.Body.Instructions);
        }

        foreach (var target in _reach.Targets(method))
        {
            _text.Append("\n or ").Append(Type(target.DeclaringType)).Append(' ').Append(Number(target));
        }

        if (method.IsConstructor && !method.IsStatic)
        {
            _text.Append("\n of ").Append(Number(method.DeclaringType));
        }

        if (Reach.ExplicitInitializer(method.DeclaringType) is { } initializer && (method.IsStatic || method.IsConstructor))
        {
            _text.Append("\n first ").Append(Number(initializer));
        }
    }

    private void Write(MethodBody body, IEnumerable<Instruction> instructions)
    {
        var index = new Dictionary<Instruction, int>();
        foreach (var instruction in instructions)
        {
            index.Add(instruction, index.Count);
        }

        var locals = new Dictionary<VariableDefinition, int>();
        foreach (var instruction in instructions)
        {
            var (code, operand) = Instructions.Normal(body, instruction);
            _text.Append("\n  ").Append(code).Append(' ');
            _text.Append(operand switch
            {
                null => "",
                Instruction target => index.TryGetValue(target, out var known) ? known.ToString(CultureInfo.InvariantCulture) : "end",
                Instruction[] targets => string.Join(',', targets.Select(target => index[target])),
                VariableDefinition local => Local(local),
                ParameterDefinition parameter => "parameter " + parameter.Index,
                string text => "\"" + text + "\"",
                float or double => Instructions.Bits(operand),
                MethodReference method => Method(method, body, instruction),
                FieldReference field => Field(field),
                TypeReference type => Type(type),
                CallSite site => site.FullName,
                _ => Convert.ToString(operand, CultureInfo.InvariantCulture),
            });
        }

        foreach (var handler in body.ExceptionHandlers.Where(handler => index.ContainsKey(handler.TryStart)))
        {
            _text.Append("\n  ").Append(handler.HandlerType).Append(' ').Append(handler.CatchType is { } caught ? Type(caught) : "");
            foreach (var place in new[] { handler.TryStart, handler.TryEnd, handler.FilterStart, handler.HandlerStart, handler.HandlerEnd })
            {
                _text.Append(' ').Append(place is not null && index.TryGetValue(place, out var known) ? known : -1);
            }
        }

        // A slot is what is stored in it: which number it has is nothing.
        string Local(VariableDefinition local)
        {
            if (!locals.TryGetValue(local, out var number))
            {
                locals.Add(local, number = locals.Count);
            }

            return "local " + number + " " + Type(local.VariableType);
        }
    }

    private void Write(FieldDefinition field)
    {
        _text.Append("field ").Append(field.IsStatic).Append(' ').Append(Type(field.FieldType));
        if (field.InitialValue is { Length: > 0 } bytes)
        {
            _text.Append(Convert.ToHexString(bytes));
        }

        if (field.IsStatic && Reach.ExplicitInitializer(field.DeclaringType) is { } initializer)
        {
            _text.Append(" first ").Append(Number(initializer));
        }

        if (field.CustomAttributes.Any(attribute => attribute.AttributeType.FullName == "System.ThreadStaticAttribute"))
        {
            _text.Append(" of each thread");
        }
    }

    private void Write(TypeDefinition type)
    {
        if (Reach.IsMadeUp(type))
        {
            _text.Append("made up ").Append(type.IsValueType).Append(type.ClassSize);
            foreach (var member in type.Methods.Where(member => member.IsVirtual))
            {
                // Iterators and state machines: what the compiler writes runs them, or the framework.
                _text.Append("\n  runs ").Append(Number(member));
            }

            return;
        }

        _text.Append("type ").Append(type.FullName).Append(' ').Append(type.IsValueType).Append(type.IsInterface).Append(type.IsAbstract)
            .Append(type.BaseType is { } parent ? Type(parent) : "").AppendJoin(',', type.Interfaces.Select(i => Type(i.InterfaceType)).Order(StringComparer.Ordinal));
        WriteAttributes(type);
        foreach (var field in type.Fields)
        {
            if (type.IsEnum && field.HasConstant)
            {
                _text.Append("\n  ").Append(field.Name).Append('=').Append(field.Constant);
            }
            else if (!field.IsStatic)
            {
                _text.Append("\n  has ").Append(Type(field.FieldType));
                WriteAttributes(field);
            }
        }

        foreach (var property in type.Properties.Where(property => property.HasThis))
        {
            WriteAttributes(property);
        }

        foreach (var member in _reach.CallbacksOf(type))
        {
            _text.Append("\n  called back ").Append(member.Name).Append(' ').Append(Number(member));
        }
    }

    private void WriteAttributes(ICustomAttributeProvider member)
    {
        // What compilers and people read, and nothing at run time, is of System.Runtime.CompilerServices or beside it.
        foreach (var attribute in member.CustomAttributes.Where(attribute => attribute.AttributeType.Namespace
            is not ("System.Runtime.CompilerServices" or "Microsoft.CodeAnalysis" or "System.Diagnostics" or "System.Diagnostics.CodeAnalysis")
            && attribute.AttributeType.Name is not ("ObsoleteAttribute" or "DefaultMemberAttribute")))
        {
            _text.Append("\n  [").Append(attribute.Constructor.FullName)
                .AppendJoin(',', attribute.ConstructorArguments.Select(argument => argument.Value))
                .AppendJoin(',', attribute.Fields.Concat(attribute.Properties).Select(named => named.Name + "=" + named.Argument.Value)).Append(']');
        }
    }

    private string Method(MethodReference method, MethodBody body, Instruction call)
    {
        var arguments = method is GenericInstanceMethod instance ? "<" + string.Join(',', instance.GenericArguments.Select(Type)) + ">" : "";
        var owner = method.DeclaringType is GenericInstanceType or ArrayType ? Type(method.DeclaringType) : "";
        if (_reach.Own(method) is { } own)
        {
            return $"method {Number(own)}{arguments}{(owner.Length > 0 ? " of " + owner : "")}";
        }

        var targets = _reach.Targets(method.GetElementMethod(), Reach.Receiver(body, call)).Select(target => Type(target.DeclaringType) + " " + Number(target));
        return $"{Type(method.DeclaringType)}::{method.Name}{arguments}({string.Join(',', method.Parameters.Select(p => Type(p.ParameterType)))}) : {Type(method.ReturnType)}{string.Concat(targets.Select(t => " or " + t))}";
    }

    private string Field(FieldReference field) =>
        _reach.Own(field) is { } own ? $"field {Number(own)}{(field.DeclaringType is GenericInstanceType ? " of " + Type(field.DeclaringType) : "")}" : field.FullName;

    private string Type(TypeReference type) => type switch
    {
        GenericInstanceType generic => $"{Type(generic.ElementType)}<{string.Join(',', generic.GenericArguments.Select(Type))}>",
        ArrayType array => $"{Type(array.ElementType)}[{array.Rank}]",
        ByReferenceType reference => Type(reference.ElementType) + "&",
        PointerType pointer => Type(pointer.ElementType) + "*",
        RequiredModifierType required => $"{Type(required.ElementType)} req {required.ModifierType.FullName}",
        OptionalModifierType optional => $"{Type(optional.ElementType)} opt {optional.ModifierType.FullName}",
        GenericParameter parameter => (parameter.Type == GenericParameterType.Method ? "!!" : "!") + parameter.Position,
        _ when _reach.Own(type) is { } own => "type " + Number(own),
        _ => type.FullName,
    };

    // The compiler puts all initializers of a type into one method: only those of the fields that are reached count, and what they reach.
    private bool WriteNextInitializer()
    {
        var (field, slice, _) = _reach.Initializers.Where(pair => _numbers.ContainsKey(pair.Field) && !_initialized.Contains(pair.Field))
            .OrderBy(pair => _numbers[pair.Field]).FirstOrDefault();
        if (field is null)
        {
            return false;
        }

        _initialized.Add(field);
        _text.Append("\ninitializes ").Append(_numbers[field]);
        Write(field.DeclaringType.Methods.First(method => method.IsConstructor && method.IsStatic).Body, slice);
        return true;
    }

    // An initializer that runs other code may find its type's other statics set or not.
    private void WriteNeighbours()
    {
        foreach (var (field, _, seesOthers) in _reach.Initializers.Where(pair => _initialized.Contains(pair.Field)).OrderBy(pair => _numbers[pair.Field]))
        {
            if (seesOthers)
            {
                _text.Append("\ninitializes ").Append(_numbers[field]).Append(" among ")
                    .AppendJoin(',', field.DeclaringType.Fields.Where(_initialized.Contains).Select(other => _numbers[other]));
            }
        }
    }
}
