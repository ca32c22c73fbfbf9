using Memo.Analyzers.Calls;
using Memo.Analyzers.Closures;
using Memo.Analyzers.Hashing;
using Memo.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Memo.Analyzers.Findings;

/// <summary>Code of a closure that cannot be seen, so that the assembly that it is in stands for it.</summary>
internal static class HiddenCode
{
    private const string Coarse = "; every change of its assembly makes the remembered results unknown";

    /// <summary>A phrase that names the first of it and says what follows; null when all code is visible.</summary>
    public static string? Find(MemoizedMethod method, ClosureEngine engine, CancellationToken cancellation)
    {
        var closure = engine.ClosureOf(method.Symbol, cancellation);
        foreach (var node in closure.Nodes)
        {
            var name = SymbolNames.InMessage(node.Symbol, method.Symbol.ContainingType);
            if (node.IsTooDeep)
            {
                return $"'{name}' is nested too deeply to be analysed{Coarse}";
            }

            if (node.Unit.Shape == CodeShape.Missing && node.Symbol is IMethodSymbol { IsExtern: false })
            {
                return $"the body of '{name}' comes from another generator{Coarse}";
            }
        }

        if (closure.Externals.Select(TypeParts.NameIn).FirstOrDefault(type => type is not null && HasGeneratedPart(type, engine)) is { } type)
        {
            return $"another generator adds to '{type}'; as long as it does, calls run uncached";
        }

        return closure.Externals.Where(external => engine.Manifests.Problem(external) is not null)
            .Select(external => $"the manifest of '{external}' {engine.Manifests.Problem(external)}{Coarse}").FirstOrDefault();
    }

    // A part that only has the bodies of what the user declared adds nothing.
    private static bool HasGeneratedPart(string type, ClosureEngine engine) => engine.Compilation.Assembly.GetTypeByMetadataName(type) is { } found
        && (found.GetMembers().Any(member => member.Locations is [{ SourceTree: { } file }, ..] && KnownGenerators.IsGenerated(file) && !member.IsImplicitlyDeclared)
            || found.DeclaringSyntaxReferences.Any(part => KnownGenerators.IsGenerated(part.SyntaxTree)
                && part.GetSyntax() is TypeDeclarationSyntax declaration && (declaration.BaseList is not null || declaration.AttributeLists.Count > 0)));
}
