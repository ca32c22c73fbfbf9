using Memo.Analyzers.Effects;
using Memo.Analyzers.Encodings;
using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Generation;

/// <summary>Into a key.</summary>
internal sealed partial class CodecEmitter
{
    private void EmitKey(SourceWriter source, Codec codec)
    {
        var type = Name(codec.Type);
        if (codec.Kind == CodecKind.OneOf && CanBeSpelled(codec))
        {
            EmitExpressions(source, codec);
        }

        source.Open($"internal static void WriteKey{_numbers[codec]}(global::Memo.Keys.KeyWriter key, {type} value)");
        switch (codec.Kind)
        {
            case CodecKind.Opaque:
                source.Line($"if (!key.BeginSequence(value, 0, {Contract(codec)}, immutable: false)) return;").Line("key.Write(value);").Line("key.End();");
                break;
            case CodecKind.Enum:
                source.Line(WriteKey(codec.Parts[0], $"({Name(codec.Parts[0].Type)})value") + ";");
                break;
            case CodecKind.Nullable:
                source.Line($"if (key.BeginNullable(value.HasValue)) {WriteKey(codec.Parts[0], "value.GetValueOrDefault()")};");
                break;
            case CodecKind.Array:
                BeginReference(source, codec, type);
                KeyArray(source, codec, (IArrayTypeSymbol)codec.Type);
                source.Line("key.End();");
                break;
            case CodecKind.ImmutableArray:
                source.Line("if (value.IsDefault) { key.Refuse(\"is a default ImmutableArray\"); return; }");
                // Two of them are equal when they are one array, not when their elements are; the empty one is there once.
                source.Line($"if (!key.BeginSequence(global::System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsArray(value), value.Length, {Contract(codec)}, immutable: value == {Name(codec.Type)}.Empty)) return;");
                KeyElements(source, codec, "value.Length", "value");
                source.Line("key.End();");
                break;
            case CodecKind.Collection:
                KeyCollection(source, codec, type);
                break;
            case CodecKind.OneOf:
                KeyOneOf(source, codec);
                break;
            default:
                if (codec.Type.IsValueType)
                {
                    Refuse(source, codec, "key", codec.Composite?.Refusal);
                    source.Line($"key.BeginStruct({Contract(codec)});");
                }
                else
                {
                    BeginReference(source, codec, type);
                    if (codec.KnownObjects.Count > 0)
                    {
                        source.Line($"key.Write({string.Concat(codec.KnownObjects.Select(known => $"ReferenceEquals(value, {_fields.Access(known)}) ? {SourceWriter.Literal(Title(known))} : "))}(string)null);");
                    }
                }

                foreach (var (_, part, access) in Members(codec))
                {
                    source.Line(WriteKey(part, access) + ";");
                }

                source.Line("key.End();");
                break;
        }

        source.Close().Line();
    }

    private void KeyArray(SourceWriter source, Codec codec, IArrayTypeSymbol array)
    {
        if (!array.IsSZArray)
        {
            source.Line("key.WriteShape(value);");
        }

        var elements = array.IsSZArray ? "value" : Elements(codec);
        if (codec.IsBulk)
        {
            source.Line($"key.WriteBits<{Name(codec.Parts[0].Type)}>({elements});");
        }
        else
        {
            KeyElements(source, codec, "value.Length", elements);
        }
    }

    private void KeyCollection(SourceWriter source, Codec codec, string type)
    {
        var form = codec.Collection!;
        var named = (INamedTypeSymbol)codec.Type;
        if (form.IsFamily)
        {
            source.Line($"if (!key.BeginSequence(value, 0, {Contract(codec)}, immutable: false)) return;");
        }
        else
        {
            BeginReference(source, codec, type);
        }

        Refuse(source, codec, "key", form.Refusal);
        if (form.HasGaps && named.TypeArguments.Length == 1 && !codec.IsLookedUpOnly)
        {
            source.Line("key.RefuseGaps(value);"); // a dictionary's copies have none
        }

        if (form.Comparer is { } comparer)
        {
            source.Line($"key.WriteComparer({comparer}, {DefaultComparer(form, named)});");
        }

        if (form.ValueComparer is { } values)
        {
            source.Line($"key.WriteComparer({values}, global::System.Collections.Generic.EqualityComparer<{Name(named.TypeArguments[1])}>.Default);");
        }

        if (codec.IsBulk)
        {
            source.Line($"key.WriteBits<{Name(codec.Parts[0].Type)}>({form.Span});");
        }
        else if ((codec.IsLookedUpOnly || (form.IsUnordered && EffectVisitor.IsHashOrdered(codec.Type))) && !codec.Parts.Any(part => part.ShowsIdentity)) // else the order is allowed to show
        {
            source.Line($"var items = key.BeginUnordered({form.Count});").Open($"foreach (var item in {form.Items})").Line("var part = items.Next();");
            KeyParts(source, codec, form, "part");
            source.Close().Line("key.EndUnordered(items);");
        }
        else
        {
            source.Line($"key.Write({form.Count});").Open($"foreach (var item in {form.Items})");
            KeyParts(source, codec, form, "key");
            source.Close();
        }

        source.Line("key.End();");
    }

    private void KeyParts(SourceWriter source, Codec codec, CollectionForm form, string key)
    {
        for (var i = 0; i < form.Parts.Length; i++)
        {
            source.Line(WriteKey(codec.Parts[i], form.Parts[i], key) + ";");
        }
    }

    private void KeyOneOf(SourceWriter source, Codec codec)
    {
        source.Open("switch (value)").Line("case null: key.BeginReference(null, typeof(object), \"\", true); break;");
        foreach (var part in Possible(codec, withValue: false))
        {
            var type = Name(part.Type);
            // A struct is an object here, of which it can be seen whether two are one.
            source.Line(part.Type.IsValueType
                ? $"case {type} item: if (key.BeginReference(value, typeof({type}), \"object\", immutable: false)) {{ {WriteKey(part, "item")}; key.End(); }} break;"
                : $"case {type} item when value.GetType() == typeof({type}): {WriteKey(part, "item")}; break;");
        }

        if (CanBeSpelled(codec))
        {
            KeyExpressions(source, codec);
        }

        source.Line(IsSequence(codec.Type) ? "default: key.RefuseSequence(value); break;" : "default: key.RefuseType(value); break;").Close();
    }

    private static bool IsSequence(ITypeSymbol type) => type.ContainingNamespace is { Name: "Generic", ContainingNamespace.Name: "Collections" };

    private static void Refuse(SourceWriter source, Codec codec, string writer, (string Condition, string Reason)? refusal)
    {
        if (refusal is var (condition, reason))
        {
            source.Line($"if ({Fill(condition, codec.Type)}) {{ {writer}.Refuse({SourceWriter.Literal(reason)}); return; }}");
        }
    }

    private static void BeginReference(SourceWriter source, Codec codec, string type) =>
        source.Line($"if (!key.BeginReference(value, typeof({type}), {Contract(codec)}, immutable: {Literal(codec.IsImmutable)})) return;");

    private void KeyElements(SourceWriter source, Codec codec, string count, string elements) =>
        source.Line($"key.Write({count});").Line($"foreach (var item in {elements}) {WriteKey(codec.Parts[0], "item")};");
}
