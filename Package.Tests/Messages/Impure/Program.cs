using Impure;

Console.WriteLine(Report.Build("data", 3));
Console.WriteLine(Report.Header(7));
foreach (var line in Report.Lines(2)) Console.WriteLine(line);
Func<int, string> header = Report.Header;
Console.WriteLine(header(8));
