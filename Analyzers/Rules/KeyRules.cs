using Microsoft.CodeAnalysis;
using static Memo.Analyzers.Rules.RuleFactory;

namespace Memo.Analyzers.Rules;

/// <summary>MEMO2xx: what cannot be part of a key or of the store.</summary>
internal static class KeyRules
{
    public static readonly DiagnosticDescriptor Parameter = Create(
        "MEMO201", "Parameter cannot be part of a key", "Parameter '{0}' of '{1}' cannot be part of a key: {2}", KeysCategory,
        "Two calls are the same call when their arguments are equal: for this type, nothing can tell.");

    public static readonly DiagnosticDescriptor Result = Create(
        "MEMO202", "Result does not survive serialization", "The result of '{0}' does not survive serialization: {1}", KeysCategory,
        "What would come back from the store is not what was put into it.");

    public static readonly DiagnosticDescriptor AliasedResult = Create(
        "MEMO203", "Result is an alias", "The result of '{0}' may be {1}, or a part of it: a hit gives a copy, so a change of one does not show in the other", KeysCategory,
        "A caller that changes the result changes what it is an alias of when the method runs, and only a copy when it is answered from the store.",
        DiagnosticSeverity.Info);

    public static readonly DiagnosticDescriptor LazyResult = Create(
        "MEMO204", "Result is lazy", "The result of '{0}' is lazy: {1}", KeysCategory,
        "What is computed only when somebody asks for it is not there yet when it should be stored, and what it reads may have changed by then.");

    public static readonly DiagnosticDescriptor ByReference = Create(
        "MEMO205", "By-reference parameter", "Parameter '{0}' of '{1}' is {2}: a memoized method takes values and returns one", KeysCategory,
        "A 'ref' or 'out' parameter, a pointer or a ref struct stands for a place, not for a value.");

    public static readonly DiagnosticDescriptor Receiver = Create(
        "MEMO206", "Receiver cannot be part of a key", "The receiver of '{0}' cannot be part of a key: {1}", KeysCategory,
        "An instance method's result depends on the fields of its object; this object has fields that cannot be compared.");
}
