using Memo.Analyzers.Calls;
using Memo.Analyzers.Catalog;
using Memo.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Memo.Analyzers.Effects;

/// <summary>Paths in terms of the method's parameters.</summary>
internal sealed partial class EffectVisitor
{
    /// <summary>The text of an expression with holes for parameters, or null when more than that goes into it.</summary>
    private PathTemplate? TemplateOf(IOperation operation)
    {
        if (operation.ConstantValue is { HasValue: true, Value: string text })
        {
            return PathTemplate.OfText(text);
        }

        switch (operation)
        {
            case IParameterReferenceOperation { Parameter: var parameter }
                when PartialMembers.IsParameterOf(parameter, _method) && parameter.RefKind is RefKind.None or RefKind.In && !_assigned.IsAssigned(parameter):
                return PathTemplate.OfParameter(parameter.Ordinal);
            case IParameterReferenceOperation { Parameter.ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } } passed when IsPath(passed.Type):
                return PassedToLambda(passed);
            case IParameterReferenceOperation { Parameter.ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.LocalFunction } function } passed when passed.Type is { } handed && (IsPath(handed) || IsText(handed)):
                return PassedToLocalFunction(passed, function);
            case ILocalReferenceOperation local when _assigned.LoopOf(local) is { } loop:
                return IsPath(local.Type) ? ElementOf(loop.Collection) : null;
            case ILocalReferenceOperation local:
                return _assigned.OnlyValue(local) is { } value ? TemplateOf(value) : null;
            case IObjectCreationOperation { Type: { Name: "FileInfo" or "DirectoryInfo" } type, Arguments: [{ Value: var path }], Constructor: { } constructor }
                when IsPath(type) && ExternalOwner(constructor) is not null:
                return TemplateOf(path);
            case IPropertyReferenceOperation { Instance: { } file, Property: { Name: "FullName" } fullName } when IsPath(file.Type) && ExternalOwner(fullName) is not null:
                return TemplateOf(file);
            case IConversionOperation { OperatorMethod: null } conversion
                when (conversion.Operand.Type is { } from && IsText(from) && conversion.Type is { SpecialType: SpecialType.System_String or SpecialType.System_Object }) || (IsPath(conversion.Type) && IsPath(conversion.Operand.Type)):
                return TemplateOf(conversion.Operand);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } concatenation:
                return TemplateOf(concatenation.LeftOperand) is { } left && TemplateOf(concatenation.RightOperand) is { } right ? left.Append(right) : null;
            case IInterpolatedStringOperation interpolated:
                return TemplateOf(interpolated);
            case IInvocationOperation { TargetMethod: { Name: "Combine" or "Join", ContainingType: var type } } invocation
                when !_context.Hierarchy.IsInSource(type) && TypeTraits.MetadataName(type) == "System.IO.Path":
                return Combined(invocation);
            case IPropertyReferenceOperation { Instance: { } instance, Arguments.IsEmpty: true } property
                when _context.Hierarchy.IsInSource(property.Property) && property.Property is { IsVirtual: false, IsAbstract: false, IsOverride: false }
                    && ReadsItsOwnField(property.Property):
                return TemplateOf(instance)?.Member(property.Property.Name);
            default:
                return IsPath(operation.Type) ? PickedFrom(operation) : null;
        }
    }

    /// <summary>The path that what the catalog says of a member concerns.</summary>
    private PathTemplate? TemplateOf(CatalogEffect effect, CodeCall call, IMethodSymbol method) =>
        effect.Parameter is not { } name ? null
        : ArgumentNamed(name, call, method) is { } path ? TemplateOf(path)
        : call.Kind == CallKind.MethodGroup && method.Parameters.FirstOrDefault(parameter => parameter.Name == name) is { } passed ? PassedToMethod(call.Site, method, passed.Ordinal)
        : null;

    // A full path that goes nowhere but to a member that reads a file tells nothing but which file that is, and the read says so itself.
    private bool NamesWhatIsRead(IOperation path)
    {
        while (path.Parent is IConversionOperation { OperatorMethod: null } conversion)
        {
            path = conversion;
        }

        return path.Parent is IArgumentOperation { Parameter: { } parameter, Parent: var reader }
            && reader switch { IInvocationOperation invocation => invocation.TargetMethod, IObjectCreationOperation creation => creation.Constructor, _ => null } is { } method
            && ExternalOwner(method) is not null && !_context.IsAssumedPure(method)
            && _context.Catalog.Find(method) is { } entry && entry.Effects.Any(effect => effect.Kind == EffectKind.ReadsFile && effect.Parameter == parameter.Name);
    }

    // An integer is written as interpolation and concatenation write it: by the current culture, in the generated code too.
    private static bool IsText(ITypeSymbol type) => type.SpecialType is SpecialType.System_String or >= SpecialType.System_SByte and <= SpecialType.System_UInt64;

    // An auto-property without a setter (or an init one) gives what it was made with, whenever it is read.
    private static bool ReadsItsOwnField(IPropertySymbol property) =>
        property.SetMethod is null or { IsInitOnly: true }
        && property.ContainingType.GetMembers().Any(member => member is IFieldSymbol field && SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property));

    private PathTemplate? TemplateOf(IInterpolatedStringOperation interpolated)
    {
        var result = PathTemplate.OfText("");
        foreach (var part in interpolated.Parts)
        {
            var piece = part switch
            {
                IInterpolatedStringTextOperation { Text.ConstantValue.Value: string text } => PathTemplate.OfText(text),
                IInterpolationOperation { Expression.Type: { } type, Alignment: null, FormatString: null } hole when IsText(type) => TemplateOf(hole.Expression),
                _ => null,
            };
            if (piece is null)
            {
                return null;
            }

            result = result.Append(piece);
        }

        return result;
    }

    private PathTemplate? Combined(IInvocationOperation invocation)
    {
        var result = PathTemplate.OfText("");
        foreach (var argument in invocation.Arguments)
        {
            if (argument.Value.Type?.SpecialType != SpecialType.System_String || TemplateOf(argument.Value) is not { } piece)
            {
                return null;
            }

            if (result.Combine(piece) is not { } combined)
            {
                return null;
            }

            result = combined;
        }

        return result;
    }
}
