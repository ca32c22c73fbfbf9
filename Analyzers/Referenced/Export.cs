using System.Collections.Immutable;
using Memo.Analyzers.Catalog;

namespace Memo.Analyzers.Referenced;

/// <summary>What an assembly tells others of one of its members, in the place of its source.</summary>
/// <param name="Closure">The hash of all code that a call of it may run.</param>
/// <param name="Externals">What takes part besides: names of assemblies, and <c>name#hash</c> for those whose manifest has been read.</param>
/// <param name="Effects">What it does, in terms of the effect catalog.</param>
internal sealed record Export(string Closure, ImmutableArray<string> Externals, CatalogEntry Effects);
