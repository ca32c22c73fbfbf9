using System.Collections.Immutable;
using Memo.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Memo.Analyzers.Calls;

/// <summary>
/// The code behind a symbol: the bodies and initializers that run when it is called or, for a static field, first read.
/// Lambdas and local functions belong to the unit that contains them.
/// </summary>
internal sealed class CodeUnit
{
    private CodeUnit(ISymbol symbol, ImmutableArray<IOperation> operations, CodeShape shape)
    {
        Symbol = symbol;
        Operations = operations;
        Shape = shape;
    }

    /// <summary>
    /// The original definition of a method, or a static field or auto-property; a type stands for what it gives to the generic types that it
    /// derives from.
    /// </summary>
    public ISymbol Symbol { get; }

    /// <summary>In the order in which they run.</summary>
    public ImmutableArray<IOperation> Operations { get; }

    public CodeShape Shape { get; }

    /// <summary>For a constructor: whether it says which constructor it calls first.</summary>
    public bool CallsConstructor => Operations.Any(operation => operation is IConstructorBodyOperation { Initializer: not null }
        || operation is IInvocationOperation { TargetMethod.MethodKind: MethodKind.Constructor });

    /// <param name="symbol">The unit.</param>
    /// <param name="model">Of a file that declares it.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <param name="edited">The body of a method's or accessor's declaration, if it is another one by now.</param>
    public static CodeUnit Load(
        ISymbol symbol, Func<SyntaxTree, SemanticModel> model, CancellationToken cancellation, Func<SyntaxNode, IOperation?>? edited = null)
    {
        var operations = ImmutableArray.CreateBuilder<IOperation>();
        var shape = CodeShape.Written;
        switch (symbol)
        {
            case IMethodSymbol { MethodKind: MethodKind.Constructor } constructor:
                var body = Body(Implementation(constructor) ?? constructor, model, cancellation);
                if (body is not IConstructorBodyOperation { Initializer: { } initializer } || !CallsOwnType(initializer, constructor))
                {
                    AddInitializers(constructor.ContainingType, isStatic: false, operations, model, cancellation);
                }

                if (body is not null)
                {
                    operations.Add(body);
                }

                shape = IsUnfinished(constructor.ContainingType, cancellation) ? CodeShape.Missing
                    : body is null || IsPrimary(constructor, cancellation) ? CodeShape.Synthesized
                    : CodeShape.Written;
                break;
            case IMethodSymbol { MethodKind: MethodKind.StaticConstructor } constructor:
                AddInitializers(constructor.ContainingType, isStatic: true, operations, model, cancellation);
                AddIfAny(Body(constructor, model, cancellation));
                break;
            case IMethodSymbol method when KnownGenerators.Find(method) is not null:
                shape = CodeShape.Generated;
                break;
            case IMethodSymbol method when Implementation(method) is not { } implementation || KnownGenerators.IsGenerated(implementation):
                shape = CodeShape.Missing;
                break;
            case IMethodSymbol method:
                var written = Body(Implementation(method)!, model, cancellation, edited);
                AddIfAny(written);
                shape = written is not null ? CodeShape.Written
                    : method is { AssociatedSymbol: IPropertySymbol or IEventSymbol, IsAbstract: false, IsExtern: false } ? CodeShape.AutoAccessor
                    : method.IsAbstract ? CodeShape.Abstract
                    : (method.IsImplicitlyDeclared && !ExtensionReceivers.IsMadeOfMember(method)) || IsRecordSynthesized(method) ? CodeShape.Synthesized
                    : CodeShape.Missing;
                break;
            default:
                foreach (var reference in symbol.DeclaringSyntaxReferences)
                {
                    AddIfAny(Initializer(reference.GetSyntax(cancellation), model, cancellation));
                }

                break;
        }

        return new(symbol, operations.ToImmutable(), shape);

        void AddIfAny(IOperation? operation)
        {
            if (operation is not null)
            {
                operations.Add(operation);
            }
        }
    }

    // A type that owes members to its bases does not compile: another generator writes the part that has them, and whatever else it likes.
    private static bool IsUnfinished(INamedTypeSymbol type, CancellationToken cancellation)
    {
        if (type.IsAbstract || !PartialMembers.AreIn(type, cancellation))
        {
            return false;
        }

        var overridden = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        for (var each = type; each is not null; each = each.BaseType)
        {
            foreach (var method in each.GetMembers().OfType<IMethodSymbol>())
            {
                if (method.IsAbstract && !overridden.Contains(method.OriginalDefinition))
                {
                    return true;
                }

                if (method.OverriddenMethod is { } former)
                {
                    overridden.Add(former.OriginalDefinition);
                }
            }
        }

        return type.AllInterfaces.SelectMany(contract => contract.GetMembers())
            .Any(member => member is IMethodSymbol { IsAbstract: true } && type.FindImplementationForInterfaceMember(member) is null);
    }

    private static bool IsPrimary(IMethodSymbol constructor, CancellationToken cancellation) =>
        constructor.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax(cancellation) is TypeDeclarationSyntax);

    private static bool IsRecordSynthesized(IMethodSymbol method) =>
        method.ContainingType.IsRecord && method.DeclaringSyntaxReferences.All(reference => reference.GetSyntax() is RecordDeclarationSyntax or ParameterSyntax);

    // The part of a partial member that has the body; null when no part has.
    private static IMethodSymbol? Implementation(IMethodSymbol method)
    {
        if (method.AssociatedSymbol is IPropertySymbol { IsPartialDefinition: true } property)
        {
            return method.MethodKind == MethodKind.PropertyGet ? property.PartialImplementationPart?.GetMethod : property.PartialImplementationPart?.SetMethod;
        }

        return method.IsPartialDefinition ? method.PartialImplementationPart : method;
    }

    private static bool CallsOwnType(IOperation initializer, IMethodSymbol constructor) =>
        initializer.DescendantsAndSelf().OfType<IInvocationOperation>().FirstOrDefault() is { TargetMethod: { MethodKind: MethodKind.Constructor } target }
        && SymbolEqualityComparer.Default.Equals(target.ContainingType, constructor.ContainingType);

    private static IOperation? Body(
        IMethodSymbol method, Func<SyntaxTree, SemanticModel> model, CancellationToken cancellation, Func<SyntaxNode, IOperation?>? edited = null)
    {
        foreach (var reference in method.DeclaringSyntaxReferences)
        {
            var syntax = reference.GetSyntax(cancellation);
            IOperation? operation = syntax switch
            {
                // The declaration of a primary constructor: its base call is the operation of the base type's syntax. The other members that
                // the compiler writes for a record are declared there too, and have none.
                TypeDeclarationSyntax when method.MethodKind != MethodKind.Constructor => null,
                TypeDeclarationSyntax { BaseList.Types: [PrimaryConstructorBaseTypeSyntax withArguments, ..] } =>
                    model(syntax.SyntaxTree).GetOperation(withArguments, cancellation),
                TypeDeclarationSyntax => null,
                CompilationUnitSyntax unit => model(syntax.SyntaxTree).GetOperation(unit, cancellation),
                ArrowExpressionClauseSyntax or BaseMethodDeclarationSyntax or AccessorDeclarationSyntax =>
                    edited?.Invoke(syntax) ?? model(syntax.SyntaxTree).GetOperation(syntax, cancellation),
                _ => null,
            };
            if (operation is not null && operation is not IAttributeOperation)
            {
                return operation;
            }
        }

        return null;
    }

    // Fields and auto-properties initialize in textual order; parts of a partial type in the order of the parts.
    private static void AddInitializers(
        INamedTypeSymbol type, bool isStatic, ImmutableArray<IOperation>.Builder operations, Func<SyntaxTree, SemanticModel> model, CancellationToken cancellation)
    {
        foreach (var reference in type.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax(cancellation) is not TypeDeclarationSyntax declaration)
            {
                continue;
            }

            foreach (var member in declaration.Members)
            {
                if (member.Modifiers.Any(SyntaxKind.StaticKeyword) != isStatic || member.Modifiers.Any(SyntaxKind.ConstKeyword))
                {
                    continue;
                }

                IEnumerable<SyntaxNode> declared = member switch
                {
                    BaseFieldDeclarationSyntax fields => fields.Declaration.Variables,
                    PropertyDeclarationSyntax property => [property],
                    _ => [],
                };
                foreach (var node in declared)
                {
                    if (Initializer(node, model, cancellation) is { } initializer)
                    {
                        operations.Add(initializer);
                    }
                }
            }
        }
    }

    private static IOperation? Initializer(SyntaxNode declaration, Func<SyntaxTree, SemanticModel> model, CancellationToken cancellation)
    {
        var initializer = declaration switch
        {
            VariableDeclaratorSyntax variable => variable.Initializer,
            PropertyDeclarationSyntax property => property.Initializer,
            _ => null,
        };
        return initializer is null ? null : model(declaration.SyntaxTree).GetOperation(initializer, cancellation);
    }
}

/// <summary>Where the code of a unit comes from.</summary>
internal enum CodeShape
{
    /// <summary>There is a body.</summary>
    Written,

    /// <summary>The compiler writes it: a default constructor, a record's members.</summary>
    Synthesized,

    /// <summary>An accessor that reads or writes its own hidden field.</summary>
    AutoAccessor,

    /// <summary>Nothing runs here; what overrides it does.</summary>
    Abstract,

    /// <summary>A generator that the catalog knows writes the body: the attribute that steers it says what it does.</summary>
    Generated,

    /// <summary>The body is elsewhere: <c>extern</c>, a partial method that another generator implements, or a type that it completes.</summary>
    Missing,
}
