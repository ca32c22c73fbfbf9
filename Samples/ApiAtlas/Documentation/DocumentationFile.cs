using System.Text;
using System.Xml.Linq;
using Memo;

namespace ApiAtlas.Documentation;

/// <summary>The XML file that a compiler writes beside an assembly: one <c>member</c> element for each documented member.</summary>
internal static class DocumentationFile
{
    /// <summary>
    /// Reads one documentation file and gathers its members by type. A file of another kind of XML holds no types.
    /// </summary>
    /// <exception cref="System.Xml.XmlException">The file is not well-formed.</exception>
    /// <remarks>The only step that touches the disk, hence the only one that has a dependency to declare. Steps that call it inherit it.</remarks>
    [Memoize]
    [DependsOnFile("{path}")]
    public static LibraryText Load(string path)
    {
        // White space stands between words here, so it must not be dropped between two elements.
        var root = XDocument.Parse(File.ReadAllText(path), LoadOptions.PreserveWhitespace).Root;
        if (root is null || root.Name.LocalName != "doc")
            return new LibraryText("", []);

        var library = root.Element("assembly")?.Element("name")?.Value.Trim() ?? "";
        var members = root.Element("members")?.Elements("member").ToArray() ?? [];
        var ids = members.Select(member => MemberId.Parse(member.Attribute("name")?.Value ?? "")).ToArray();
        var typeNames = ids.Where(id => id.Kind == MemberKind.Type).Select(id => id.Type).ToHashSet();

        var gathered = new Dictionary<string, GatheredType>();
        for (var i = 0; i < members.Length; i++)
        {
            if (ids[i].Kind == MemberKind.None)
                continue;
            if (!gathered.TryGetValue(ids[i].Type, out var type))
                gathered.Add(ids[i].Type, type = new GatheredType(TypeName.Of(ids[i].Type, typeNames)));
            type.Add(members[i]);
        }

        return new LibraryText(library, gathered.Values.Select(type => type.ToTypeText()).ToArray());
    }

    /// <summary>A type while its members are still being met.</summary>
    private sealed class GatheredType(TypeName name)
    {
        private readonly StringBuilder text = new();
        private int members;

        public void Add(XElement member)
        {
            members++;
            Append(member);
            text.Append('\n');
        }

        public TypeText ToTypeText() => new(name.Namespace, name.Name, members, text.ToString());

        private void Append(XElement element)
        {
            foreach (var node in element.Nodes())
            {
                if (node is XText words)
                    text.Append(words.Value);
                else if (node is XElement child)
                    AppendChild(child);
            }
        }

        private void AppendChild(XElement child)
        {
            switch (child.Name.LocalName)
            {
                // Neither code nor the same argument checks on every member say what a type is about.
                case "code" or "exception":
                    break;
                case "see" or "seealso" when child.IsEmpty:
                    text.Append(' ').Append(Mention(child)).Append(' ');
                    break;
                case "paramref" or "typeparamref":
                    text.Append(' ').Append(child.Attribute("name")?.Value).Append(' ');
                    break;
                default:
                    Append(child);
                    text.Append('\n');
                    break;
            }
        }

        /// <summary>How a reference reads in a sentence: the last name of what it points to.</summary>
        private static string Mention(XElement reference)
        {
            if (reference.Attribute("langword") is { } word)
                return word.Value;
            return reference.Attribute("cref") is { } target ? MemberId.Parse(target.Value).LastName : "";
        }
    }
}
