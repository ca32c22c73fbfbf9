namespace ApiAtlas.Vectors;

/// <summary>All documents of all libraries in one vector space.</summary>
/// <param name="Libraries">The libraries' names.</param>
/// <param name="Types">The documents; row i of the vectors is type i.</param>
/// <param name="Words">A readable word for each column of the vectors.</param>
/// <param name="Vectors">The weights.</param>
internal sealed record WeighedCorpus(string[] Libraries, DocumentedType[] Types, string[] Words, TermVectors Vectors);

/// <summary>What is still known of a type once its text has become a vector.</summary>
internal sealed record DocumentedType(string Namespace, string Name, int Members, int Library)
{
    public string FullName => Namespace.Length == 0 ? Name : Namespace + "." + Name;
}
