using Memo.Analyzers.Symbols;
using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Hashing;

/// <summary>Attributes that steer what the compiler or the runtime makes of code; a body does not show them.</summary>
internal static class SteeringAttributes
{
    private const int Synchronized = 32; // MethodImplOptions.Synchronized

    /// <summary>Writes those of a method and of its parameters.</summary>
    public static void Write(HashWriter writer, IMethodSymbol method)
    {
        WriteOf(writer, method);
        foreach (var attribute in method.GetReturnTypeAttributes())
        {
            Write(writer, attribute);
        }

        foreach (var parameter in method.Parameters)
        {
            writer.Write("parameter");
            WriteOf(writer, parameter);
        }

        // Memory that is not cleared can be asked for around the method.
        for (ISymbol? outer = method.ContainingSymbol; outer is not null; outer = outer.ContainingSymbol)
        {
            foreach (var attribute in outer.GetAttributes())
            {
                if (attribute.AttributeClass is { Name: "SkipLocalsInitAttribute" })
                {
                    Write(writer, attribute);
                }
            }

            if (outer is IModuleSymbol)
            {
                break;
            }
        }
    }

    /// <summary>Writes those of a member or a parameter.</summary>
    public static void WriteOf(HashWriter writer, ISymbol symbol)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            Write(writer, attribute);
        }
    }

    private static void Write(HashWriter writer, AttributeData attribute)
    {
        if (Steers(attribute))
        {
            writer.Write("steered").Write(attribute.ToString());
        }
    }

    // Of the namespaces that compilers and runtimes look at, everything but what is known to be advice, or to show where the member is used.
    private static bool Steers(AttributeData attribute) => attribute.AttributeClass is { } type && (type.Name, KnownNames.Namespace(type.ContainingNamespace)) switch
    {
        ("ThreadStaticAttribute", "System") => true,
        ("MethodImplAttribute", "System.Runtime.CompilerServices") => attribute.ConstructorArguments is not [{ Value: { } options }]
            || (Convert.ToInt32(options, System.Globalization.CultureInfo.InvariantCulture) & Synchronized) != 0,
        ("CallerLineNumberAttribute" or "CallerFilePathAttribute" or "CallerMemberNameAttribute" or "CallerArgumentExpressionAttribute"
            or "CompilerGeneratedAttribute" or "InternalsVisibleToAttribute" or "NullableAttribute" or "NullableContextAttribute"
            or "OverloadResolutionPriorityAttribute", "System.Runtime.CompilerServices") => false,
        (_, "System.Runtime.CompilerServices" or "System.Runtime.InteropServices") => true,
        _ => false,
    };
}
