using System.ComponentModel;
using System.Reflection;

namespace Memo.Runtime.Tests;

/// <summary>What people who memoize methods need is in their completion lists, and nothing else.</summary>
public sealed class PublicTypesTests
{
    private static readonly string[] ForUsers =
    [
        "AssumePureAttribute", "DependsOnAttribute`1", "DependsOnCultureAttribute", "DependsOnDirectoryAttribute", "DependsOnEnvironmentAttribute", "DependsOnFileAttribute",
        "DependsOnStaticAttribute", "IDependency", "MemoizeAttribute", "Memoizer", "MemoizerLog", "MemoizerMode", "MemoizerOptions", "MethodStatistics", "NotKeyedAttribute",
        "TrackedDirectory", "TrackedFile",
    ];

    [Test]
    public void What_only_generated_code_needs_is_hidden_from_completion_lists() => Assert.That(
        typeof(Memoizer).Assembly.GetExportedTypes().Where(type => type.GetCustomAttribute<EditorBrowsableAttribute>()?.State != EditorBrowsableState.Never).Select(type => type.Name).Order(StringComparer.Ordinal),
        Is.EqualTo(ForUsers));

    [Test]
    public void All_of_it_is_in_one_namespace() =>
        Assert.That(typeof(Memoizer).Assembly.GetExportedTypes().Where(type => ForUsers.Contains(type.Name)).Select(type => type.Namespace), Is.All.EqualTo("Memo"));
}
