using System.Text.Json.Nodes;
using Connector.Simulator.Server;
using Connector.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Connector.Tests.Audience;

/// <summary>What people search and what an audience is like, from the simulator.</summary>
public sealed class AudienceTests : IAsyncLifetime
{
    private readonly ManualClock _clock = new();
    private SidecarApp _app = null!;
    private string _account = "";

    public async ValueTask InitializeAsync()
    {
        _app = await SidecarApp.StartAsync(_clock, null, "Connector:Pacing:AdsRead=2", "Connector:Pacing:TrendsRead=2");
        _account = await _app.FirstAccountAsync();
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Related_keywords_come_as_rows_of_their_terms()
    {
        var table = await _app.GetAsync("/v1/keywords?terms=lamp,%20table");

        var rows = table["items"]!.AsArray();
        Assert.Equal(["lamp", "table"], rows.Select(row => (string)row!["term"]!).Distinct());
        Assert.Equal(("lamp ideas", 1), ((string?)rows[0]!["keyword"], (int)rows[0]!["rank"]!));
        Assert.Equal("related", (string?)table["kind"]);
    }

    [Fact]
    public async Task Suggested_keywords_begin_with_the_term()
    {
        var rows = (await _app.GetAsync("/v1/keywords?kind=suggested&terms=lamp&limit=3"))["items"]!.AsArray();

        Assert.Equal(3, rows.Count);
        Assert.All(rows, row => Assert.StartsWith("lamp", (string?)row!["keyword"], StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/v1/keywords?terms=zzz")]
    [InlineData("/v1/keywords?terms=zzz&kind=suggested")]
    [InlineData("/v1/trends?region=US&words=nobody-searches-this")]
    [InlineData("/v1/trends/product-categories?region=CA&verticals=beauty&engagement=save", 1)]
    public async Task What_nobody_searches_has_no_rows(string path, int rows = 0) =>
        Assert.Equal(rows, (await _app.GetAsync(path))["items"]!.AsArray().Count);

    [Theory]
    [InlineData("DE+AT+CH")]
    [InlineData("DE%2BAT%2BCH")]
    [InlineData("ch,at,de")]
    public async Task A_region_is_known_however_it_is_written(string region) =>
        Assert.Equal("DE+AT+CH", (string?)(await _app.GetAsync($"/v1/trends?region={region}"))["region"]);

    [Fact]
    public async Task Trends_come_a_row_for_each_keyword_or_for_each_of_its_weeks()
    {
        var keywords = (await _app.GetAsync("/v1/trends?region=US&interests=home_decor&limit=2"))["items"]!.AsArray();
        var weeks = (await _app.GetAsync("/v1/trends?region=US&interests=home_decor&limit=2&granularity=week"))["items"]!.AsArray();

        Assert.Equal([1, 2], keywords.Select(row => (int)row!["rank"]!));
        Assert.All(keywords, row => Assert.Contains("home decor", (string?)row!["keyword"], StringComparison.Ordinal));
        Assert.Equal(104, weeks.Count);
        Assert.Equal("2026-11-01", (string?)weeks[51]!["week_ending"]);
        Assert.InRange((int)weeks[51]!["volume"]!, 0, 100);
    }

    [Fact]
    public async Task Topics_say_what_people_search_who_are_interested()
    {
        var rows = (await _app.GetAsync("/v1/trends/topics?region=gb%2Bie&interest=home_decor"))["items"]!.AsArray();

        Assert.Equal(5, rows.Count);
        Assert.Equal("home_decor", (string?)rows[0]!["interest"]);
        Assert.NotEmpty(rows[0]!["related_searches"]!.AsArray());
    }

    [Fact]
    public async Task An_audience_comes_as_flat_rows()
    {
        var table = await _app.GetAsync("/v1/audience-insights?ad_account_id=54&audience=your_engaged_audience");

        var rows = table["items"]!.AsArray();
        Assert.Equal(["interest", "age", "gender", "country", "metro", "device"], rows.Select(row => (string)row!["group"]!).Distinct());
        Assert.Equal("gardening", (string?)rows[1]!["within"]);
        Assert.Equal(("your_engaged_audience", false), ((string?)table["audience"], (bool)table["size_is_upper_bound"]!));
        var kinds = (await _app.GetAsync("/v1/audience-insights/audiences?ad_account_id=54"))["items"]!.AsArray();
        Assert.Equal(["partner", "pinterest"], kinds.Select(kind => (string)kind!["scope"]!));
    }

    [Theory]
    [InlineData("/v1/keywords?terms=lamp", "term,keyword,rank\r\nlamp,lamp ideas,1")]
    [InlineData("/v1/trends?region=US&limit=1", "rank,keyword,growth_week,growth_month,growth_year,week_ending,volume\r\n1,")]
    [InlineData("/v1/trends/topics?region=US", "interest,rank,title,description,growth_month,related_searches,related_interests\r\n")]
    [InlineData("/v1/trends/product-categories?region=US", "rank,category,growth_month,relative_volume,engagement,verticals\r\n1,")]
    [InlineData("/v1/audience-insights?ad_account_id=54", "group,key,name,within,ratio,index\r\ninterest,gardening,gardening,,")]
    [InlineData("/v1/audience-insights/audiences?ad_account_id=54", "scope,type,date\r\npartner,impression,")]
    public async Task The_same_rows_come_as_CSV(string path, string begins)
    {
        using var answer = await _app.Admin.GetAsync($"{path}&format=csv");

        Assert.Equal("text/csv; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        Assert.StartsWith(begins, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    /// <summary>Two calls a minute are left of each category, and nothing of the others is used.</summary>
    [Theory]
    [InlineData("/v1/keywords?terms=lamp", "ads_read")]
    [InlineData("/v1/audience-insights?ad_account_id=54", "ads_read")]
    [InlineData("/v1/trends?region=US", "trends_read")]
    [InlineData("/v1/trends/topics?region=US", "trends_read")]
    [InlineData("/v1/trends/product-categories?region=US", "trends_read")]
    public async Task Each_call_counts_in_its_own_category(string path, string category)
    {
        var before = await RemainingAsync();

        await _app.GetAsync(path);
        var after = await RemainingAsync();
        await _app.GetAsync(path);
        var (status, text) = await _app.Admin.AskAsync(HttpMethod.Get, path);

        var changed = before.Where(window => after[window.Key] != window.Value).Select(window => window.Key);
        Assert.Equal(new[] { "universal", category }.Order(), changed.Order());
        Assert.Equal((429, "rate_limited"), (status, (string?)JsonNode.Parse(text)!["code"]));
        Assert.Empty(_app.Services.GetRequiredService<CallLimiter>().Violations);
        _clock.Advance(TimeSpan.FromMinutes(2));
        await _app.GetAsync(path);
    }

    private async Task<Dictionary<string, int>> RemainingAsync() =>
        (await _app.GetAsync($"/v1/accounts/{_account}/rate-meter"))["windows"]!.AsArray()
            .ToDictionary(window => (string)window!["rule"]!, window => (int)window!["remaining"]!);
}
