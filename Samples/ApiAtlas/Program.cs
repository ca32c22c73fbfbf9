using System.Text;
using ApiAtlas;
using ApiAtlas.Report;

// Everything that is the same for the same input goes to standard output and into the page; progress and times go to standard error.
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
try
{
    var command = CommandLine.Parse(args);
    if (command.ShowHelp)
    {
        Console.WriteLine(CommandLine.Usage);
        return 0;
    }

    var progress = new StepProgress();
    var pipeline = new Pipeline(AtlasOptions.Default(command.Clusters), progress);
    var atlas = await pipeline.RunAsync(InputFiles.Find(command.Folder));
    Write(command.Output, pipeline.Render(atlas));
    RegionTable.Print(atlas, Console.Out);
    progress.Finish($"in all; the map is in {command.Output}");
    return 0;
}
catch (UserError e)
{
    Console.Error.WriteLine($"ApiAtlas: {e.Message}");
    return 1;
}

static void Write(string path, string page)
{
    try
    {
        File.WriteAllText(path, page);
    }
    catch (Exception e) when (e is IOException or UnauthorizedAccessException)
    {
        throw new UserError($"'{path}' cannot be written: {e.Message} Choose another file with --output.");
    }
}
