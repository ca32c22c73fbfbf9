using Microsoft.CodeAnalysis;
using static Memo.Analyzers.Rules.RuleFactory;

namespace Memo.Analyzers.Rules;

/// <summary>MEMO4xx: declarations of dependencies.</summary>
internal static class DependencyRules
{
    public static readonly DiagnosticDescriptor WrongDeclaration = Create(
        "MEMO401", "Dependency declaration is wrong", "The dependency '{0}' of '{1}' cannot be used: {2}", DependenciesCategory,
        "A template names parameters of the method in braces, and their members with a dot: \"{directory}/index.json\".", DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor BadCatalogLine = Create(
        "MEMO406", "A line of MemoEffects.txt cannot be read", "This line of the effect catalog is not used: {0}", DependenciesCategory,
        "A line is '<declaration id> = <term>, <term>'. A line that cannot be read changes nothing: the code that it is about stays unknown.");

    public static readonly DiagnosticDescriptor BadSetting = Create(
        "MEMO407", "A setting of Memo has a value that it does not know", "The setting '{0}' {1}", DependenciesCategory,
        "A value that is not understood is not used: nothing is accepted by mistake, and a method whose age limit cannot be read runs on every call.");
}
