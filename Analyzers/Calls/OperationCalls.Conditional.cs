using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Calls;

/// <summary>Calls that the build leaves out.</summary>
internal sealed partial class OperationCalls
{
    /// <summary>The compiler leaves out a call of a <c>[Conditional]</c> method whose symbol is not defined, arguments included.</summary>
    public static bool IsDropped(IOperation operation)
    {
        if (operation is not IInvocationOperation { TargetMethod: { ReturnsVoid: true } method } )
        {
            return false;
        }

        if (HasNoBody(method.OriginalDefinition))
        {
            return true;
        }

        var conditional = false;
        foreach (var attribute in Attributes(method))
        {
            if (attribute is { AttributeClass: { Name: "ConditionalAttribute", ContainingNamespace.Name: "Diagnostics" }, ConstructorArguments: [{ Value: string symbol }] })
            {
                conditional = true;
                if (IsDefined(symbol, operation.Syntax.SyntaxTree))
                {
                    return false;
                }
            }
        }

        return conditional;

        // A hook that nobody fills in: the compiler drops the call and its arguments. Where an attribute asks another generator for the
        // body, which ours cannot see, it is unknown instead.
        static bool HasNoBody(IMethodSymbol method)
        {
            if (!method.IsPartialDefinition || method.PartialImplementationPart is not null)
            {
                return false;
            }

            for (ISymbol? symbol = method; symbol is IMethodSymbol or INamedTypeSymbol; symbol = symbol.ContainingType)
            {
                if (!symbol.GetAttributes().IsEmpty)
                {
                    return false;
                }
            }

            return true;
        }

        // An override inherits the condition.
        static IEnumerable<AttributeData> Attributes(IMethodSymbol? method)
        {
            for (; method is not null; method = method.OverriddenMethod)
            {
                foreach (var attribute in method.GetAttributes())
                {
                    yield return attribute;
                }
            }
        }
    }

    private static bool IsDefined(string symbol, SyntaxTree tree)
    {
        var defined = tree.Options.PreprocessorSymbolNames.Contains(symbol);
        for (var directive = ((CompilationUnitSyntax)tree.GetRoot()).GetFirstDirective(); directive is not null; directive = directive.GetNextDirective())
        {
            if (directive is DefineDirectiveTriviaSyntax define && define.IsActive && define.Name.ValueText == symbol)
            {
                defined = true;
            }
            else if (directive is UndefDirectiveTriviaSyntax undefine && undefine.IsActive && undefine.Name.ValueText == symbol)
            {
                defined = false;
            }
        }

        return defined;
    }
}
