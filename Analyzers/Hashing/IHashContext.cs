using Memo.Analyzers.Calls;
using Memo.Analyzers.Symbols;
using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Hashing;

/// <summary>What the hasher of one unit asks the engine.</summary>
internal interface IHashContext
{
    OperationCalls Calls { get; }
    TypeTraits Traits { get; }
    TypeShapes Shapes { get; }

    TypeHierarchy Hierarchy { get; }
    KnownTypes Types { get; }

    /// <summary>Whether the runtime's version stands for the assembly.</summary>
    bool IsFramework(IAssemblySymbol assembly);
}
