namespace Own;

internal static class Made
{
    /// <summary>A collection with a past: its items lie elsewhere than in a new one that has the same.</summary>
    public static T AfterRemovals<T>(T collection, Action<T> change)
    {
        change(collection);
        return collection;
    }

    public static T With<T>(T value, Action<T> change) => AfterRemovals(value, change);

    public static TResult From<T, TResult>(T value, Func<T, TResult> function) => function(value);

    public static T[] Twice<T>(T value) => [value, value];

    public static Pair TwoOfOne() => Pair.Shared();

    public static Loop Itself()
    {
        var loop = new Loop();
        loop.Self = loop;
        loop.Items.Add(loop);
        return loop;
    }

    public static List<object> ListInItself()
    {
        var list = new List<object>();
        list.Add(list);
        return list;
    }

    public static int[][] TwiceOne()
    {
        int[] row = [1, 2];
        return [row, row];
    }

    public static Twice OnePersonTwice()
    {
        var person = new Person("a", 1);
        return new(person, person);
    }

    public static Constant[] OneConstantTwice()
    {
        var constant = new Constant(1);
        return [constant, constant];
    }

    public static (List<int>, IReadOnlyList<int>) ListAndView()
    {
        List<int> list = [1];
        return (list, list.AsReadOnly());
    }

    public static List<List<int>> OneListInTwoPlaces()
    {
        List<int> inner = [1];
        return [inner, [2], inner];
    }

    public static Tree FarShared()
    {
        var shared = new Tree { Value = 7 };
        return new() { Children = { new() { Children = { shared } }, new() { Children = { shared } } } };
    }

    public static Tree NotShared()
    {
        var (one, other) = (new Tree { Value = 7 }, new Tree { Value = 7 });
        return new() { Children = { new() { Children = { one } }, new() { Children = { other } } } };
    }

    public static Windows TwoWindows(int second)
    {
        int[] cells = [1, 1, 1];
        return new(cells.AsMemory(0, 2), cells.AsMemory(second, 2));
    }

    public static (Constant, Dictionary<Constant, int>) KeyAndTable()
    {
        var key = new Constant(1);
        return (key, new() { [key] = 2 });
    }

    /// <summary>Labels that were sorted, or hashed, under another text than they have now.</summary>
    public static T Relabeled<T>(T labels) where T : ICollection<Label>
    {
        labels.Add(new() { Text = "a" });
        labels.Add(new() { Text = "bb" });
        foreach (var label in labels) label.Text = label.Text == "a" ? "zzz" : label.Text;
        return labels;
    }

    public static object Nested(int depth)
    {
        List<object> list = [1];
        for (var i = 0; i < depth; i++) list = [list];
        return list;
    }

    public static int[][] SameEmptyTwice() => [[], []];

    public static Four FourNumbers()
    {
        var four = new Four();
        for (var i = 0; i < 4; i++) four[i] = i + 1;
        return four;
    }

    public static unsafe Buffered Buffer()
    {
        var buffered = new Buffered();
        for (var i = 0; i < 4; i++) buffered.Cells[i] = i + 1;
        return buffered;
    }
}
