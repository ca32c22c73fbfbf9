using Microsoft.CodeAnalysis;
using static Memo.Analyzers.Rules.RuleFactory;

namespace Memo.Analyzers.Rules;

/// <summary>MEMO4xx: declarations of dependencies.</summary>
internal static class DependencyRules
{
    public static readonly DiagnosticDescriptor WrongDeclaration = Create(
        "MEMO401", "Dependency declaration is wrong", "The dependency '{0}' of '{1}' cannot be used: {2}", DependenciesCategory,
        "A template names parameters of the method in braces, and their members with a dot: \"{directory}/index.json\". A static is a field or property that generated code can read.", DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor Unread = Create(
        "MEMO402", "Dependency is declared but never read", "'{0}' does not need the dependency '{1}': {2}", DependenciesCategory,
        "The method reruns whenever the state of the dependency changes, although nothing that it runs reads it.", DiagnosticSeverity.Info);

    public static readonly DiagnosticDescriptor Assumption = Create(
        "MEMO403", "[AssumePure] without a justification, or on code that needs none", "The assumption about '{0}' {1}", DependenciesCategory,
        "What is assumed, nobody checks: the next reader has to know why it is right. Where nothing needs it, it only hides what is added later.", DiagnosticSeverity.Info);

    /// <summary>{0} the method, {1} what it does, {2} "through" and the path, {3} the place, {4} the declaration, {5} what it leaves out.</summary>
    public static readonly DiagnosticDescriptor Part = Create(
        "MEMO404", "Declared dependency covers only part of what is read", "'{0}' {1}{2} ({3}), but the dependency '{4}' covers only a part of it: {5}", DependenciesCategory,
        "What is declared is part of the key, what is read beside it is not: a remembered result would be stale when only that changes.");

    public static readonly DiagnosticDescriptor NoKey = Create(
        "MEMO405", "Dependency has a value that cannot be a key", "The value of the dependency '{0}' of '{1}' cannot be part of a key: {2}", DependenciesCategory,
        "The value of a declared static is compared like an argument, by all that it holds, so its type has to be one that an argument can have.");

    public static readonly DiagnosticDescriptor BadCatalogLine = Create(
        "MEMO406", "A line of MemoEffects.txt cannot be read", "This line of the effect catalog is not used: {0}", DependenciesCategory,
        "A line is '<declaration id> = <term>, <term>'. A line that cannot be read changes nothing: the code that it is about stays unknown.");

    public static readonly DiagnosticDescriptor BadSetting = Create(
        "MEMO407", "A setting of Memo has a value that it does not know", "The setting '{0}' {1}", DependenciesCategory,
        "A value that is not understood is not used: nothing is accepted by mistake, and a method whose age limit cannot be read runs on every call.");
}
