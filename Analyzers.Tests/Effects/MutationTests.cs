namespace Memo.Analyzers.Tests.Effects;

/// <summary>What is changed, and whether the method made it.</summary>
public sealed class MutationTests
{
    [Test]
    public Task Adding_to_a_list_parameter_is_reported() => Check.Members("""
        [Memoize] public static int F(List<int> xs) { {|MEMO106:xs.Add(1)|}; return xs.Count; }
        """);

    [Test]
    public Task Adding_to_a_list_that_the_method_made_is_fine() => Check.Members("""
        [Memoize] public static List<int> F(List<int> xs) { var copy = new List<int>(xs); copy.Add(1); copy.Sort(); return copy; }
        """);

    [Test]
    public Task A_copy_under_the_parameter_s_name_is_a_copy() => Check.Members("""
        [Memoize] public static List<int> F(List<int> xs) { xs = [.. xs]; xs.Add(1); return xs; }
        """);

    [Test]
    public Task An_alias_of_a_parameter_is_the_parameter() => Check.Members("""
        [Memoize] public static int F(List<int> xs) { var ys = xs; {|MEMO106:ys.Add(1)|}; return ys.Count; }
        """);

    [Test]
    public Task One_of_two_is_enough() => Check.Members("""
        [Memoize] public static int F(List<int> xs) { var ys = xs.Count > 1 ? xs : new List<int>(); {|MEMO106:ys.Add(1)|}; return ys.Count; }
        """);

    [Test]
    public async Task Writing_an_element_of_an_array_parameter_is_reported()
    {
        var findings = await Reported.InMembers("[Memoize] public static int F(int[] xs)\n{\n xs[0] = 1;\n return xs[0];\n}");
        Assert.That(findings.IdsAndLines(), Is.EqualTo(["MEMO106 line 5"]));
    }

    [Test]
    public Task Writing_an_element_of_an_array_that_the_method_made_is_fine() => Check.Members("""
        [Memoize]
        public static int[] F(int n, int[] xs)
        {
            var made = new int[n];
            for (var i = 0; i < n; i++) made[i] = i;
            var copy = (int[])xs.Clone();
            copy[0]++;
            var other = xs.ToArray();
            other[0]--;
            Array.Sort(other);
            return made;
        }
        """);

    [Test]
    public Task Sorting_an_array_parameter_is_reported() => Check.Members("""
        [Memoize] public static int F(int[] xs) { {|MEMO106:Array.Sort(xs)|}; return xs[0]; }
        """);

    [Test]
    public Task Filling_a_span_over_a_parameter_is_reported() => Check.Members("""
        [Memoize] public static int F(int[] xs) { {|MEMO106:xs.AsSpan().Fill(1)|}; return xs[0]; }
        """);

    [Test]
    public Task Filling_a_span_over_an_array_that_the_method_made_is_fine() => Check.Members("""
        [Memoize] public static int[] F(int n) { var xs = new int[n]; xs.AsSpan().Fill(1); xs.AsSpan(1)[0] = 2; return xs; }
        """);

    [Test]
    public Task What_a_helper_changes_is_known_at_the_call() => Check.Members("""
        private static void Append(List<int> xs) => xs.Add(1);
        [Memoize] public static int F(List<int> xs) { {|MEMO106:Append(xs)|}; return xs.Count; }
        [Memoize] public static int G(int x) { var xs = new List<int>(); Append(xs); return xs.Count + x; }
        """);

    [Test]
    public Task What_a_helper_returns_of_its_argument_is_an_alias() => Check.Members("""
        private static List<int> Same(List<int> xs) => xs;
        private static List<int> Copy(List<int> xs) => [.. xs];
        [Memoize] public static int F(List<int> xs) { {|MEMO106:Same(xs).Add(1)|}; return 1; }
        [Memoize] public static int G(List<int> xs) { Copy(xs).Add(1); return 1; }
        """);

    [Test]
    public Task An_object_inside_a_parameter_is_the_parameter_s() => Check.Code("""
        public sealed class Box { public List<int> Items = []; public int Count { get; set; } }
        public static class C
        {
            [Memoize] public static int F(Box box) { {|MEMO106:box.Items.Add(1)|}; return 1; }
            [Memoize] public static int G(List<Box> boxes) { foreach (var box in boxes) { {|MEMO106:box.Items.Clear()|}; } return 1; }
            [Memoize] public static int H(int x) { var box = new Box(); box.Items.Add(x); box.Count = 2; return box.Count; }
        }
        """);

    [Test]
    public async Task A_setter_on_a_parameter_is_reported()
    {
        var findings = await Reported.InFiles(("C.cs", """
            public sealed class Box { public int Count { get; set; } }
            public static class C
            {
                [Memoize] public static int F(Box box) { box.Count = 2; return 1; }
            }
            """));
        Assert.That(findings.IdsAndLines(), Is.EqualTo(["MEMO106 line 4"]));
    }

    [Test]
    public Task A_parameter_put_into_a_made_object_is_still_the_parameter() => Check.Members("""
        [Memoize] public static int F(List<int> xs) { var all = new List<List<int>> { xs }; {|MEMO106:all[0].Add(1)|}; return 1; }
        [Memoize] public static int G(List<int> xs) { var all = new List<List<int>> { new(xs) }; all[0].Add(1); return 1; }
        """);

    [Test]
    public async Task Changing_the_receiver_is_reported()
    {
        var findings = await Reported.InFiles(("C.cs", """
            public sealed class Counter
            {
                private int _count;
                private readonly List<int> _seen = [];
                [Memoize] public int Next(int x) { _count = x; return x; }
                [Memoize] public int See(int x) { _seen.Add(x); return x; }
                [Memoize] public int Read(int x) => _count + _seen.Count + x;
            }
            """));
        Assert.That(findings.IdsAndLines(), Is.EqualTo(["MEMO106 line 5", "MEMO106 line 6"]));
    }

    [Test]
    public Task A_constructor_writes_a_new_object() => Check.Code("""
        public sealed class Stack2
        {
            private readonly List<int> _items;
            public Stack2(int first) { _items = new List<int>(); _items.Add(first); Count = 1; }
            public int Count { get; private set; }
            public void Push(int x) { _items.Add(x); Count++; }
        }
        public static class C
        {
            [Memoize] public static int F(int x) { var stack = new Stack2(x); stack.Push(2); return stack.Count; }
        }
        """);

    [Test]
    public Task Assigning_a_parameter_itself_is_fine() => Check.Members("""
        [Memoize] public static int F(int x, string s) { x++; s = s + x; return s.Length; }
        """);

    [Test]
    public Task A_captured_local_may_be_changed() => Check.Members("""
        [Memoize]
        public static int F(int[] xs)
        {
            var sum = 0;
            void Add(int x) => sum += x;
            foreach (var x in xs) Add(x);
            Array.ForEach(xs, x => sum += x);
            return sum;
        }
        """);

    [Test]
    public Task A_lambda_that_changes_a_parameter_is_reported() => Check.Members("""
        [Memoize] public static int F(List<int> xs) { Action add = () => {|MEMO106:xs.Add(1)|}; add(); return xs.Count; }
        """);

    [Test]
    public Task A_ref_to_a_local_is_the_local() => Check.Members("""
        private static void Bump(ref int x) => x++;
        private static bool TryHalf(int x, out int half) { half = x / 2; return x % 2 == 0; }
        [Memoize] public static int F(int x) { var y = x; Bump(ref y); ref var z = ref y; z++; return TryHalf(y, out var half) ? half : y; }
        """);

    [Test]
    public Task A_builder_and_a_dictionary_made_here_may_be_changed() => Check.Members("""
        [Memoize]
        public static string F(string[] words)
        {
            var counts = new Dictionary<string, List<int>>();
            for (var i = 0; i < words.Length; i++)
            {
                if (!counts.TryGetValue(words[i], out var list)) counts[words[i]] = list = [];
                list.Add(i);
            }
            var text = new StringBuilder();
            foreach (var (word, list) in counts) text.Append(word).Append(':').Append(list.Count);
            return text.ToString();
        }
        """);

    [Test]
    public Task Writing_an_argument_to_a_stream_leaves_the_argument_as_it_is() => Check.Members("""
        [Memoize] public static byte[] F(byte[] bytes)
        {
            using var memory = new MemoryStream();
            using (var zip = new System.IO.Compression.GZipStream(memory, System.IO.Compression.CompressionMode.Compress))
            {
                zip.Write(bytes);
                zip.Write(bytes, 0, 1);
            }
            return memory.ToArray();
        }
        """);

    [Test]
    public async Task A_channel_keeps_the_object_that_is_written_to_it()
    {
        var findings = await Reported.InMembers("""
            [Memoize] public static int F(List<int> xs)
            {
                var channel = System.Threading.Channels.Channel.CreateUnbounded<List<int>>();
                channel.Writer.TryWrite(xs);
                channel.Reader.TryRead(out var read);
                read!.Add(1);
                return read.Count;
            }
            [Memoize] public static int G(List<int> xs)
            {
                var queue = new Queue<List<int>>();
                queue.Enqueue(xs);
                queue.Dequeue().Add(1);
                return 1;
            }
            """);
        Assert.Multiple(() =>
        {
            Assert.That(findings.Where(f => f.Message().StartsWith("'F'", StringComparison.Ordinal)), Is.Not.Empty);
            Assert.That(findings.Where(f => f.Message().StartsWith("'G'", StringComparison.Ordinal)).Select(f => f.Id), Does.Contain("MEMO106"));
        });
    }
}
