namespace Impure.Text;

public static class Layout
{
    public static string Page(string title, double total) => Title(title) + Environment.NewLine + Format(total);

    public static string Title(string text) => $"== {text} == {Guid.NewGuid()}";

    private static string Format(double total) => (string)typeof(double).GetMethod("ToString", Type.EmptyTypes)!.Invoke(total, null)!;
}

public static class Calendar
{
    public static string Label(int days) => DateTime.Today.AddDays(-days).ToString("d") + Environment.MachineName;
}
