using static Memo.Analyzers.Tests.Hashing.Edit;

namespace Memo.Analyzers.Tests.Hashing;

/// <summary>Edits of code that a serializer runs: by the types that it is given, and by what an object's own type makes of them.</summary>
public sealed class SerializedCodeTests
{
    private const string Json = "using System.Text.Json; using System.Text.Json.Serialization; ";

    private static readonly (string Name, string Text)[] Uses =
    [
        ("an overridden getter", "JsonSerializer.Serialize<B>(new D())"),
        ("an overridden getter behind a local", "JsonSerializer.Serialize(Make())"),
        ("a getter of an interface", "JsonSerializer.Serialize<I>(new D())"),
        ("an overridden getter in a list", "JsonSerializer.Serialize(new List<B> { new D() })"),
        ("a getter of an interface in a list", "JsonSerializer.Serialize(new List<I> { new D() })"),
        ("an overridden getter in a property", "JsonSerializer.Serialize(new H { P = new D() })"),
        ("an overridden getter in a property's list", "JsonSerializer.Serialize(new H { L = { new D() } })"),
        ("an overridden getter of what is passed", "Text(new D())"),
        ("a getter of a type that an attribute names", "JsonSerializer.Serialize<J>(new K())"),
        ("a setter", "JsonSerializer.Deserialize<B>(\"{}\")!.ToString()"),
        ("a base's getter", "JsonSerializer.Serialize(new E())"),
        ("a base's setter", "JsonSerializer.Deserialize<E>(\"{}\")!.ToString()"),
        ("a converter's base", "JsonSerializer.Serialize(new Converted())"),
        ("the value of an enum's member", "JsonSerializer.Serialize(Number.A)"),
        ("the name of an enum's member", "JsonSerializer.Serialize(new Named())"),
    ];

    private static IEnumerable<Edit> Known => Uses.Select(use => Of(use.Name, "string F(int x) => " + use.Text + ";", "1", "2"));

    private static readonly string[] Writers =
    [
        "JsonSerializer.Serialize(t).Length", "JsonSerializer.SerializeToUtf8Bytes(t).Length", "System.Text.Json.Nodes.JsonValue.Create(t)!.ToJsonString().Length",
        "Xml(t)", "Contract(t)", "(int)typeof(T).GetProperty(\"V\")!.GetValue(t)!",
    ];

    private static readonly string[] Values = ["new D()", "new List<D> { new() }", "new[] { new D() }", "(new D(), 1)", "new { P = new D() }", "new H { P = new D() }", "new HD()"];

    private static readonly string[] Calls = ["One", "Three", "Plain", "PlainOf", "new In<D>().M"];

    private static IEnumerable<Edit> Open => Calls.SelectMany(call => Writers.Select(writer => (writer, Value: Values[0])).Concat(Values.Skip(1).Select(value => (writer: Writers[0], Value: value)))
        .Select(one => Of($"{one.writer} of {one.Value} through {call}", $"int F(int x) => {call}({one.Value});", "1", "2", one.writer)));

    private static IEnumerable<Edit> Unreached => Values.Where(value => value != "new HD()").Select(value =>
        Of($"a class that is made nowhere in the closure, beside {value}", $"int F(int x) => One({value});", "1", "2", held: "1"));

    [TestCaseSource(nameof(Known))]
    public void Changes(Edit edit)
    {
        var (before, after) = Hash.Of(edit);
        Assert.That(after, Is.Not.EqualTo(before));
    }

    /// <summary>What is passed as anything is not remembered unless that is accepted by hand; edits count even then.</summary>
    [TestCaseSource(nameof(Open))]
    public void Changes_where_anything_is_accepted(Edit edit) => Changes(edit);

    [TestCaseSource(nameof(Unreached))]
    public void Stays(Edit edit)
    {
        var (before, after) = Hash.Of(edit);
        Assert.That(after, Is.EqualTo(before));
    }

    private static Edit Of(string phrase, string method, string before, string after, string writer = "JsonSerializer.Serialize(t).Length", string? held = null)
    {
        var memoized = held is null && !method.StartsWith("int", StringComparison.Ordinal) ? "[Memoize] public static " : "[Memoize, AssumePure(\"read by their types\")] public static ";
        return new(phrase, Json + SourceText.Class(memoized + method + Types(before, writer, held ?? before)), Json + SourceText.Class(memoized + method + Types(after, writer, held ?? after)));
    }

    private static string Types(string n, string writer, string held) => $$"""

        static B Make() => new D();
        static string Text(B b) => JsonSerializer.Serialize(b);
        static int One<T>(T t) => {{writer}};
        static int Two<T>(T t) => One(t);
        static int Three<T>(T t) => Two<T>(t);
        static int Plain(object t) => {{writer.Replace("typeof(T)", "t.GetType()", StringComparison.Ordinal).Replace("(t)", "((object)t)", StringComparison.Ordinal)}};
        static int PlainOf<T>(T t) => Plain(t!);
        class In<T> { public int M(object t) => Plain(t); }
        static int Xml<T>(T t) { var w = new StringWriter(CultureInfo.InvariantCulture); new System.Xml.Serialization.XmlSerializer(t!.GetType()).Serialize(w, t); return w.ToString().Length; }
        static int Contract<T>(T t) { var w = new MemoryStream(); new System.Runtime.Serialization.DataContractSerializer(typeof(T)).WriteObject(w, t); return (int)w.Length; }
        public interface I { int V { get; } }
        public class B : I { int _n; public virtual int V { get => 1; set { } } public virtual int S { set { _n = {{held}}; } } }
        public class D : B { public override int V { get => {{held}}; } }
        public class E : EBase;
        public class EBase { int _n; public int V { get => {{held}}; set { _n = {{held}}; } } }
        public class H { public B? P { get; set; } public List<B> L { get; } = []; }
        public class G<T> where T : new() { public T V { get; set; } = new(); }
        public class HD : G<D>;
        [JsonDerivedType(typeof(K))] public class J;
        public class K : J { public int V => {{held}}; }
        public enum Number { A = {{held}} }
        public class Named { [JsonConverter(typeof(JsonStringEnumConverter))] public Name M { get; set; } }
        public enum Name { A{{held}} = 1 }
        [JsonConverter(typeof(Converter))] public class Converted;
        public class Converter : ConverterBase;
        public class ConverterBase : JsonConverter<Converted>
        {
            public override Converted Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => new();
            public override void Write(Utf8JsonWriter writer, Converted value, JsonSerializerOptions options) => writer.WriteNumberValue({{held}});
        }
        public class Other { public int V => {{n}}; }
        """;
}
