using Connector.Simulator.Server;

namespace Connector.Simulator.Analytics;

/// <summary>Numbers by part: one part called <c>all</c>, or those a split makes, each with its fixed share.</summary>
internal static class AnalyticsSplit
{
    private static readonly Dictionary<string, (string Key, double Share)[]> Parts = new()
    {
        ["NO_SPLIT"] = [("all", 1)],
        ["APP_TYPE"] = [("MOBILE", 0.8), ("TABLET", 0.05), ("WEB", 0.15)],
        ["OWNED_CONTENT"] = [("CLAIMED", 0.3), ("OTHER", 0.7)],
        ["SOURCE"] = [("YOUR_PINS", 0.9), ("OTHER_PINS", 0.1)],
        ["PIN_FORMAT"] = [("ORGANIC_IMAGE", 1)],
    };

    public static Dictionary<string, object> Of(SimulatedCall call, string[] allowed, Func<double, object> report)
    {
        var split = call.OneOf("split_field", "NO_SPLIT", ["NO_SPLIT", .. allowed]);
        return Parts[split].ToDictionary(part => part.Key, part => report(part.Share));
    }
}
