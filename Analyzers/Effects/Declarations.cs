using System.Collections.Immutable;
using Memo.Analyzers.Symbols;
using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Effects;

/// <summary>The dependencies that a memoized method declares: what they mean and which effects they cover.</summary>
internal static partial class Declarations
{
    /// <summary>Reads a template such as <c>{directory}/index.json</c>; <paramref name="error"/> says what is wrong with it.</summary>
    public static bool TryParse(string template, IMethodSymbol method, out PathTemplate? result, out string? error)
    {
        result = null;
        error = null;
        if (template.Length == 0)
        {
            error = "it is empty";
            return false;
        }

        var pieces = ImmutableArray.CreateBuilder<TemplatePiece>();
        var text = new System.Text.StringBuilder();
        for (var i = 0; i < template.Length; i++)
        {
            var character = template[i];
            if (character is '{' or '}' && i + 1 < template.Length && template[i + 1] == character)
            {
                text.Append(character);
                i++;
            }
            else if (character == '{')
            {
                var close = template.IndexOf('}', i);
                if (close < 0)
                {
                    error = "a '{' has no '}' (write '{{' for the character itself)";
                    return false;
                }

                if (!TryParseHole(template.Substring(i + 1, close - i - 1), method, out var hole, out error))
                {
                    return false;
                }

                pieces.Add(new(text.ToString(), -1, ""));
                pieces.Add(hole);
                text.Clear();
                i = close;
            }
            else if (character == '}')
            {
                error = "a '}' has no '{' (write '}}' for the character itself)";
                return false;
            }
            else
            {
                text.Append(character);
            }
        }

        pieces.Add(new(text.ToString(), -1, ""));
        result = new(pieces.ToImmutable());
        return true;
    }

    private static bool TryParseHole(string hole, IMethodSymbol method, out TemplatePiece piece, out string? error)
    {
        piece = default;
        error = null;
        var names = hole.Split('.');
        var parameter = method.Parameters.FirstOrDefault(candidate => candidate.Name == names[0]);
        if (parameter is null)
        {
            error = $"the method has no parameter '{names[0]}'";
            return false;
        }

        var type = parameter.Type;
        foreach (var name in names.Skip(1))
        {
            var member = Member(type, name);
            if (member is null)
            {
                error = $"'{type.Name}' has no property or field '{name}' that can be read";
                return false;
            }

            type = member;
        }

        if (type.SpecialType is not (SpecialType.System_String or >= SpecialType.System_SByte and <= SpecialType.System_UInt64))
        {
            error = $"'{hole}' is neither a string nor an integer";
            return false;
        }

        piece = new("", parameter.Ordinal, string.Join(".", names.Skip(1)));
        return true;
    }

    /// <summary>The type of a property or field that a template may name.</summary>
    public static ITypeSymbol? Member(ITypeSymbol type, string name)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            foreach (var member in current.GetMembers(name))
            {
                switch (member)
                {
                    case IPropertySymbol { IsStatic: false, GetMethod: not null } property:
                        return property.Type;
                    case IFieldSymbol { IsStatic: false } field:
                        return field.Type;
                }
            }
        }

        return null;
    }
}
