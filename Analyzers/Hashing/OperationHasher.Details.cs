using Memo.Analyzers.Calls;
using Memo.Analyzers.Symbols;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Hashing;

/// <summary>What each kind of operation means beyond its type, its children and its calls.</summary>
internal sealed partial class OperationHasher
{
    /// <summary>Returns false for a kind without a model here.</summary>
    private bool WriteDetails(IOperation operation)
    {
        switch (operation)
        {
            case ILocalReferenceOperation local:
                WriteOrdinal(local.Local);
                _writer.Write(local.IsDeclaration);
                return true;
            case IParameterReferenceOperation parameter:
                WriteOrdinal(parameter.Parameter);
                return true;
            case IInstanceReferenceOperation instance:
                _writer.Write((int)instance.ReferenceKind);
                return true;
            case IFieldReferenceOperation field:
                WriteField(field.Field);
                return true;
            case IPropertyReferenceOperation property:
                WriteType(property.ConstrainedToType);
                WriteProperty(property);
                return true;
            case IEventReferenceOperation e:
                WriteType(e.ConstrainedToType);
                _writer.Write(SymbolNames.DeclarationId(e.Event));
                return true;
            case IMethodReferenceOperation method:
                _writer.Write(method.IsVirtual);
                WriteType(method.ConstrainedToType);
                WriteLocalFunction(method.Method);
                return true;
            case IInvocationOperation invocation:
                _writer.Write(invocation.IsVirtual);
                WriteType(invocation.ConstrainedToType);
                WriteLocalFunction(invocation.TargetMethod);
                if (invocation.TargetMethod.MethodKind == MethodKind.DelegateInvoke)
                {
                    WriteType(invocation.TargetMethod.ContainingType);
                }

                return true;
            case IArgumentOperation argument:
                _writer.Write(argument.Parameter?.Ordinal ?? -1).Write((int)(argument.Parameter?.RefKind ?? RefKind.None));
                return true;
            case IConversionOperation conversion:
                WriteConversion(conversion);
                return true;
            case IBinaryOperation binary:
                _writer.Write((int)NormalForm.Operator(binary.OperatorKind, binary.LeftOperand.Type)).Write(binary.IsChecked).Write(binary.IsLifted).Write(binary.IsCompareText);
                WriteType(binary.ConstrainedToType);
                return true;
            case IUnaryOperation unary:
                _writer.Write((int)unary.OperatorKind).Write(unary.IsChecked).Write(unary.IsLifted);
                WriteType(unary.ConstrainedToType);
                return true;
            case ICompoundAssignmentOperation compound:
                _writer.Write((int)NormalForm.Operator(compound.OperatorKind, compound.Target.Type)).Write(compound.IsChecked).Write(compound.IsLifted)
                    .Write(compound.InConversion.IsNumeric).Write(compound.OutConversion.IsNumeric);
                return true;
            case IIncrementOrDecrementOperation increment:
                _writer.Write(increment.IsPostfix).Write(increment.IsChecked).Write(increment.IsLifted);
                return true;
            case ISimpleAssignmentOperation assignment:
                _writer.Write(assignment.IsRef);
                return true;
            case IEventAssignmentOperation assignment:
                _writer.Write(assignment.Adds);
                return true;
            case IVariableDeclaratorOperation declarator:
                WriteOrdinal(declarator.Symbol);
                WriteType(declarator.Symbol.Type);
                _writer.Write((int)declarator.Symbol.RefKind);
                return true;
            case IFieldInitializerOperation initializer:
                foreach (var field in initializer.InitializedFields)
                {
                    WriteField(field);
                }

                return true;
            case IPropertyInitializerOperation initializer:
                foreach (var property in initializer.InitializedProperties)
                {
                    _writer.Write(property.Name);
                }

                return true;
            case IAnonymousFunctionOperation lambda:
                WriteFunction(lambda.Symbol);
                return true;
            case ILocalFunctionOperation function:
                WriteOrdinal(function.Symbol);
                WriteFunction(function.Symbol);
                return true;
            case ITypeOfOperation type:
                WriteType(type.TypeOperand);
                return true;
            case ISizeOfOperation type:
                WriteType(type.TypeOperand);
                return true;
            case IIsTypeOperation type:
                WriteType(type.TypeOperand);
                _writer.Write(type.IsNegated);
                return true;
            case IRangeOperation range:
                _writer.Write(range.IsLifted);
                return true;
            case ITupleBinaryOperation tuples:
                _writer.Write((int)tuples.OperatorKind);
                return true;
            case IConditionalOperation conditional:
                _writer.Write(conditional.IsRef).Write(conditional.WhenFalse is not null);
                return true;
            case IArrayCreationOperation array:
                _writer.Write(array.DimensionSizes.Length).Write(array.Initializer is not null);
                return true;
            case IArrayElementReferenceOperation or IArrayInitializerOperation or IAnonymousObjectCreationOperation or IObjectCreationOperation
                or ITypeParameterObjectCreationOperation or IDelegateCreationOperation or ITupleOperation or IDefaultValueOperation or ILiteralOperation
                or IObjectOrCollectionInitializerOperation or IMemberInitializerOperation or IVariableInitializerOperation or IParameterInitializerOperation
                or IVariableDeclarationOperation or IVariableDeclarationGroupOperation or IDeclarationExpressionOperation or IDeconstructionAssignmentOperation
                or ICoalesceAssignmentOperation or IConditionalAccessOperation or IConditionalAccessInstanceOperation or IWithOperation or IThrowOperation
                or ITranslatedQueryOperation or IDiscardOperation or ILockOperation or IAwaitOperation or IExpressionStatementOperation or IEmptyOperation
                or IBlockOperation or IReturnOperation or IMethodBodyOperation or IConstructorBodyOperation or IInlineArrayAccessOperation
                or INameOfOperation:
                return true;
            case IImplicitIndexerReferenceOperation indexer:
                _writer.Write(NormalForm.IsInReadOnlyField(indexer.Instance)); // then it is a copy that is indexed
                return true;
            default:
                return WriteFormatting(operation) || WritePattern(operation) || WriteStatement(operation);
        }
    }

    private void WriteFunction(IMethodSymbol function)
    {
        _writer.Write(function.IsAsync).Write(function.IsIterator).Write((int)function.RefKind).Write(function.Arity);
        WriteType(function.ReturnType);
        SteeringAttributes.Write(_writer, function);
        foreach (var parameter in function.Parameters)
        {
            _writer.Write((int)parameter.RefKind);
            WriteType(parameter.Type);
            WriteOrdinal(parameter); // the place in the list, not the first use, is what a parameter is
        }
    }

    private void WriteLocalFunction(IMethodSymbol method)
    {
        if (method.MethodKind == MethodKind.LocalFunction)
        {
            WriteOrdinal(method.OriginalDefinition);
            foreach (var argument in method.TypeArguments)
            {
                WriteType(argument);
            }
        }
    }

    private void WriteField(IFieldSymbol field)
    {
        if (!_context.Hierarchy.IsInSource(field.ContainingType) || field.CorrespondingTupleField is not null)
        {
            _writer.Write(SymbolNames.DeclarationId(field.CorrespondingTupleField ?? field)).Write(field.ContainingAssembly?.Name);
            AddExternal(field.ContainingAssembly);
        }
        else if (field is { IsStatic: true, IsReadOnly: true } && _context.Traits.IsDeeplyImmutable(field.Type))
        {
            WriteOrdinal(field); // what it holds is what its initializer makes, which is a callee
        }
        else
        {
            // A static that can change is a place, and its name says which. An instance field is part of its type's shape.
            _writer.Write(field.Name).Write(field.IsStatic && TypeShapes.IsCopiedFrom(field)).Write(field.IsVolatile);
            SteeringAttributes.WriteOf(_writer, field);
        }

        WriteType(field.ContainingType);
    }

    private void WriteProperty(IPropertyReferenceOperation reference)
    {
        var (reads, writes) = OperationCalls.Access(reference);
        _writer.Write(reads).Write(writes);
        if (reference.Property.ContainingType.IsAnonymousType)
        {
            _writer.Write(reference.Property.Name);
        }
        else if (reference.Property is { IsStatic: true } && _context.Hierarchy.IsInSource(reference.Property) && MayStore(reference.Property))
        {
            _writer.Write(reference.Property.Name); // a place; what only computes is its accessor, which is a callee
        }
        else if (reference.Property.SetMethod is null && writes)
        {
            _writer.Write(reference.Property.Name); // a constructor assigns a get-only property: there is no setter to stand for it
        }
    }

    private static bool MayStore(IPropertySymbol property) =>
        property is not { PartialDefinitionPart: null, PartialImplementationPart: null, OriginalDefinition: var original }
        || original.ContainingType.GetMembers().Any(member => member is IFieldSymbol { AssociatedSymbol: { } stored } && SymbolEqualityComparer.Default.Equals(stored, original));

    private void WriteConversion(IConversionOperation conversion)
    {
        _writer.Write(conversion.IsChecked).Write(conversion.IsTryCast);
        WriteType(conversion.ConstrainedToType);
        WriteConversion(conversion.Conversion);
    }

    private void WriteConversion(CommonConversion conversion) =>
        _writer.Write(conversion.IsIdentity).Write(conversion.IsNullable).Write(conversion.IsNumeric).Write(conversion.IsReference).Write(conversion.IsUserDefined)
            .Write(conversion.MethodSymbol is null ? null : SymbolNames.DeclarationId(conversion.MethodSymbol));
}
