using System.Globalization;
using Connector.Pinterest;
using Connector.Simulator.Server;
using Connector.Simulator.State;

namespace Connector.Simulator.Api;

/// <summary>What the audience of an ad account is like; a business account may ask for any ad account that does not begin with 0.</summary>
internal sealed class AudienceHandlers(TimeProvider clock)
{
    private static readonly string[] Interests = ["gardening", "food_and_drinks", "travel"], Kinds = ["small", "cheap"];

    public SimulatorResponse Insights(SimulatedCall call)
    {
        var adAccount = Allowed(call);
        var type = call.OneOf("audience_insight_type", "", [.. TrendValues.AudienceTypes]);
        var seed = $"{adAccount}/{type}";
        return new SimulatorResponse(200, new
        {
            Type = type,
            Date = Day(-3),
            Size = 1000 + (int)(Seeded.Share(seed) * 90_000),
            SizeIsUpperBound = type != "YOUR_ENGAGED_AUDIENCE",
            Categories = Interests.Select(name => Category(seed, name)),
            Demographics = new
            {
                Ages = Shares(seed, [.. TrendValues.Ages]),
                Countries = Shares(seed, "US", "CA", "DE"),
                Devices = Shares(seed, "iphone", "android_mobile", "web"),
                Genders = Shares(seed, "female", "male", "unspecified"),
                Metros = Shares(seed, "501", "803"),
            },
        });
    }

    public SimulatorResponse List(SimulatedCall call)
    {
        Allowed(call);
        return new SimulatorResponse(200, new
        {
            Items = new[]
            {
                new { Date = Day(-3), Scope = "partner", Type = "impression" },
                new { Date = Day(-3), Scope = "pinterest", Type = "engagement" },
            },
        });
    }

    private static string Allowed(SimulatedCall call)
    {
        var id = call.Route("ad_account_id");
        if (!id.All(char.IsAsciiDigit)) throw Refusal.Invalid($"'{id}' does not match '^\\d+$'");
        return call.Account.IsBusiness && id[0] != '0' ? id : throw Refusal.NotPermitted();
    }

    private string Day(int days) => clock.GetUtcNow().AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static object Category(string seed, string name) => new
    {
        Key = name,
        Id = Seeded.Id(name),
        Name = Words(name),
        Ratio = Share($"{seed}/{name}"),
        Index = Math.Round(0.5 + Seeded.Share($"{seed}/{name}/index"), 3),
        Subcategories = Kinds.Select(kind => new
        {
            Key = $"{kind}_{name}",
            Id = Seeded.Id($"{kind}/{name}"),
            Name = $"{kind} {Words(name)}",
            Ratio = Share($"{seed}/{kind}/{name}"),
            Index = Math.Round(0.5 + Seeded.Share($"{seed}/{kind}/{name}/index"), 3),
        }),
    };

    private static IEnumerable<object> Shares(string seed, params string[] keys) =>
        keys.Select(key => new { Key = key, Name = Words(key), Ratio = Share($"{seed}/{key}") });

    private static double Share(string seed) => Math.Round(Seeded.Share(seed), 4);

    private static string Words(string key) => key.Replace('_', ' ');
}
