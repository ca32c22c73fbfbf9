using System.Collections.Frozen;

namespace ApiAtlas.Documentation;

/// <summary>Words that are everywhere in English, or everywhere in API documentation.</summary>
internal static class StopWords
{
    private static readonly FrozenSet<string> English = Set("""
        about above after again against all also although always and another any anything are aren around because been before
        being below best between both but can cannot could did didn does doesn doing don done down during each either else even
        every everything few first for four from further get gets had has have having her here him his how however indeed instead
        into isn its itself just last least less let like made make makes many may maybe might more most much must need needed
        needs neither never next nor not nothing now off often once one only onto other others otherwise our out over own per
        perform performs please put rather same second see seen several shall should shouldn since some something such sure take
        taken takes than that the their them then there therefore these they thing this those though three through thus too two
        under unless until upon use used useful user uses using usually various very via want was way ways well were what
        whatever when where whether which while who whole whose why will with within without won would yes yet you your zero
        """);

    private static readonly FrozenSet<string> Documentation = Set("""
        abstract api apis argument arguments associated base based behavior boolean bool byte call called caller calling calls
        case certain char class classes code constant constructor contain contained containing contains corresponding create
        created creates creating current default define defined defines derived describe described describes determine
        determined determines double enum equal equals example exception exceptions exist exists explicit false field fields
        flag following function functions general given gets hash identical implement implementation implementations
        implemented implementing implements include included includes including indicate indicated indicates indicating
        information inherited initialize initialized initializes inheritdoc instance instances int integer interface interfaces
        internal invalid keyword kind member members method methods name named names namespace new null nullable number object
        objects obtain obtains occur occurs operation optional original parameter parameters particular possible present
        propert properties property provide provided provides public reference references remarks represent represented
        representing represents required result results return returned returning returns sealed set sets setting single
        specific specified specifies specify specifying static string strings struct structure support supported supports
        system thrown throws true type types typeparam valid value values void
        """);

    public static bool Contains(string word) => English.Contains(word) || Documentation.Contains(word);

    private static FrozenSet<string> Set(string words) => words.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();
}
