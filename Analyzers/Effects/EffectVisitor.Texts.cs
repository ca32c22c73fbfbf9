using System.Collections.Immutable;
using Memo.Analyzers.Calls;
using Memo.Analyzers.Catalog;
using Memo.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Memo.Analyzers.Effects;

/// <summary>Where an object is handed to code that may make a text of it without naming its type.</summary>
internal sealed partial class EffectVisitor
{
    private void CheckTexts(IOperation operation)
    {
        switch (operation)
        {
            case IConversionOperation { OperatorMethod: null, Type: { } seen, Operand.Type: { } type } when HidesTypes(seen) && !HidesTypes(type) && !IsOnlyLookedAt(operation):
                AddTexts(type, operation.Syntax.GetLocation());
                break;
            case IInterpolationOperation { Expression.Type: var type }:
                AddTexts(type, operation.Syntax.GetLocation());
                break;
            // Whoever takes any object can be given to those who have a certain one.
            case IConversionOperation { OperatorMethod: null, Type: { TypeKind: TypeKind.Delegate } seen, Operand.Type: { TypeKind: TypeKind.Delegate } type } when HidesTypes(type):
                AddTexts(seen, operation.Syntax.GetLocation());
                break;
            case IDelegateCreationOperation { Type: { } made, Target: IMethodReferenceOperation { Method: var method } } when method.Parameters.Any(parameter => HidesTypes(parameter.Type)):
                AddTexts(made, operation.Syntax.GetLocation());
                break;
        }
    }

    // Framework code that follows the culture makes texts, of whatever it is given.
    private void CheckFormatted(CodeCall call, IMethodSymbol method, CatalogEntry entry, Location location)
    {
        if (!entry.Effects.Any(effect => effect.Kind is EffectKind.ReadsCulture or EffectKind.ReadsCultureOfIntegers))
        {
            return;
        }

        AddTexts(call.Receiver?.Type, location);
        CheckName(call.Receiver?.Type, method, location);
        foreach (var given in method.TypeArguments)
        {
            AddTexts(given, location);
        }

        for (var i = 0; i < call.Arguments.Length; i++)
        {
            foreach (var given in Given(call.Arguments[i]))
            {
                AddTexts(Plain(given).Type, location);
                if (method.OriginalDefinition.Parameters[i].Type is var asked && (asked.TypeKind == TypeKind.TypeParameter || HidesTypes(asked)))
                {
                    CheckName(Plain(given).Type, method, location);
                }
            }
        }
    }

    // The text of an iterator or of a task is the name of the class that the compiler made of the method: what is declared around it counts the names.
    private void CheckName(ITypeSymbol? type, IMethodSymbol method, Location location)
    {
        if (type is INamedTypeSymbol { TypeKind: TypeKind.Interface } contract && contract.AllInterfaces.Prepend(contract).Any(IsSequence)
            || type is INamedTypeSymbol { Name: nameof(Task), ContainingNamespace: { Name: "Tasks", ContainingNamespace.Name: "Threading" } })
        {
            AddEffect(EffectKind.Nondeterministic, "the name of a class that the compiler makes", Culprit(method), location);
        }
    }

    private static bool IsSequence(INamedTypeSymbol type) => type.OriginalDefinition.SpecialType is SpecialType.System_Collections_IEnumerable or SpecialType.System_Collections_IEnumerator
        || type is { Name: "IAsyncEnumerable" or "IAsyncEnumerator", ContainingNamespace: { Name: "Generic", ContainingNamespace.Name: "Collections" } };

    // What the compiler writes to print a record prints what is in it.
    private void PrintMembers(INamedTypeSymbol record)
    {
        foreach (var member in record.GetMembers())
        {
            if (member is { IsStatic: false, DeclaredAccessibility: Accessibility.Public })
            {
                AddTexts((member as IPropertySymbol)?.Type ?? (member as IFieldSymbol)?.Type, record.Locations[0]);
            }
        }
    }

    private void AddTexts(ITypeSymbol? type, Location location)
    {
        foreach (var text in _context.Texts.Of(type))
        {
            AddEffect(text.Kind, text.Detail, text.Culprit, location);
        }
    }

    private static bool HidesTypes(ITypeSymbol type) =>
        type is { SpecialType: SpecialType.System_Object or SpecialType.System_Collections_IEnumerable } or { TypeKind: TypeKind.Dynamic }
        || (type is IArrayTypeSymbol or INamedTypeSymbol { IsGenericType: true } && TypeTraits.Named(type).Any(part => part.SpecialType == SpecialType.System_Object));

    // Compared to null or to another object, or given to framework code that only says yes, no or nothing.
    private bool IsOnlyLookedAt(IOperation conversion) => conversion.Parent switch
    {
        IBinaryOperation => true,
        IArgumentOperation { Parent: IInvocationOperation { TargetMethod: var method } } => (method.ReturnsVoid || method.ReturnType.SpecialType == SpecialType.System_Boolean)
            && !_context.Hierarchy.IsInSource(method) && _context.Catalog.Find(method) is { Effects.IsEmpty: true, MutatesReceiver: false, Mutates.IsEmpty: true },
        _ => false,
    };
}
