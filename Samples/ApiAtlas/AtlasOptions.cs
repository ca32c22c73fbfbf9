using ApiAtlas.Map;
using ApiAtlas.Regions;
using ApiAtlas.Documentation;
using ApiAtlas.Vectors;

namespace ApiAtlas;

/// <summary>
/// All that can be tuned. Each step gets its own part only, so that a change of one part reruns the steps that look at it
/// and those that look at their results.
/// </summary>
internal sealed record AtlasOptions(
    TextOptions Text,
    TermWeighting Weighting,
    int Neighbours,
    int Dimensions,
    ClusterOptions Clusters,
    LayoutOptions Layout,
    int Seed)
{
    public static AtlasOptions Default(int clusters) => new(
        new TextOptions(Stemming.Porter, MinimumWords: 25),
        new TermWeighting(RarestIn: 4, CommonestShare: 0.3, TermsOfType: 48),
        Neighbours: 12,
        Dimensions: 48,
        new ClusterOptions(clusters, Restarts: 12, MaximumRounds: 60, Seed: 2),
        new LayoutOptions(Rounds: 500, Repulsions: 5, Seed: 3),
        Seed: 1);
}
