using Memo.Analyzers.Encodings;
using Memo.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Memo.Analyzers.Generation;

/// <summary>The texts that a call of a memoized method is made of in generated code.</summary>
internal sealed class CallSignature
{
    public const string This = "receiver";

    public CallSignature(MethodEncoding encoding)
    {
        var method = encoding.Method;
        Encoding = encoding;
        Name = Escape(method.Name);
        Result = Type(encoding.Result!.Type);
        ReturnType = Type(method.ReturnType);
        var owner = Type(method.ContainingType);
        var names = method.Parameters.Select(Local).ToList();
        // An asynchronous method copies its struct before anything else.
        var isInPlace = encoding.MayChangeStruct && !encoding.IsAsync;
        Declaration = $"private readonly {(isInPlace ? "ref " : "")}struct";
        Place = isInPlace ? $"private readonly ref {owner} {This} = ref place;" : null;
        Parameters = string.Join(", ", (method.IsStatic ? [] : new[] { isInPlace ? $"ref {owner} place" : $"{owner} {This}" })
            .Concat(method.Parameters.Select(parameter => $"{Type(parameter.Type)} {Local(parameter)}")));
        Arguments = string.Join(", ", (method.IsStatic ? [] : new[] { (isInPlace ? "ref " : "") + This }).Concat(names));

        // An instance method's interceptor is an extension of the receiver; a struct comes by reference.
        var passing = encoding.MayChangeStruct ? "this ref " : method.ContainingType.IsValueType ? "this in " : "this ";
        InterceptorParameters = string.Join(", ", (method.IsStatic ? [] : new[] { $"{passing}{owner} {This}" })
            .Concat(method.Parameters.Select(parameter => (method.IsExtensionMethod && parameter.Ordinal == 0 ? "this " : "") + Prefix(parameter) + $"{Type(parameter.Type)} {Local(parameter)}")));
        var tokens = method.Parameters.Where(parameter => parameter.Type is { Name: "CancellationToken", ContainingNamespace.Name: "Threading" })
            .Select(parameter => Local(parameter) + ".IsCancellationRequested").ToList();
        Cancelled = tokens.Count == 0 ? "false" : string.Join(" || ", tokens);
        var arguments = method.TypeArguments.IsEmpty ? "" : $"<{string.Join(", ", method.TypeArguments.Select(Type))}>";
        if (IsAccessible(method))
        {
            Original = $"{(method.IsStatic ? Type(method.ContainingType) : This)}.{Name}{arguments}({string.Join(", ", names)})";
        }
        else
        {
            Original = $"Original{arguments}({string.Join(", ", (method.IsStatic ? ["null"] : new[] { This }).Concat(names))})";
            Accessor = MakeAccessor(method.OriginalDefinition);
        }
    }

    public MethodEncoding Encoding { get; }
    public string Name { get; }
    public string Result { get; }
    public string ReturnType { get; }

    /// <summary>How the declaration of the call structure begins.</summary>
    public string Declaration { get; }

    /// <summary>Of the call structure: receiver and parameters by value; a struct that the method may change by reference.</summary>
    public string Parameters { get; }

    /// <summary>The field of the call structure with the place of a struct that the method may change; null where it has none.</summary>
    public string? Place { get; }

    public string InterceptorParameters { get; }
    public string Arguments { get; }

    /// <summary>The call of the method itself.</summary>
    public string Original { get; }

    /// <summary>For a method that code elsewhere in the assembly cannot name.</summary>
    public (string Attribute, string Declaration)? Accessor { get; }

    public string Cancelled { get; }

    /// <summary>A parameter in generated code: its own name might be that of something else there.</summary>
    public static string Local(IParameterSymbol parameter) => "p_" + parameter.Name;

    public static string Escape(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None ? "@" + name : name;

    private static string Type(ITypeSymbol type) => type.ToDisplayString(SymbolNames.InCode);

    private static string Prefix(IParameterSymbol parameter) =>
        (parameter.ScopedKind == ScopedKind.None || parameter.RefKind == RefKind.None ? "" : "scoped ") + (parameter.RefKind == RefKind.In ? "in " : "");

    private static bool IsAccessible(IMethodSymbol method)
    {
        for (ISymbol? symbol = method; symbol is IMethodSymbol or INamedTypeSymbol; symbol = symbol.ContainingType)
        {
            if (symbol.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal))
            {
                return false;
            }
        }

        return true;
    }

    private static (string Attribute, string Declaration) MakeAccessor(IMethodSymbol method)
    {
        var kind = method.IsStatic ? "StaticMethod" : "Method";
        var attribute = $"[global::System.Runtime.CompilerServices.UnsafeAccessor(global::System.Runtime.CompilerServices.UnsafeAccessorKind.{kind}, Name = {SourceWriter.Literal(method.MetadataName)})]";
        // A static class cannot be the type of a parameter, so the owner of a static method goes by name.
        var owner = method.IsStatic
            ? $"[global::System.Runtime.CompilerServices.UnsafeAccessorType({SourceWriter.Literal(TypeTraits.MetadataName(method.ContainingType) + ", " + method.ContainingAssembly.Name)})] object? owner"
            : $"{(method.ContainingType.IsValueType ? "ref " : "")}{Type(method.ContainingType)} owner";
        var parameters = method.Parameters.Select(parameter => Prefix(parameter) + $"{Type(parameter.Type)} {Local(parameter)}");
        var generic = method.TypeParameters.IsEmpty ? "" : $"<{string.Join(", ", method.TypeParameters.Select(Type))}>";
        return (attribute, $"private static extern {Type(method.ReturnType)} Original{generic}({string.Join(", ", new[] { owner }.Concat(parameters))}){string.Concat(method.TypeParameters.Select(TypeConstraints.Clause))};");
    }
}
