namespace Memo.Analyzers.Tests.Generation;

public sealed class InstanceMethodTests
{
    [Test]
    public void Methods_of_classes_and_records_are_keyed_by_their_state() => MemoizedProgram.RemembersAll(6, """
        var scale = new Scale(2);
        Console.WriteLine(scale.Of(10));
        Console.WriteLine(new Scale(3).Of(10));
        Scale? maybe = new Scale(4);
        Console.WriteLine(maybe?.Of(10));
        Console.WriteLine(new Point(1, 2).Sum(3));
        Console.WriteLine(new Point(1, 2) { X = 5 }.Sum(3));
        Console.WriteLine(new Size(6, 7).Area());
        public sealed class Scale(int factor)
        {
            [Memoize] public int Of(int x) => x * factor;
        }
        public sealed record Point(int X, int Y)
        {
            [Memoize] public int Sum(int z) => X + Y + z;
        }
        public readonly record struct Size(int Width, int Height)
        {
            [Memoize] public int Area() => Width * Height;
        }
        """);

    [Test]
    public void Two_receivers_of_equal_state_share_a_result_and_others_do_not()
    {
        using var program = new MemoizedProgram("""
            Console.WriteLine(new Scale(2).Of(10));
            Console.WriteLine(new Scale(2).Of(10));
            Console.WriteLine(new Scale(3).Of(10));
            public sealed class Scale(int factor)
            {
                [Memoize] public int Of(int x) => x * factor;
            }
            """);
        var run = program.Start();
        Assert.That(run.Output, Is.EqualTo("20\n20\n30\n"));
        Assert.That(run.Calls, Is.EqualTo(["miss Scale.Of(10)", "hit Scale.Of(10)", "miss Scale.Of(10)"]));
    }

    [Test]
    public void A_call_on_null_throws_as_without_memo()
    {
        using var program = new MemoizedProgram("""
            Scale? none = null;
            Console.WriteLine(none?.Of(1) is null);
            try { none!.Of(1); } catch (NullReferenceException) { Console.WriteLine("null"); }
            public sealed class Scale(int factor)
            {
                [Memoize] public int Of(int x) => x * factor;
            }
            """);
        Assert.That(program.Start("off").Output, Is.EqualTo("True\nnull\n"));
        Assert.That(program.Start().Output, Is.EqualTo("True\nnull\n"));
    }

    [Test]
    public void Calls_through_this_and_private_methods_of_a_class_are_remembered() => MemoizedProgram.RemembersAll(2, """
        Console.WriteLine(new Model(3, "m").Run());
        public sealed class Model(int seed, string name)
        {
            private readonly int[] _weights = [1, 2, 3];
            public string Run() => Inner(1) + this.Inner(2);
            [Memoize] private string Inner(int x) => name + (_weights[x] * seed).ToString(CultureInfo.InvariantCulture);
        }
        """);
}
