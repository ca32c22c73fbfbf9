using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Memo.Analyzers.Calls;
using Memo.Analyzers.Symbols;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Memo.Analyzers.Hashing;

/// <summary>
/// The hash of one unit's own code: over the meaning of its operations, not over its text. Callees enter by position, to be
/// replaced by their closures; locals, parameters and labels by the order in which they appear.
/// </summary>
internal sealed partial class OperationHasher
{
    /// <summary>Bump whenever the canonical form changes: hashes of different forms must never be compared.</summary>
    public const int FormVersion = 6;

    private readonly IHashContext _context;
    private readonly CodeUnit _unit;
    private readonly CancellationToken _cancellation;
    private readonly HashWriter _writer = new();
    private readonly ICalleeIndex _callees;
    private readonly Dictionary<ISymbol, int> _ordinals = new(SymbolEqualityComparer.Default);
    private readonly SortedDictionary<string, INamedTypeSymbol> _types = new(StringComparer.Ordinal);
    private bool _serializes;
    private readonly SortedSet<string> _externals = new(StringComparer.Ordinal);

    public OperationHasher(IHashContext context, CodeUnit unit, ICalleeIndex callees, CancellationToken cancellation)
    {
        _context = context;
        _unit = unit;
        _callees = callees;
        _cancellation = cancellation;
    }

    /// <summary>Assemblies outside of the compilation and the framework whose code or types the unit uses.</summary>
    public ImmutableArray<string> Externals => [.. _externals];

    /// <summary>Whether the unit calls a serializer.</summary>
    public bool Serializes => _serializes;

    /// <summary>Whether the unit lets a package see objects of the compilation's types, or make them.</summary>
    public bool OpensObjects { get; private set; }

    public ContentHash Hash(ImmutableArray<ISymbol> implicitCallees)
    {
        _writer.Write("unit").Write(FormVersion).Write((int)_unit.Shape);
        WriteSignature(_unit.Symbol);
        WriteImplicit(implicitCallees);
        foreach (var operation in _unit.Operations)
        {
            Write(operation);
        }

        WriteInitializationOrder();

        _writer.Write("types").Write(_types.Count);
        foreach (var pair in _types)
        {
            _writer.Write(pair.Key).Write(_context.Shapes.Of(pair.Value));
            if (_serializes)
            {
                _writer.Write(_context.Shapes.SerializedOf(pair.Value));
            }
        }

        return _writer.ToHash();
    }

    private void WriteImplicit(ImmutableArray<ISymbol> callees)
    {
        foreach (var callee in callees)
        {
            _writer.Write("implied");
            if (_context.Hierarchy.IsInSource(callee))
            {
                _writer.Write(_callees.IndexOfImplied(callee));
            }
            else
            {
                _writer.Write(SymbolNames.DeclarationId(callee));
                AddExternal(callee.ContainingAssembly);
            }
        }
    }

    // A static initializer that runs other code may see its type's other statics before or after they are set: their order is meaning.
    private void WriteInitializationOrder()
    {
        if (_unit.Symbol is INamedTypeSymbol or IMethodSymbol { MethodKind: not MethodKind.StaticConstructor } || _callees.Count == 0)
        {
            return;
        }

        foreach (var member in _unit.Symbol.ContainingType.GetMembers())
        {
            if (member is IFieldSymbol { IsStatic: true, IsConst: false } or IEventSymbol { IsStatic: true })
            {
                _writer.Write("before").Write(member.Name);
            }
        }
    }

    private void WriteSignature(ISymbol symbol)
    {
        switch (symbol)
        {
            case IMethodSymbol method:
                _writer.Write("method").Write((int)method.MethodKind).Write(method.IsStatic).Write(method.IsAsync).Write(method.IsIterator)
                    .Write(method.Arity).Write((int)method.RefKind);
                if (method.ContainingType is { IsValueType: true })
                {
                    _writer.Write(method.IsReadOnly); // of one that is not, a copy is called where the value must not change
                }

                WriteType(method.ReturnType);
                if (method.ContainingType?.ExtensionParameter is { } receiver)
                {
                    _writer.Write("extends").Write((int)receiver.RefKind);
                    WriteType(receiver.Type);
                }

                foreach (var parameter in method.Parameters)
                {
                    _writer.Write((int)parameter.RefKind);
                    WriteType(parameter.Type);
                    if (parameter.HasExplicitDefaultValue)
                    {
                        _writer.WriteConstant(parameter.ExplicitDefaultValue); // a call that the compiler makes up uses it
                    }
                }

                SteeringAttributes.Write(_writer, method);
                WriteSlots(method);
                if (KnownGenerators.Find(method) is { } steering)
                {
                    _writer.Write(steering.ToString());
                }

                if (MemoizedMethod.TryCreate(method, _context.Types) is { } memoized)
                {
                    // What is remembered of an inner call, and for how long, is part of what an outer call gives.
                    _writer.Write("memoized").Write(memoized.Version).Write(memoized.ExpiresAfter);
                }

                if (_unit.Shape != CodeShape.Written)
                {
                    // The compiler wrote it from the type: which member it is says what it does.
                    _writer.Write(method.Name);
                    WriteType(method.ContainingType);
                }

                break;
            case IFieldSymbol field:
                _writer.Write("static");
                WriteType(field.Type);
                SteeringAttributes.WriteOf(_writer, field);
                break;
            case IPropertySymbol property:
                _writer.Write("static");
                WriteType(property.Type);
                break;
        }
    }

    // What another assembly calls it by: two overrides with one body are two things there, though nothing here tells them apart.
    private void WriteSlots(IMethodSymbol method)
    {
        var overridden = method;
        while (overridden.OverriddenMethod is { } next)
        {
            overridden = next;
        }

        if (!_context.Hierarchy.IsInSource(overridden))
        {
            _writer.Write("overrides").Write(SymbolNames.DeclarationId(overridden.OriginalDefinition));
        }

        foreach (var slot in method.ExplicitInterfaceImplementations)
        {
            if (!_context.Hierarchy.IsInSource(slot))
            {
                _writer.Write("implements").Write(SymbolNames.DeclarationId(slot.OriginalDefinition));
            }
        }

        if (method is { DeclaredAccessibility: Accessibility.Public, ContainingType: { } type }
            && type.AllInterfaces.Any(contract => !_context.Hierarchy.IsInSource(contract) && !contract.OriginalDefinition.GetMembers(method.Name).IsEmpty))
        {
            _writer.Write("named").Write(method.Name);
        }
    }

    private void Write(IOperation? operation)
    {
        if (operation is null)
        {
            _writer.Write("none");
            return;
        }

        _cancellation.ThrowIfCancellationRequested();
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (OperationCalls.IsDropped(operation))
        {
            _writer.Write("dropped");
            return;
        }

        if (OperationCalls.IsConstant(operation))
        {
            _writer.Write("constant");
            WriteType(operation.Type);
            _writer.WriteConstant(operation.ConstantValue.Value);
            return;
        }

        if (NormalForm.Inner(operation) is { } inner)
        {
            Write(inner);
            return;
        }

        _writer.Write((int)operation.Kind);
        WriteType(operation.Type);
        if (!WriteDetails(operation))
        {
            WriteTokens(operation);
        }

        WriteCalls(operation);
        var outer = operation is ILocalFunctionOperation function ? _callees.Enter(function.Symbol) : null;
        var children = NormalForm.Children(operation);
        _writer.Write(children.Count);
        foreach (var child in children)
        {
            Write(child);
        }

        if (operation.Kind == OperationKind.LocalFunction)
        {
            _callees.Enter(outer);
        }
    }

    private void WriteCalls(IOperation operation)
    {
        foreach (var call in _callees.CallsOf(operation))
        {
            if (call.Kind != CallKind.StaticNeighbour) // runs beside it: its text does not count
            {
                WriteCall(call);
            }
        }
    }

    private void WriteCall(CodeCall call)
    {
        _writer.Write((int)call.Kind).Write(call.IsVirtual);
        if (call.Target is IMethodSymbol method)
        {
            foreach (var argument in method.TypeArguments)
            {
                WriteType(argument);
            }

            for (var type = method.ContainingType; type is not null; type = type.ContainingType)
            {
                foreach (var argument in type.TypeArguments)
                {
                    WriteType(argument);
                }
            }
        }

        if (call.Site is not (IInvocationOperation or IObjectCreationOperation or IPropertyReferenceOperation))
        {
            WritePlace(call); // what the compiler calls by itself has no arguments to be seen
        }

        if (_context.Hierarchy.IsInSource(call.Target))
        {
            _writer.Write("source").Write(_callees.IndexOf(call));
        }
        else
        {
            _writer.Write(SymbolNames.DeclarationId(call.Target)).Write(call.Target.ContainingAssembly?.Name);
            if (_context.Manifests.Of(call) is { } told)
            {
                // At run time, it has to be the assembly with this manifest that is there.
                _writer.Write(told.Export.Closure);
                _externals.UnionWith(told.Export.Externals);
                _externals.Add(told.Manifest);
            }
            else
            {
                AddExternal(call.Target.ContainingAssembly);
            }

            OpensObjects |= call.Target is IMethodSymbol called && IsGivenObjects(call, called);
            if (KnownNames.Namespace(call.Target.ContainingNamespace).StartsWith("System.Text.Json", StringComparison.Ordinal))
            {
                _serializes = true;
            }
        }
    }

    // The line, the file and the member that the compiler passes where a parameter asks for them.
    private void WritePlace(CodeCall call)
    {
        foreach (var attribute in call.Target is IMethodSymbol method ? method.Parameters.Where(parameter => parameter.IsOptional).SelectMany(parameter => parameter.GetAttributes()) : [])
        {
            switch (attribute.AttributeClass?.Name)
            {
                case "CallerLineNumberAttribute":
                    foreach (var part in call.Site.ChildOperations.Prepend(call.Site))
                    {
                        _writer.Write("line").Write(part.Syntax.GetLocation().GetMappedLineSpan().StartLinePosition.Line);
                    }

                    break;
                case "CallerFilePathAttribute":
                    _writer.Write("file").Write(call.Site.Syntax.GetLocation().GetMappedLineSpan().Path);
                    break;
                case "CallerMemberNameAttribute":
                    _writer.Write("member").Write((_unit.Symbol as IMethodSymbol)?.AssociatedSymbol?.Name ?? _unit.Symbol.Name);
                    break;
            }
        }
    }

    private bool IsGivenObjects(CodeCall call, IMethodSymbol method) =>
        method.ContainingAssembly is { } assembly && _context.IsExternal(assembly)
        && method.TypeArguments.Concat(method.ContainingType.TypeArguments).Append(method.ReturnType)
            .Concat(call.Arguments.Select(argument => argument is null ? null : OperationCalls.Unconverted(argument).Type))
            .Any(type => type is not null && (type.SpecialType == SpecialType.System_Object || type.TypeKind is TypeKind.TypeParameter or TypeKind.Dynamic || !_context.Mentions.Of(type).Own.IsEmpty));
}
