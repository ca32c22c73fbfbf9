using Memo.Analyzers.Catalog;
using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Tests.Catalog;

/// <summary>A line with a slip of the pen describes nothing, and what it was meant for falls to a coarser line.</summary>
public sealed class EmbeddedLinesTests
{
    [Test]
    public void Every_line_can_be_read_and_no_id_has_two() => Assert.That(EffectCatalog.Embedded.Errors, Is.Empty);

    [Test]
    public void There_are_lines() => Assert.That(EmbeddedLines.All, Has.Count.GreaterThan(3_000));

    [Test]
    public void Every_line_names_what_exists()
    {
        var ids = NamesInTheFramework();
        var unknown = EmbeddedLines.All.Where(line => !ids.Contains(line.Id)).Select(line => $"{line.File}:{line.Number} {line.Id}");
        Assert.That(unknown, Is.Empty);
    }

    // The lines of types and namespaces are defaults: they may be there for members to come.
    [Test]
    public void Every_line_of_a_member_decides_for_one()
    {
        var idle = EmbeddedLines.All.Where(line => line.Id[0] is not ('N' or 'T') && !EmbeddedLines.Decided.Contains(line.Entry));
        Assert.That(idle.Select(line => $"{line.File}:{line.Number} {line.Id}"), Is.Empty);
    }

    [Test]
    public void Parameters_in_terms_are_parameters_of_a_member()
    {
        var wrong = EmbeddedLines.All.SelectMany(line => ParametersIn(line.Entry)
            .Where(name => name == "this" ? !EmbeddedLines.Decided[line.Entry].Any(member => !member.IsStatic) : !EmbeddedLines.Decided[line.Entry].Any(member => HasParameter(member, name)))
            .Select(name => $"{line.File}:{line.Number} {line.Id}: {name}"));
        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public void What_is_compared_is_a_type_parameter_of_a_member()
    {
        var wrong = EmbeddedLines.All.Where(line => line.Entry.Comparison?.Compared is { } name && !EmbeddedLines.Decided[line.Entry].Any(member => HasTypeParameter(member, name)));
        Assert.That(wrong.Select(line => $"{line.File}:{line.Number} {line.Id}"), Is.Empty);
    }

    // 'mutates-this' on what has no 'this' is a slip: the argument was meant.
    [Test]
    public void What_changes_its_object_has_one()
    {
        var wrong = EmbeddedLines.All.Where(line => line.Entry.MutatesReceiver && EmbeddedLines.Decided[line.Entry] is var members && members.Any() && members.All(member => member.IsStatic));
        Assert.That(wrong.Select(line => $"{line.File}:{line.Number} {line.Id}"), Is.Empty);
    }

    private static HashSet<string> NamesInTheFramework()
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var type in FrameworkMembers.Types)
        {
            ids.Add(FrameworkMembers.Id(type));
            for (var space = type.ContainingNamespace; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
            {
                if (!ids.Add(FrameworkMembers.Id(space))) break;
            }
        }

        foreach (var member in FrameworkMembers.All.Concat(FrameworkMembers.All.OfType<IMethodSymbol>().Select(method => method.AssociatedSymbol).OfType<ISymbol>()))
        {
            var id = FrameworkMembers.Id(member);
            ids.Add(id);
            ids.Add(EffectCatalog.AllOverloads(id, member));
        }

        return ids;
    }

    private static IEnumerable<string> ParametersIn(CatalogEntry entry) =>
        entry.Mutates
            .Concat(entry.Effects.Select(effect => effect.Parameter).OfType<string>())
            .Concat(entry.Effects.Select(effect => effect.Condition?.Parameter).OfType<string>())
            .Concat(new[] { entry.Returns, entry.Comparison?.Parameter }.OfType<string>());

    private static bool HasTypeParameter(ISymbol member, string name)
    {
        var found = member is IMethodSymbol method && method.TypeParameters.Any(parameter => parameter.Name == name);
        for (var type = member.ContainingType; type is not null && !found; type = type.ContainingType) found = type.TypeParameters.Any(parameter => parameter.Name == name);
        return found;
    }

    // An override may call its parameters something else; the base's name counts too.
    private static bool HasParameter(ISymbol member, string name)
    {
        for (var method = member as IMethodSymbol; method is not null; method = method.OverriddenMethod)
        {
            if (method.Parameters.Any(parameter => parameter.Name == name)) return true;
        }

        return false;
    }
}
