using System.Collections.Immutable;

namespace ApiAtlas.Documentation;

/// <summary>M. F. Porter, <i>An algorithm for suffix stripping</i>, Program 14 (1980), steps 1a to 5b.</summary>
internal sealed class PorterStemmer : IStemmer
{
    // Longer suffixes stand before those that they end with: the first that matches decides, whether it may be replaced or not.
    private static readonly ImmutableArray<(string Suffix, string Replacement)> Step2 = ImmutableArray.Create(
        ("ational", "ate"), ("tional", "tion"), ("enci", "ence"), ("anci", "ance"), ("izer", "ize"), ("abli", "able"), ("alli", "al"),
        ("entli", "ent"), ("eli", "e"), ("ousli", "ous"), ("ization", "ize"), ("ation", "ate"), ("ator", "ate"), ("alism", "al"),
        ("iveness", "ive"), ("fulness", "ful"), ("ousness", "ous"), ("aliti", "al"), ("iviti", "ive"), ("biliti", "ble"));

    private static readonly ImmutableArray<(string Suffix, string Replacement)> Step3 = ImmutableArray.Create(
        ("icate", "ic"), ("ative", ""), ("alize", "al"), ("iciti", "ic"), ("ical", "ic"), ("ful", ""), ("ness", ""));

    private static readonly ImmutableArray<string> Step4 = ImmutableArray.Create(
        "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ion", "ou", "ism", "ate", "iti", "ous", "ive", "ize");

    public string Stem(string word)
    {
        if (word.Length <= 2)
            return word;
        word = StripPlural(word);
        word = StripPastAndProgressive(word);
        if (word.EndsWith('y') && HasVowel(word, word.Length - 1))
            word = word[..^1] + "i";
        word = ReplaceFirst(word, Step2);
        word = ReplaceFirst(word, Step3);
        word = StripLast(word);
        return Tidy(word);
    }

    private static string StripPlural(string word)
    {
        if (Ends(word, "sses") || Ends(word, "ies"))
            return word[..^2];
        return Ends(word, "s") && !Ends(word, "ss") ? word[..^1] : word;
    }

    private static string StripPastAndProgressive(string word)
    {
        if (Ends(word, "eed"))
            return Measure(word, word.Length - 3) > 0 ? word[..^1] : word;

        var cut = Ends(word, "ed") ? 2 : Ends(word, "ing") ? 3 : 0;
        if (cut == 0 || !HasVowel(word, word.Length - cut))
            return word;

        word = word[..^cut];
        if (Ends(word, "at") || Ends(word, "bl") || Ends(word, "iz"))
            return word + "e";
        if (EndsWithDouble(word) && word[^1] is not ('l' or 's' or 'z'))
            return word[..^1];
        return Measure(word, word.Length) == 1 && EndsWithShortSyllable(word, word.Length) ? word + "e" : word;
    }

    private static string ReplaceFirst(string word, ImmutableArray<(string Suffix, string Replacement)> rules)
    {
        foreach (var (suffix, replacement) in rules)
        {
            if (Ends(word, suffix))
                return Measure(word, word.Length - suffix.Length) > 0 ? word[..^suffix.Length] + replacement : word;
        }
        return word;
    }

    private static string StripLast(string word)
    {
        foreach (var suffix in Step4)
        {
            if (!Ends(word, suffix))
                continue;
            var stem = word.Length - suffix.Length;
            var allowed = suffix != "ion" || (stem > 0 && word[stem - 1] is 's' or 't');
            return allowed && Measure(word, stem) > 1 ? word[..stem] : word;
        }
        return word;
    }

    private static string Tidy(string word)
    {
        if (Ends(word, "e"))
        {
            var measure = Measure(word, word.Length - 1);
            if (measure > 1 || (measure == 1 && !EndsWithShortSyllable(word, word.Length - 1)))
                word = word[..^1];
        }
        return Ends(word, "ll") && Measure(word, word.Length) > 1 ? word[..^1] : word;
    }

    private static bool Ends(string word, string suffix) => word.Length > suffix.Length && word.EndsWith(suffix, StringComparison.Ordinal);

    private static bool EndsWithDouble(string word) => word.Length > 1 && word[^1] == word[^2] && IsConsonant(word, word.Length - 1);

    /// <summary>Porter's *o: consonant, vowel, consonant, and the last is not w, x or y.</summary>
    private static bool EndsWithShortSyllable(string word, int length) =>
        length > 2 && IsConsonant(word, length - 1) && !IsConsonant(word, length - 2) && IsConsonant(word, length - 3)
        && word[length - 1] is not ('w' or 'x' or 'y');

    private static bool HasVowel(string word, int length)
    {
        for (var i = 0; i < length; i++)
        {
            if (!IsConsonant(word, i))
                return true;
        }
        return false;
    }

    /// <summary>Porter's m: how often a vowel is followed by a consonant in the first <paramref name="length"/> letters.</summary>
    private static int Measure(string word, int length)
    {
        var measure = 0;
        for (var i = 1; i < length; i++)
        {
            if (IsConsonant(word, i) && !IsConsonant(word, i - 1))
                measure++;
        }
        return measure;
    }

    private static bool IsConsonant(string word, int at) => word[at] switch
    {
        'a' or 'e' or 'i' or 'o' or 'u' => false,
        'y' => at == 0 || !IsConsonant(word, at - 1),
        _ => true,
    };
}
