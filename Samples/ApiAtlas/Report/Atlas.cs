using ApiAtlas.Map;
using ApiAtlas.Regions;
using ApiAtlas.Vectors;

namespace ApiAtlas.Report;

/// <summary>All that the reports show. Index i is the same type in <paramref name="Types"/>, <paramref name="RegionOf"/>, <paramref name="Links"/> and <paramref name="Places"/>.</summary>
internal sealed record Atlas(string[] Libraries, DocumentedType[] Types, Region[] Regions, int[] RegionOf, NeighbourGraph Links, Places Places);
