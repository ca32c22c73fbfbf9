using System.Xml;
using ApiAtlas.Map;
using ApiAtlas.Regions;
using ApiAtlas.Report;
using ApiAtlas.Documentation;
using ApiAtlas.Vectors;

namespace ApiAtlas;

/// <summary>
/// The order of the steps, and nothing else: all work is in the memoized methods that are called here as if they were any methods.
/// </summary>
internal sealed class Pipeline(AtlasOptions options, StepProgress progress)
{
    private const int FewestTypes = 10;

    public async Task<Atlas> RunAsync(string[] files)
    {
        var libraries = progress.Step($"read {files.Length} files", () => TokenizeAll(files));

        // From here on, values go from step to step: a file that changed without changing a term stops being news right here.
        var corpus = progress.Step("weigh terms", () => options.Weighting.Weigh(libraries));
        if (corpus.Types.Length < FewestTypes)
            throw new UserError(TooFew(corpus.Types.Length));

        var latent = progress.Step("find latent axes", () => LatentAxes.Find(corpus.Vectors, options.Dimensions, options.Seed));
        var graph = await progress.StepAsync("find neighbours", () => NeighbourSearch.FindAsync(latent, options.Neighbours));
        var clustering = progress.Step("cluster", () => SphericalKMeans.Cluster(latent, options.Clusters));
        var regions = progress.Step("name regions", () => RegionNaming.Describe(corpus, clustering));
        var places = progress.Step("lay out the map", () => MapLayout.LayOut(graph, latent, options.Layout));
        return new Atlas(corpus.Libraries, corpus.Types, regions, clustering.ClusterOf, graph, places);
    }

    public string Render(Atlas atlas) => progress.Step("render", () => HtmlPage.Render(atlas));

    private static string TooFew(int types) =>
        $"A map needs {FewestTypes} types with documentation enough to compare, and there are {types}. Give a folder that documents more.";

    /// <summary>Calls from several threads, results in the order of the files.</summary>
    private LibraryTerms[] TokenizeAll(string[] files)
    {
        var libraries = new LibraryTerms?[files.Length];
        Parallel.For(0, files.Length, i =>
        {
            try
            {
                libraries[i] = Tokenization.Tokenize(files[i], options.Text);
            }
            catch (Exception e) when (e is XmlException or IOException or UnauthorizedAccessException)
            {
                progress.Note($"skipped {files[i]}: {e.Message}");
            }
        });
        return libraries.OfType<LibraryTerms>().Where(library => library.Types.Length > 0).ToArray();
    }
}
