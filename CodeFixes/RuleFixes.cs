using System.Composition;
using Memo.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Memo.CodeFixes;

/// <summary>MEMO101.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PerformsIOFixes))]
[Shared]
public sealed class PerformsIOFixes() : MemoFixes(PurityRules.PerformsIO.Id);

/// <summary>MEMO102.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReadsStaticFixes))]
[Shared]
public sealed class ReadsStaticFixes() : MemoFixes(PurityRules.ReadsStatic.Id);

/// <summary>MEMO104.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NondeterministicFixes))]
[Shared]
public sealed class NondeterministicFixes() : MemoFixes(PurityRules.Nondeterministic.Id);

/// <summary>MEMO105.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AmbientFixes))]
[Shared]
public sealed class AmbientFixes() : MemoFixes(PurityRules.Ambient.Id);

/// <summary>MEMO106.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MutatesFixes))]
[Shared]
public sealed class MutatesFixes() : MemoFixes(PurityRules.Mutates.Id);

/// <summary>MEMO107.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnverifiableFixes))]
[Shared]
public sealed class UnverifiableFixes() : MemoFixes(PurityRules.Unverifiable.Id);

/// <summary>MEMO108.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnknownFixes))]
[Shared]
public sealed class UnknownFixes() : MemoFixes(PurityRules.Unknown.Id);

/// <summary>MEMO109.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(OutputFixes))]
[Shared]
public sealed class OutputFixes() : MemoFixes(PurityRules.Output.Id);

/// <summary>MEMO201.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ParameterFixes))]
[Shared]
public sealed class ParameterFixes() : MemoFixes(KeyRules.Parameter.Id);

/// <summary>MEMO202.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ResultFixes))]
[Shared]
public sealed class ResultFixes() : MemoFixes(KeyRules.Result.Id);

/// <summary>MEMO203.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AliasedResultFixes))]
[Shared]
public sealed class AliasedResultFixes() : MemoFixes(KeyRules.AliasedResult.Id);

/// <summary>MEMO204.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LazyResultFixes))]
[Shared]
public sealed class LazyResultFixes() : MemoFixes(KeyRules.LazyResult.Id);

/// <summary>MEMO301.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NothingToMemoizeFixes))]
[Shared]
public sealed class NothingToMemoizeFixes() : MemoFixes(UsageRules.NothingToMemoize.Id);

/// <summary>MEMO302.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NotThroughCacheFixes))]
[Shared]
public sealed class NotThroughCacheFixes() : MemoFixes(UsageRules.NotThroughCache.Id);

/// <summary>MEMO401.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(WrongDeclarationFixes))]
[Shared]
public sealed class WrongDeclarationFixes() : MemoFixes(DependencyRules.WrongDeclaration.Id);

/// <summary>MEMO402.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnreadFixes))]
[Shared]
public sealed class UnreadFixes() : MemoFixes(DependencyRules.Unread.Id);

/// <summary>MEMO403.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AssumptionFixes))]
[Shared]
public sealed class AssumptionFixes() : MemoFixes(DependencyRules.Assumption.Id);

/// <summary>MEMO404.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PartFixes))]
[Shared]
public sealed class PartFixes() : MemoFixes(DependencyRules.Part.Id);
