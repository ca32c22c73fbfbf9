namespace ApiAtlas.Documentation;

internal enum MemberKind
{
    /// <summary>Nothing that belongs to a type: a namespace, or an id that the compiler could not resolve.</summary>
    None,
    Type,
    Member,
}

/// <summary>A documentation id such as <c>M:System.IO.Stream.Read(System.Byte[],System.Int32,System.Int32)</c>, taken apart.</summary>
/// <param name="Kind">What the id names.</param>
/// <param name="Type">The type's full metadata name: the type itself, or the one that declares the member.</param>
/// <param name="LastName">The last part of the name, without arity.</param>
internal readonly record struct MemberId(MemberKind Kind, string Type, string LastName)
{
    public static MemberId Parse(string id)
    {
        if (id.Length < 3 || id[1] != ':')
            return new MemberId(MemberKind.None, "", id);

        var parameters = id.IndexOf('(', StringComparison.Ordinal);
        var name = parameters < 0 ? id[2..] : id[2..parameters];
        var dot = name.LastIndexOf('.');
        var last = WithoutArity(name[(dot + 1)..]);

        return id[0] switch
        {
            'T' => InType(MemberKind.Type, name),
            'M' or 'P' or 'F' or 'E' when dot > 0 => InType(MemberKind.Member, name[..dot]),
            _ => new MemberId(MemberKind.None, "", last),
        };

        // Arity is written with ticks, so a type with a bracket in its name is one that only the compiler uses.
        MemberId InType(MemberKind kind, string type) =>
            type.Contains('<', StringComparison.Ordinal) ? new MemberId(MemberKind.None, "", last) : new MemberId(kind, type, last);
    }

    private static string WithoutArity(string name)
    {
        var tick = name.IndexOf('`', StringComparison.Ordinal);
        return tick < 0 ? name : name[..tick];
    }
}
