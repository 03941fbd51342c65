using System.Text.Json.Nodes;
using Connector.Tests.Catalogs;
using Connector.Tests.Support;

namespace Connector.Tests.Storage;

/// <summary>What is read about words, audiences and the account itself, and what of it must not be found afterwards.</summary>
internal static class ReadThrough
{
    public static readonly string[] Rows =
    [
        "/v1/keywords?terms=lamp", "/v1/keywords?kind=suggested&terms=lamp", "/v1/trends?region=US&granularity=week&limit=3",
        "/v1/trends/topics?region=US", "/v1/trends/product-categories?region=US", "/v1/audience-insights?ad_account_id=5412345",
        "/v1/audience-insights/audiences?ad_account_id=5412345",
    ];

    /// <summary>Words that only Pinterest, or the reader, can have said.</summary>
    public static async Task<IReadOnlyList<string>> WordsAsync(SidecarApp app, string account)
    {
        var words = new List<string> { "5412345" };
        foreach (var path in Rows) words.AddRange(TextsOf((await app.GetAsync(path))["items"]!));
        var site = await app.PostAsync($"/v1/accounts/{account}/websites", new { website = "kept-nowhere.example" });
        words.Add((string)site["address"]!);
        foreach (var path in new[] { "websites", "websites/code", "businesses" })
            words.AddRange(TextsOf(await app.GetAsync($"/v1/accounts/{account}/{path}")));
        await app.GetAsync($"/v1/accounts/{account}/profile");
        words.AddRange(await FeedAsync(app));
        words.AddRange(await GroupAsync(app));
        // Short words, such as "art", stand in many places by chance; so do dates.
        var certain = words.Where(word => word.Length >= 8 && word is not ("pinterest" or "interest") && !char.IsAsciiDigit(word[0]));
        return [.. certain.Append("5412345").Distinct()];
    }

    /// <summary>Makes a group of products, and reads it, what is in it, and a report.</summary>
    private static async Task<IEnumerable<string>> GroupAsync(SidecarApp app)
    {
        const string Name = "A group that is kept nowhere", Brand = "kept-nowhere-brand";
        var filters = new { any_of = new[] { new { BRAND = new { values = new[] { Brand } } } } };
        var group = await app.PostAsync("/v1/catalogs/groups", new { name = Name, feed_id = "1", filters });
        foreach (var path in new[] { "", "/counts", "/products" }) await app.GetAsync($"/v1/catalogs/groups/{group["id"]}{path}");
        await app.GetAsync("/v1/catalogs/groups");
        var report = await app.PostAsync("/v1/catalogs/reports", new { type = "distribution_issues" });
        await app.GetAsync("/v1/catalogs/reports/stats");
        return [Name, Brand, (string)group["id"]!, (string)report["token"]!];
    }

    /// <summary>Makes a feed, lets it be processed while it is watched, and reads all about it.</summary>
    private static async Task<IEnumerable<string>> FeedAsync(SidecarApp app)
    {
        var made = await app.PostAsync("/v1/catalogs/feeds", new
        {
            name = "Kept nowhere either",
            location = "https://kept-nowhere.example/issues.csv",
            format = "CSV",
            default_country = "US",
            default_locale = "en-US",
            credentials = new { username = "feed-reader", password = "feed-password" },
        });
        await app.PassAsync(TimeSpan.FromHours(3));
        var results = (await app.GetAsync($"/v1/catalogs/feeds/{made["feed_id"]}/results"))["items"]!.AsArray();
        var issues = await app.GetAsync($"/v1/catalogs/results/{results[0]!["result_id"]}/issues");
        await app.GetAsync("/v1/catalogs");
        return
        [
            "Kept nowhere either", "kept-nowhere.example", "feed-reader", "feed-password", "TITLE_MISSING", "not-a-link",
            .. issues["items"]!.AsArray().Select(issue => (string)issue!["what_to_do"]!),
        ];
    }

    private static IEnumerable<string> TextsOf(JsonNode? node) => node switch
    {
        JsonObject fields => fields.SelectMany(field => TextsOf(field.Value)),
        JsonArray items => items.SelectMany(TextsOf),
        JsonValue value when value.TryGetValue<string>(out var text) => [text],
        _ => [],
    };
}
