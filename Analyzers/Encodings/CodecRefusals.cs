using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Encodings;

/// <summary>
/// Which of the codecs that one is made of are refused, and why. A type is refused when a part of it is; an interface or a base class when all
/// types that may be there are: an object of one that is refused is refused when it comes.
/// </summary>
internal sealed class CodecRefusals
{
    private readonly Dictionary<Codec, string> _reasons = [];
    private readonly bool _forValue;

    public CodecRefusals(Codec root, bool forValue)
    {
        _forValue = forValue;
        // What is made comes after what it is made of, mostly.
        var reached = root.Reach().Reverse().ToList();
        // Types may contain each other, so what one codec's refusal means for others is asked until nothing is new.
        bool isNew;
        do
        {
            isNew = false;
            foreach (var codec in reached)
            {
                if (!_reasons.ContainsKey(codec) && Find(codec) is { } reason)
                {
                    _reasons.Add(codec, reason);
                    isNew = true;
                }
            }
        }
        while (isNew);
    }

    public string? Of(Codec codec) => _reasons.TryGetValue(codec, out var reason) ? reason : null;

    private string? Find(Codec codec)
    {
        if ((_forValue ? codec.ValueRefusal : codec.KeyRefusal) is { } own)
        {
            return own;
        }

        if (codec.Kind == CodecKind.OneOf)
        {
            // What wraps the same interface again is no way round what its elements are.
            if (codec.Elements.Select(Of).FirstOrDefault(reason => reason is not null) is { } refused)
            {
                return refused;
            }

            return codec.Parts.Any(part => !_reasons.ContainsKey(part)) ? null : codec.Parts.Select(Of).FirstOrDefault() ?? $"'{codec.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}' does not say which type is behind it";
        }

        foreach (var part in codec.Parts)
        {
            if (Of(part) is { } reason)
            {
                return reason;
            }
        }

        foreach (var field in codec.Fields)
        {
            if (Of(field.Codec) is { } reason)
            {
                return $"'{codec.Type.Name}.{field.Name}': {reason}";
            }
        }

        return null;
    }
}
