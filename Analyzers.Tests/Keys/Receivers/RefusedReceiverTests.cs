namespace Memo.Analyzers.Tests.Keys.Receivers;

/// <summary>A receiver is refused for what its method reads.</summary>
public sealed class RefusedReceiverTests
{
    [TestCase("private readonly HttpClient _http = new(); private readonly int _size = 3;", "[Memoize] public int M(int x) => x / _size;", "Task<string> Get() => _http.GetStringAsync(\"x\");")]
    [TestCase("public event EventHandler? Changed; private readonly int _size = 3;", "[Memoize] public int M(int x) => x / _size;", "void Raise() => Changed?.Invoke(this, EventArgs.Empty);")]
    [TestCase("private readonly int _size = 3;", "[Memoize] public int M(int x) => x / _size;", "~C() { }")]
    [TestCase("private Func<int>? _f; private readonly int _size = 3;", "[Memoize] public int M(int x) => x / _size;", "int Call() => _f!();")]
    public async Task What_is_not_read_stands_in_no_ones_way(string fields, string method, string other)
    {
        var findings = await Reported.InFiles(("C.cs", $$"""
            public sealed class C
            {
                {{fields}}
                {{method}}
                {{other}}
            }
            """));
        Assert.That(findings.IdsAndLines(), Is.Empty);
    }

    [TestCase("private readonly Stream _file = Stream.Null;", "[Memoize] public int M(int x) => _file.CanRead ? x : 0;")]
    [TestCase("private readonly Stream _file = Stream.Null;", "[Memoize] public int M(int x) => Other(x); private int Other(int x) => _file is null ? x : 0;")]
    [TestCase("private readonly Func<int>? _f;", "[Memoize] public int M(int x) => _f is null ? x : 0;")]
    [TestCase("private readonly Stream _file = Stream.Null; private readonly int _size = 3;", "[Memoize] public int M(int x) => x / _size + Helper(this); private static int Helper(C c) => 0;")]
    [TestCase("private readonly Stream _file = Stream.Null; private readonly int _size = 3;", "[Memoize] public int M(int x) { Log($\"{x}\"); return x / _size; } private void Log([System.Runtime.CompilerServices.InterpolatedStringHandlerArgument(\"\")] Handler text) { }")]
    [TestCase("private readonly Stream _file = Stream.Null; private readonly int _size = 3;", "[Memoize] public int M(int x) { System.Linq.Expressions.Expression<Func<int>> e = () => _size; return x; }")]
    [TestCase("private readonly Stream _file = Stream.Null; private int _size = 3;", "[Memoize] public int M(int x) { ref int size = ref (_size); return x / size; }")]
    [TestCase("private readonly Stream _file = Stream.Null; private int _size = 3;", "[Memoize] public int M(int x) { return x / Size(); ref int Size() => ref _size; }")]
    [TestCase("private readonly Stream _file = Stream.Null; private int _size = 3;", "[Memoize] public int M(int x) => x / Volatile.Read(ref _size);")]
    [TestCase("private readonly Stream _file = Stream.Null; private (int A, int B) _sizes;", "[Memoize] public int M(int x) => x / Volatile.Read(ref _sizes.A);")]
    [TestCase("private readonly Stream _file = Stream.Null; private int _size = 3;", "[Memoize] public int M(int x) => x / Size; private ref int Size => ref _size;")]
    public async Task What_is_read_does(string fields, string method)
    {
        var findings = await Reported.InFiles(("C.cs", $$"""
            public sealed class C
            {
                {{fields}}
                {{method}}
            }
            [System.Runtime.CompilerServices.InterpolatedStringHandler] public readonly struct Handler
            {
                public Handler(int length, int holes, C owner) { }
                public void AppendFormatted(int x) { }
            }
            """));
        Assert.That(findings.IdsAndLines(), Does.Contain("MEMO206 line 4"));
    }

    [Test]
    public void A_base_from_outside_is_fine_as_long_as_nothing_of_it_is_used() => Assert.That(ReadFieldTests.Calls("""
        Console.WriteLine(new C { Size = 2 }.M(6));
        Console.WriteLine(new C { Size = 2, Message = "other" }.M(6));
        Console.WriteLine(new C { Size = 3 }.M(6));
        public sealed class C : EventArgs
        {
            public int Size;
            public string Message = "";
            [Memoize] public int M(int x) => x / Size;
        }
        """), Is.EqualTo(["miss C.M(6)", "hit C.M(6)", "miss C.M(6)"]));

    [Test]
    public async Task A_base_from_outside_that_is_used_is_not()
    {
        var findings = await Reported.InFiles(("C.cs", """
            public sealed class C : List<int>
            {
                [Memoize] public int M(int x) => x / Count;
            }
            """));
        Assert.That(findings.IdsAndLines(), Does.Contain("MEMO206 line 3"));
    }
}
