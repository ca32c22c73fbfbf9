using System.Collections.Immutable;
using Memo.Analyzers.Symbols;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Memo.Analyzers.Hashing;

/// <summary>How symbols enter the stream: callees and locals by position, types by identity and shape.</summary>
internal sealed partial class OperationHasher
{
    private void WriteOrdinal(ISymbol symbol)
    {
        if (symbol is IParameterSymbol parameter && PartialMembers.IsParameterOf(parameter, _unit.Symbol))
        {
            _writer.Write("parameter").Write(parameter.Ordinal);
            return;
        }

        if (symbol is IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } } captured)
        {
            _writer.Write("captured").Write(captured.Ordinal); // of the primary constructor: state of the receiver
            return;
        }

        if (!_ordinals.TryGetValue(symbol, out var ordinal))
        {
            _ordinals.Add(symbol, ordinal = _ordinals.Count);
        }

        _writer.Write("local").Write(ordinal);
    }

    private void WriteType(ITypeSymbol? type)
    {
        if (type is null)
        {
            _writer.Write((string?)null);
            return;
        }

        var mention = _context.Mentions.Of(type);
        _writer.Write(mention.Identity);
        foreach (var (name, own) in mention.Own)
        {
            _types[name] = own;
        }

        _externals.UnionWith(mention.Externals);
    }

    private void AddExternal(IAssemblySymbol? assembly)
    {
        if (assembly is not null && _context.IsExternal(assembly))
        {
            _externals.Add(assembly.Name);
        }
    }

    // No model for this operation: its tokens and what its names mean. Safe, less precise.
    private void WriteTokens(IOperation operation)
    {
        _writer.Write("tokens");
        if (operation is IInvalidOperation)
        {
            // What is missing here is what another generator writes: all of the assembly stands for it.
            _externals.Add(_unit.Symbol.ContainingAssembly.Name);
        }

        var model = operation.SemanticModel;
        foreach (var token in operation.Syntax.DescendantTokens())
        {
            if (token.Kind() is SyntaxKind.NumericLiteralToken or SyntaxKind.CharacterLiteralToken or SyntaxKind.StringLiteralToken)
            {
                _writer.WriteConstant(token.Value);
                continue;
            }

            _writer.Write(token.Text);
            if (token.IsKind(SyntaxKind.IdentifierToken) && token.Parent is { } parent && model is not null)
            {
                var symbol = model.GetSymbolInfo(parent, _cancellation).Symbol;
                _writer.Write(symbol?.GetDocumentationCommentId() ?? symbol?.ToDisplayString());
            }
        }
    }
}
