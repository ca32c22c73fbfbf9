using Memo.Analyzers.Effects;
using Memo.Analyzers.Rules;
using Memo.Analyzers.Symbols;
using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Encodings;

/// <summary>How generated code reads the state of a declared dependency, or why it cannot.</summary>
internal sealed class DependencyEncoding
{
    private DependencyEncoding(DeclaredDependency declared) => Declared = declared;

    public DeclaredDependency Declared { get; }

    /// <summary>Of a path or of the name of a variable.</summary>
    public PathTemplate? Template { get; private set; }

    /// <summary>The static field or property.</summary>
    public ISymbol? Member { get; private set; }

    /// <summary>Of the value of a static.</summary>
    public Codec? Codec { get; private set; }

    /// <summary>What is wrong with the declaration; it then covers nothing and keeps the gate closed.</summary>
    public DependencyProblem? Problem { get; private set; }

    /// <summary>As a person names it: the template, the member with its type, the type.</summary>
    public string Title => Declared.Kind switch
    {
        DependencyKind.Static => (Declared.Type?.ToDisplayString() ?? "?") + "." + (Member?.Name ?? Declared.Text),
        DependencyKind.Custom => Declared.Type?.ToDisplayString() ?? "?",
        DependencyKind.Culture => "culture",
        _ => Declared.Text,
    };

    internal static DependencyEncoding Create(DeclaredDependency declared, IMethodSymbol method, EncodingTable table)
    {
        var encoding = new DependencyEncoding(declared);
        switch (declared.Kind)
        {
            case DependencyKind.File or DependencyKind.Directory or DependencyKind.Environment:
                encoding.Resolve(method);
                break;
            case DependencyKind.Static:
                encoding.ResolveStatic(table);
                break;
            case DependencyKind.Custom:
                encoding.ResolveCustom(table);
                break;
        }

        return encoding;
    }

    private void Resolve(IMethodSymbol method)
    {
        if (!Declarations.TryParse(Declared.Text, method, out var template, out var error))
        {
            Refuse(error!);
        }
        else if (Declared.Kind == DependencyKind.Directory && !Declarations.IsPattern(Declared.Pattern))
        {
            Refuse($"its pattern '{Declared.Pattern}' is not one of names (a directory belongs into the template)");
        }
        else
        {
            Template = template;
        }
    }

    private void ResolveStatic(EncodingTable table)
    {
        if (Declared.Type is not INamedTypeSymbol { TypeKind: not TypeKind.Error } owner)
        {
            Refuse("it names no type");
        }
        else if (owner.IsUnboundGenericType)
        {
            Refuse($"'{owner.ToDisplayString()}' has no type arguments");
        }
        else if (Declared.FindMember() is not { } member)
        {
            Refuse($"'{owner.Name}' has no static field or property '{Declared.Text}'");
        }
        else if (WhyNot(member, table) is { } reason)
        {
            Refuse(reason);
        }
        else
        {
            var codec = table.CodecOf(TypeOf(member));
            if (codec.FindRefusal(forValue: false) is { } refusal)
            {
                Problem = new(DependencyRules.NoKey, refusal);
                return;
            }

            Member = member;
            Codec = codec;
        }
    }

    private void ResolveCustom(EncodingTable table)
    {
        if (Declared.Type is not INamedTypeSymbol { TypeKind: not TypeKind.Error } type)
        {
            Refuse("it names no type");
        }
        else if (Interception.Unnameable(type, table.Compilation) is { } hidden)
        {
            Refuse($"'{hidden.ToDisplayString()}' cannot be named in generated code; make it internal");
        }
    }

    private void Refuse(string reason) => Problem = new(DependencyRules.WrongDeclaration, reason);

    public static ITypeSymbol TypeOf(ISymbol member) => member is IFieldSymbol field ? field.Type : ((IPropertySymbol)member).Type;

    /// <summary>Whether generated code has to go around the language to read the member.</summary>
    public static bool IsHidden(ISymbol member, Compilation compilation)
    {
        var getter = member is IPropertySymbol property ? property.GetMethod! : member;
        for (var symbol = getter; symbol is not null and not INamespaceSymbol; symbol = symbol.ContainingSymbol)
        {
            if (Interception.IsForbidden(symbol))
            {
                return true;
            }
        }

        return Interception.IsForbidden(member)
            || !compilation.IsSymbolAccessibleWithin(getter, compilation.Assembly) || !compilation.IsSymbolAccessibleWithin(member, compilation.Assembly);
    }

    private static string? WhyNot(ISymbol member, EncodingTable table)
    {
        var name = $"{member.ContainingType.Name}.{member.Name}";
        if (member is IPropertySymbol { GetMethod: null })
        {
            return $"'{name}' cannot be read";
        }

        if (member.IsAbstract)
        {
            return $"'{name}' has no value of its own";
        }

        if (member.GetAttributes().Any(attribute => attribute.AttributeClass is { Name: "ThreadStaticAttribute", ContainingNamespace.Name: "System" }))
        {
            return $"'{name}' has a value for each thread, and the method may run on several";
        }

        if (member is IFieldSymbol { IsConst: true } || !IsHidden(member, table.Compilation))
        {
            return null;
        }

        // An accessor names the owner by a text, which has no room for the rest.
        if (!table.Hierarchy.IsInSource(member) || IsGenericOrLocal(member.ContainingType))
        {
            return $"'{name}' cannot be named in generated code; make it internal";
        }

        return null;
    }

    private static bool IsGenericOrLocal(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.ContainingType)
        {
            if (current.Arity > 0 || current.IsFileLocal)
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>What is wrong with a declared dependency.</summary>
/// <param name="Rule">The rule that is broken.</param>
/// <param name="Reason">A sentence without its end.</param>
internal readonly record struct DependencyProblem(DiagnosticDescriptor Rule, string Reason);
