using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace Memo.Analyzers.Catalog;

/// <summary>Collects the lines of catalog files, and what is wrong with them.</summary>
internal sealed class CatalogReader
{
    private readonly Dictionary<string, CatalogEntry> _entries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Path, int Line)> _places = new(StringComparer.Ordinal);
    private readonly HashSet<string> _paths = new(StringComparer.Ordinal);
    private readonly ImmutableArray<CatalogError>.Builder _errors = ImmutableArray.CreateBuilder<CatalogError>();

    public bool IsEmpty => _paths.Count == 0;

    public Dictionary<string, CatalogEntry> Entries => _entries;

    public ImmutableArray<CatalogError> Errors => _errors.ToImmutable();

    public void Read(string path, string text)
    {
        if (!_paths.Add(path))
        {
            return; // listed twice in the project: no line of it is a second one
        }

        // The compiler's own division into lines: an error stands where an editor shows it.
        foreach (var line in SourceText.From(text).Lines)
        {
            if (CatalogParser.Parse(line.ToString().TrimStart('\uFEFF')) is not { } parsed)
            {
                continue;
            }

            if (parsed.Error is { } error)
            {
                _errors.Add(new(path, line.LineNumber, error));
                continue;
            }

            foreach (var key in DeclarationIdPattern.Keys(parsed.Id))
            {
                Add(key, parsed, path, line.LineNumber);
            }
        }
    }

    // Of two lines that contradict each other, neither is more likely to be right; the first one stays, and the second says so.
    private void Add(string key, CatalogLine line, string path, int number)
    {
        if (_places.TryGetValue(key, out var first))
        {
            var file = first.Path == path ? "" : " of " + first.Path;
            _errors.Add(new(path, number, $"'{line.Id}' has a line already, line {first.Line + 1}{file}"));
            return;
        }

        _places.Add(key, (path, number));
        _entries.Add(key, line.Entry!);
    }
}
