using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Memo.Keys;

namespace Memo.Dependencies;

/// <summary>
/// What a call asks a directory for: names, and nothing of what is in the files. The answer is in an order of its own, because file systems list in any;
/// what is recorded is the answer that the call was given, and the same is asked again.
/// </summary>
/// <param name="Kind">Whether files, directories or both are asked for: one of the kinds of <see cref="Dependency"/>.</param>
/// <param name="Path">The directory, as the program names it.</param>
/// <param name="Pattern">Which names count.</param>
/// <param name="Options">How it is searched.</param>
internal sealed record DirectoryNames(string Kind, string Path, string Pattern, EnumerationOptions Options)
{
    private const string Recursive = "recursive";
    private const string Simple = "simple";
    private const string Accessible = "accessible";
    private const string Special = "special";
    private const string Skip = "skip";
    private const string Case = "case";
    private const string Depth = "depth";

    /// <summary>The options that a <see cref="SearchOption"/> stands for.</summary>
    public static EnumerationOptions OptionsOf(SearchOption option) => option is SearchOption.TopDirectoryOnly or SearchOption.AllDirectories
        ? new()
        {
            MatchType = MatchType.Win32,
            AttributesToSkip = 0,
            IgnoreInaccessible = false,
            RecurseSubdirectories = option == SearchOption.AllDirectories,
        }
        : throw new ArgumentOutOfRangeException(nameof(option), option, "It is none of the options.");

    /// <summary>
    /// What is asked for, in one text: <c>dir/*.csv</c>, after <c>[recursive] </c> and other words if the search is not the plain one.
    /// </summary>
    public string Name
    {
        get
        {
            var words = new List<string>();
            if (Options.RecurseSubdirectories) words.Add(Recursive);
            if (Options.MatchType == MatchType.Simple) words.Add(Simple);
            if (Options.IgnoreInaccessible) words.Add(Accessible);
            if (Options.ReturnSpecialDirectories) words.Add(Special);
            if (Options.AttributesToSkip != 0) words.Add(Number(Skip, (int)Options.AttributesToSkip));
            if (Options.MatchCasing != MatchCasing.PlatformDefault) words.Add(Number(Case, (int)Options.MatchCasing));
            if (Options.MaxRecursionDepth != int.MaxValue) words.Add(Number(Depth, Options.MaxRecursionDepth));
            var place = Place.Name;
            return words.Count == 0 && !place.StartsWith('[') ? place : $"[{string.Join(' ', words)}] {place}";
        }
    }

    // The framework takes folders that are written before the pattern for a part of the path.
    private DirectorySelection Place => System.IO.Path.GetDirectoryName(Pattern.AsSpan()) is { IsEmpty: false } folder
        ? new(System.IO.Path.Join(Path, folder), Pattern[(folder.Length + 1)..], Options.RecurseSubdirectories)
        : new(Path, Pattern, Options.RecurseSubdirectories);

    /// <summary>Understands <see cref="Name"/>.</summary>
    public static bool TryParse(string kind, string name, [NotNullWhen(true)] out DirectoryNames? names)
    {
        names = null;
        var options = OptionsOf(SearchOption.TopDirectoryOnly);
        var place = name;
        if (name.StartsWith('['))
        {
            var end = name.IndexOf("] ", StringComparison.Ordinal);
            if (end < 0) return false;
            foreach (var word in name[1..end].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (!Set(options, word)) return false;
            }
            place = name[(end + 2)..];
        }
        if (!DirectorySelection.TryParse(kind, place, out var selection)) return false;
        names = new(kind, selection.Value.Path, selection.Value.Pattern, options);
        return true;
    }

    /// <summary>Asks the file system.</summary>
    /// <param name="surroundings">Where the store lies.</param>
    /// <param name="found">The paths, in ordinal order; null if there is no directory.</param>
    public DependencyState Read(Surroundings surroundings, out string[]? found)
    {
        found = null;
        try
        {
            found = List();
            return StateOf(found, surroundings);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return Failure(exception);
        }
    }

    /// <summary>The paths, in ordinal order; throws what the framework throws.</summary>
    public string[] List()
    {
        var found = Kind switch
        {
            Dependency.FileNamesKind => Directory.GetFiles(Path, Pattern, Options),
            Dependency.DirectoryNamesKind => Directory.GetDirectories(Path, Pattern, Options),
            _ => Directory.GetFileSystemEntries(Path, Pattern, Options),
        };
        Array.Sort(found, StringComparer.Ordinal);
        return found;
    }

    /// <summary>The state of the directory, of which an answer tells.</summary>
    public DependencyState StateOf(string[] found, Surroundings surroundings)
    {
        if (surroundings.HasStoreIn(Place)) return DependencyState.Refused(Surroundings.HoldsStore);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var path in found)
        {
            var length = path.Length;
            hash.AppendData(MemoryMarshal.AsBytes(new ReadOnlySpan<int>(in length)));
            hash.AppendData(MemoryMarshal.AsBytes(path.AsSpan()));
        }
        Span<byte> result = stackalloc byte[Hash256.Size];
        hash.GetHashAndReset(result);
        return DependencyState.Content(Hash256.FromBytes(result), found.Length);
    }

    /// <summary>The state of a directory that cannot be listed: that it is not there is one.</summary>
    public static DependencyState Failure(Exception exception) => exception switch
    {
        DirectoryNotFoundException => DependencyState.Absent,
        UnauthorizedAccessException => DependencyState.Refused("may not be listed"),
        _ => DependencyState.Refused($"cannot be listed ({exception.GetType().Name})"),
    };

    private static bool Set(EnumerationOptions options, string word)
    {
        switch (word)
        {
            case Recursive:
                return options.RecurseSubdirectories = true;
            case Simple:
                options.MatchType = MatchType.Simple;
                return true;
            case Accessible:
                return options.IgnoreInaccessible = true;
            case Special:
                return options.ReturnSpecialDirectories = true;
        }
        var equals = word.IndexOf('=', StringComparison.Ordinal);
        if (equals < 0 || !int.TryParse(word.AsSpan(equals + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return false;
        switch (word[..equals])
        {
            case Skip:
                options.AttributesToSkip = (FileAttributes)number;
                return true;
            case Case when Enum.IsDefined((MatchCasing)number):
                options.MatchCasing = (MatchCasing)number;
                return true;
            case Depth:
                options.MaxRecursionDepth = number;
                return true;
            default:
                return false;
        }
    }

    private static string Number(string word, int value) => string.Create(CultureInfo.InvariantCulture, $"{word}={value}");
}
