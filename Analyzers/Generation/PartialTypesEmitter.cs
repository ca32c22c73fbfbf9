using Memo.Analyzers.Hashing;

namespace Memo.Analyzers.Generation;

/// <summary>Writes how the runtime looks at the partial types that closures use: by literal names, which trimming follows.</summary>
internal sealed class PartialTypesEmitter
{
    private readonly SortedSet<string> _names = new(StringComparer.Ordinal);

    /// <summary>An expression that describes those among the externals of a closure; null when there are none.</summary>
    public string? DescriberOf(IEnumerable<string> externals)
    {
        var found = false;
        foreach (var external in externals)
        {
            if (TypeParts.NameIn(external) is not null)
            {
                found = true;
                _names.Add(external.Substring(0, external.IndexOf('=')));
            }
        }

        return found ? "PartialTypes.Describe" : null;
    }

    public void Emit(SourceWriter source)
    {
        if (_names.Count == 0)
        {
            return;
        }

        source.Line().Open("file static class PartialTypes")
            .Line("// They are counted and not called.")
            .Line("[global::System.Diagnostics.CodeAnalysis.UnconditionalSuppressMessage(\"Trimming\", \"IL2026\")]")
            .Line("[global::System.Diagnostics.CodeAnalysis.UnconditionalSuppressMessage(\"AOT\", \"IL3050\")]")
            .Open("internal static string? Describe(string name) => name switch");
        foreach (var name in _names)
        {
            var mark = name.IndexOf('!');
            source.Line($"{SourceWriter.Literal(name)} => global::Memo.Keys.TypeParts.Of(global::System.Type.GetType({SourceWriter.Literal(name.Substring(mark + 1) + ", " + name.Substring(0, mark))})),");
        }

        source.Line("_ => null,").Close(";").Close();
    }
}
