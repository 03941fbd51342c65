using System.Globalization;
using Connector.Pinterest;
using Connector.Simulator.Server;
using Connector.Simulator.State;

namespace Connector.Simulator.Api;

/// <summary>What people search: words made of those that are asked for, and numbers that are the same for every call.</summary>
internal sealed class TrendHandlers(TimeProvider clock)
{
    private const int Weeks = 52;

    private static readonly string[] Endings = ["ideas", "aesthetic", "diy", "on a budget", "for small spaces", "inspiration"];

    private static readonly string[] Seasons = ["spring", "summer", "autumn", "winter", "holiday", "weekend", "modern", "vintage"];

    private static readonly string[] Categories =
        ["ACCENT_TABLES", "AREA_RUGS", "BATH_TOWELS_AND_WASHCLOTHS", "CANDLES", "CURTAINS_AND_DRAPES", "DRESSES", "EYE_MAKEUP", "EARRINGS"];

    public static SimulatorResponse Related(SimulatedCall call)
    {
        var terms = call.List("terms");
        if (terms.Count == 0) throw Refusal.Invalid("'terms' is a required property");
        var lists = terms.ConvertAll(term => new { Term = term, RelatedTerms = IsKnown(term) ? With(term, Endings) : [] });
        return new SimulatorResponse(200, new
        {
            Id = terms[0],
            RelatedTermCount = lists.Sum(list => list.RelatedTerms.Length),
            RelatedTermsList = lists,
        });
    }

    public static SimulatorResponse Suggested(SimulatedCall call)
    {
        var term = call.Query("term") is { Length: > 0 } given ? given : throw Refusal.Invalid("'term' is a required property");
        var limit = call.Number("limit", otherwise: 4, from: 1, to: 10);
        return new SimulatorResponse(200, IsKnown(term) ? With(term, Endings).Take(limit).ToArray() : []);
    }

    public SimulatorResponse Keywords(SimulatedCall call)
    {
        if (!TrendValues.Regions.Contains(call.Route("region")) || !TrendValues.Types.Contains(call.Route("trend_type"))) throw Wrong();
        var interests = call.List("interests", TrendValues.Interests);
        call.List("genders", TrendValues.Genders);
        call.List("ages", TrendValues.Ages);
        var words = call.List("include_keywords");
        var limit = call.Number("limit", otherwise: 50, from: 1, to: 50);
        var subjects = (interests.Count > 0 ? interests : TrendValues.Interests).Select(Words);
        var keywords = subjects.SelectMany(subject => Seasons, (subject, season) => $"{season} {subject}")
            .Where(keyword => words.Count == 0 || words.Exists(word => keyword.Contains(word, StringComparison.OrdinalIgnoreCase)))
            .OrderBy(keyword => Seeded.Share($"{call.Route("region")}/{call.Route("trend_type")}/{keyword}"))
            .Take(limit);
        return new SimulatorResponse(200, new { Trends = keywords.Select(Trend) });

        static Refusal Wrong() => new(400, 1, "Invalid trending keywords request parameters");
    }

    public SimulatorResponse Topics(SimulatedCall call)
    {
        call.OneOf("region", "", [.. TrendValues.TopicRegions]);
        var interest = call.OneOf("interest", "ALL", [.. TrendValues.TopicInterests]);
        var interests = interest == "ALL" ? TrendValues.TopicInterests.Skip(1).Take(3) : [interest];
        return new SimulatorResponse(200, interests.Select(name => new
        {
            Interest = name,
            Market = call.Query("region"),
            Trends = Seasons.Take(5).Select(season => Topic(name, $"{season} {Words(name)}")),
        }));
    }

    public static SimulatorResponse ProductCategories(SimulatedCall call)
    {
        call.OneOf("region", "", [.. TrendValues.TopicRegions]);
        var verticals = call.List("verticals", TrendValues.Verticals);
        call.List("ages", TrendValues.Ages);
        call.List("genders", TrendValues.ShopperGenders);
        var engagement = call.OneOf("engagement_type", "ENGAGEMENT", [.. TrendValues.EngagementTypes]);
        var rows = Categories.Index().Select(category => new
        {
            EngagementType = engagement,
            ProductCategory = category.Item,
            PctChangeMom = Growth(category.Item, 90),
            PercentRelativeVolume = (int)(Seeded.Share($"{category.Item}/volume") * 100),
            Verticals = new[] { category.Index < 5 ? "HOME_DECOR" : category.Index == 6 ? "BEAUTY" : "FASHION" },
        });
        return new SimulatorResponse(200, rows.Where(row => verticals.Count == 0 || verticals.Contains(row.Verticals[0])));
    }

    private object Trend(string keyword) => new
    {
        Keyword = keyword,
        PctGrowthWow = Growth($"{keyword}/week", 60),
        PctGrowthMom = Growth($"{keyword}/month", 200),
        PctGrowthYoy = Growth($"{keyword}/year", 400),
        TimeSeries = Series(keyword, Weeks),
    };

    private object Topic(string interest, string title) => new
    {
        Title = title,
        Description = $"People look for {title}.",
        PercentGrowthMom = Growth(title, 120),
        RelatedInterests = new[] { interest },
        RelatedSearches = With(title, Endings[..3]),
        TimeSeries = Series(title, 8),
        Pins = Array.Empty<object>(),
    };

    private Dictionary<string, int> Series(string seed, int weeks)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var last = today.AddDays(-(int)today.DayOfWeek);
        return Enumerable.Range(0, weeks).Select(back => last.AddDays(-7 * (weeks - 1 - back))).ToDictionary(
            day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), day => (int)(Seeded.Share($"{seed}/{day}") * 101));
    }

    private static int Growth(string seed, int most) => (int)(Seeded.Share($"{seed}/growth") * most) - 10;

    private static string Words(string name) => name.ToLowerInvariant().Replace("_and_", " & ", StringComparison.Ordinal).Replace('_', ' ');

    private static string[] With(string term, string[] endings) => [.. endings.Select(ending => $"{term} {ending}")];

    // Of a word without a vowel nobody has searched anything.
    private static bool IsKnown(string term) => term.Any(letter => "aeiouy".Contains(char.ToLowerInvariant(letter)) || letter > 127);
}
