using Memo.Analyzers.Calls;
using Memo.Analyzers.Referenced;
using Memo.Analyzers.Symbols;
using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Hashing;

/// <summary>What the hasher of one unit asks the engine.</summary>
internal interface IHashContext
{
    OperationCalls Calls { get; }
    TypeTraits Traits { get; }
    TypeShapes Shapes { get; }

    ReferencedManifests Manifests { get; }
    TypeHierarchy Hierarchy { get; }
    KnownTypes Types { get; }

    TypeMentions Mentions { get; }

    /// <summary>Whether code of the assembly is neither of the compilation nor of the framework.</summary>
    bool IsExternal(IAssemblySymbol assembly);
}
