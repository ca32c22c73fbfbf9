using Memo.Analyzers.Closures;
using Memo.Analyzers.Effects;
using Memo.Analyzers.Encodings;
using Memo.Analyzers.Hashing;
using Memo.Analyzers.Manifest;
using Memo.Analyzers.Symbols;
using Microsoft.CodeAnalysis;

namespace Memo.Analyzers.Generation;

/// <summary>Writes how the dependencies that methods declare are read.</summary>
/// <param name="engine">Of the compilation.</param>
/// <param name="codecs">Writes values.</param>
/// <param name="partialTypes">Collects the partial types that the code of dependencies uses.</param>
/// <param name="contract">The hash of a type's shape.</param>
/// <param name="cancellation">Stops the work.</param>
internal sealed class DependencyEmitter(ClosureEngine engine, CodecEmitter codecs, PartialTypesEmitter partialTypes, Func<Codec, ContentHash> contract, CancellationToken cancellation)
{
    private const string Set = "dependencies";

    // A reader for each static and each dependency of the user's own, shared by all methods that declare it.
    private readonly Dictionary<(DependencyKind Kind, string Title), (string Name, string Value)> _readers = [];
    private readonly List<string> _accessors = [];

    /// <summary>All readers of the assembly, as an expression; whoever verifies the trace of an outer call needs those of the inner ones.</summary>
    public string All => _readers.Count == 0 ? "[]" : "Readers.All";

    /// <summary>Makes the readers of a method known. To be done for all methods before the first <see cref="All"/>.</summary>
    public void Collect(MemoizedMethod method)
    {
        foreach (var dependency in Usable(method))
        {
            if (IsRead(dependency) && !_readers.ContainsKey((dependency.Declared.Kind, dependency.Title)))
            {
                var number = _readers.Count + 1;
                _readers.Add((dependency.Declared.Kind, dependency.Title), ($"Reader{number}", Reader(dependency, number)));
            }
        }
    }

    /// <summary>Writes the method of a call that adds its dependencies. Their order in the source counts for nothing.</summary>
    public void EmitAdding(SourceWriter source, MemoizedMethod method)
    {
        source.Open($"public void AddDependencies(global::Memo.Dependencies.DependencySet {Set})");
        foreach (var line in Usable(method).Select(dependency => (Order: Order(dependency), Line: Adding(dependency, method.Symbol)))
            .OrderBy(pair => pair.Order, StringComparer.Ordinal).Select(pair => pair.Line).Distinct())
        {
            if (line is not null)
            {
                source.Line(line);
            }
        }

        if (MayShare(method))
        {
            source.Line($"{Set}.Share();");
        }

        source.Close();
    }

    public void EmitReaders(SourceWriter source)
    {
        if (_readers.Count == 0)
        {
            return;
        }

        source.Line().Open("file static class Readers");
        foreach (var (name, value) in _readers.Values)
        {
            source.Line($"internal static readonly global::Memo.Dependencies.DependencyReader {name} = {value};");
        }

        source.Line($"internal static readonly global::Memo.Dependencies.DependencyReader[] All = [{string.Join(", ", _readers.Values.Select(reader => reader.Name))}];");
        foreach (var line in _accessors)
        {
            source.Line(line);
        }

        source.Close();
    }

    // What is wrong is MEMO401 or MEMO405, and the gate is closed.
    private IEnumerable<DependencyEncoding> Usable(MemoizedMethod method) =>
        engine.Encodings.DependenciesOf(method).Where(dependency => dependency.Problem is null);

    // Whether one mutable object, which has an identity, may be in a static and in an argument, or in two statics.
    private bool MayShare(MemoizedMethod method)
    {
        var statics = Usable(method).Where(IsRead).Select(dependency => dependency.Codec).OfType<Codec>().ToList();
        if (statics.Count == 0)
        {
            return false;
        }

        var encoding = engine.Encodings.EncodingOf(method.Symbol);
        var met = new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default);
        foreach (var argument in encoding.Parameters.Append(encoding.Receiver).OfType<Codec>())
        {
            met.UnionWith(argument.Identities());
        }

        return statics.Any(value =>
        {
            var own = value.Identities();
            var shares = met.Overlaps(own);
            met.UnionWith(own);
            return shares;
        });
    }

    // The value of a constant is part of the code.
    private static bool IsRead(DependencyEncoding dependency) =>
        dependency.Declared.Kind == DependencyKind.Custom || dependency.Member is not null and not IFieldSymbol { IsConst: true };

    private static string Order(DependencyEncoding dependency) => string.Join("\0", dependency.Declared.Kind.ToString(),
        dependency.Template?.Render(parameter => "#" + parameter) ?? dependency.Title, dependency.Declared.Pattern, dependency.Declared.IsRecursive.ToString());

    private string? Adding(DependencyEncoding dependency, IMethodSymbol method)
    {
        var declared = dependency.Declared;
        var text = SourceWriter.Literal(declared.Text);
        return declared.Kind switch
        {
            DependencyKind.File => $"{Set}.File({text}){Pieces(dependency.Template!, method)};",
            DependencyKind.Directory =>
                $"{Set}.Directory({text}, {SourceWriter.Literal(declared.Pattern)}, {(declared.IsRecursive ? "true" : "false")}){Pieces(dependency.Template!, method)};",
            DependencyKind.Environment => $"{Set}.EnvironmentVariable({text}){Pieces(dependency.Template!, method)};",
            _ when IsRead(dependency) => $"{Set}.Read(Readers.{_readers[(declared.Kind, dependency.Title)].Name});",
            _ => null,
        };
    }

    private static string Pieces(PathTemplate template, IMethodSymbol method)
    {
        var text = "";
        foreach (var piece in template.Pieces)
        {
            if (piece.IsText)
            {
                text += $".Text({SourceWriter.Literal(piece.Text)})";
            }
            else
            {
                var parameter = method.Parameters[piece.Parameter];
                var label = piece.Members.Length == 0 ? parameter.Name : parameter.Name + "." + piece.Members;
                text += $".Parameter({SourceWriter.Literal(label)}, {Hole(parameter, piece.Members)})";
            }
        }

        return text;
    }

    // The text of a hole, null where a member on the way is null.
    private static string Hole(IParameterSymbol parameter, string members)
    {
        var text = CallSignature.Local(parameter);
        var type = parameter.Type;
        foreach (var name in members.Length == 0 ? [] : members.Split('.'))
        {
            text += (type.IsReferenceType ? "?." : ".") + CallSignature.Escape(name);
            type = Declarations.Member(type, name)!;
        }

        return type.SpecialType == SpecialType.System_String ? text : $"({text}){(text.Contains("?.") ? "?" : "")}.ToString()";
    }

    private string Reader(DependencyEncoding dependency, int number)
    {
        var title = SourceWriter.Literal(dependency.Title);
        var assembly = SourceWriter.Literal(engine.Compilation.AssemblyName ?? "");
        if (dependency.Declared.Kind == DependencyKind.Static)
        {
            var shape = SourceWriter.Literal(contract(dependency.Codec!).ToString());
            var value = codecs.WriteKey(dependency.Codec!, Value(dependency.Member!, number));
            return $"global::Memo.Dependencies.DependencyReader.Static({title}, {assembly}, {shape}, static key => {value})";
        }

        var type = (INamedTypeSymbol)dependency.Declared.Type!;
        var (code, externals) = CodeOf(type);
        return $"global::Memo.Dependencies.DependencyReader.Custom<{type.ToDisplayString(SymbolNames.InCode)}>({title}, {assembly}, "
            + $"{SourceWriter.Literal(code.ToString())}, [{string.Join(", ", externals.Select(SourceWriter.Literal))}], {partialTypes.DescriberOf(externals) ?? "null"})";
    }

    private string Value(ISymbol member, int number)
    {
        var owner = member.ContainingType;
        if (!DependencyEncoding.IsHidden(member, engine.Compilation))
        {
            return $"{owner.ToDisplayString(SymbolNames.InCode)}.{CallSignature.Escape(member.Name)}";
        }

        var accessor = $"Value{number}";
        var (kind, name, passing) = member is IFieldSymbol
            ? ("StaticField", member.MetadataName, "ref ")
            : ("StaticMethod", ((IPropertySymbol)member).GetMethod!.MetadataName, ((IPropertySymbol)member).RefKind == RefKind.None ? "" : "ref ");
        _accessors.Add($"[global::System.Runtime.CompilerServices.UnsafeAccessor(global::System.Runtime.CompilerServices.UnsafeAccessorKind.{kind}, Name = {SourceWriter.Literal(name)})]");
        // The owner goes by name: it may be static, which no parameter's type can be, or hidden itself.
        var hidden = SourceWriter.Literal(TypeTraits.MetadataName(owner) + ", " + owner.ContainingAssembly.Name);
        _accessors.Add($"private static extern {passing}{DependencyEncoding.TypeOf(member).ToDisplayString(SymbolNames.InCode)} {accessor}("
            + $"[global::System.Runtime.CompilerServices.UnsafeAccessorType({hidden})] object? owner);");
        return $"{accessor}(null)";
    }

    // Other code may tell another state with the same text.
    private (ContentHash Code, IEnumerable<string> Externals) CodeOf(INamedTypeSymbol type)
    {
        var writer = new HashWriter().Write("dependency").Write(SymbolNames.Identity(type));
        var externals = new SortedSet<string>(StringComparer.Ordinal);
        var fingerprint = engine.Types.Dependency?.GetMembers("Fingerprint").OfType<IMethodSymbol>().FirstOrDefault();
        Add(fingerprint is null ? null : type.FindImplementationForInterfaceMember(fingerprint));
        // Of a generic one, the type arguments may do the work.
        foreach (var named in TypeTraits.Named(type))
        {
            if (!SymbolEqualityComparer.Default.Equals(named, type))
            {
                foreach (var member in named.OriginalDefinition.GetMembers().OfType<IMethodSymbol>())
                {
                    Add(member);
                }
            }
        }

        return (writer.ToHash(), externals);

        void Add(ISymbol? code)
        {
            if (code is null)
            {
                return;
            }

            writer.Write(SymbolNames.DeclarationId(code));
            if (engine.Hierarchy.IsInSource(code))
            {
                var closure = engine.ClosureOf(code, cancellation);
                writer.Write(closure.Hash);
                externals.UnionWith(closure.Externals);
            }
            else if (!engine.IsFramework(code.ContainingAssembly))
            {
                externals.Add(code.ContainingAssembly.Name);
            }
        }
    }
}
