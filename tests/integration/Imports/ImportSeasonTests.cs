using System.Net;
using System.Text.Json.Nodes;
using Connector.Tests.Support;

namespace Connector.Tests.Imports;

/// <summary>A whole file is for an event. It is 2 November 2026.</summary>
public sealed class ImportSeasonTests : IAsyncLifetime
{
    private const string Valentine = "2027-02-14";

    private SidecarApp _app = null!;

    public async ValueTask InitializeAsync() => _app = await SidecarApp.StartAsync(new ManualClock());

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Its_rows_get_places_over_the_season_and_the_dry_run_shows_the_same()
    {
        var file = Hearts(120);
        (string, string)[] season = [("event_date", Valentine), ("lead_days", "60"), ("spread", "true")];

        var dry = await _app.ImportAsync(file, [.. season, ("dry_run", "true")]);
        var real = await _app.ImportAsync(file, season);

        Assert.Equal((Valentine, 60, true), ((string?)real["event_date"], (int)real["lead_days"]!, (bool)real["spread"]!));
        var shown = (await _app.ResultsAsync(dry)).ConvertAll(result => (string)result["pin"]!["publish_at"]!);
        var made = new List<string>();
        foreach (var result in await _app.ResultsAsync(real))
            made.Add((string)(await _app.GetAsync($"/v1/pins/{result["pin_id"]}"))["publish_at"]!);
        // From 16 December to 14 February are 61 days, for 120 pins.
        Assert.Equal(["2026-12-16T00:00:00.000Z", "2026-12-16T12:12:00.000Z", "2026-12-17T00:24:00.000Z"], made.Take(3));
        Assert.Equal("2027-02-14T11:48:00.000Z", made[^1]);
        Assert.Equal(shown, made);
        Assert.Equal(shown[60], (string?)(await _app.ResultsAsync(dry))[60]["expected_at"]);
    }

    [Fact]
    public async Task Without_spread_they_wait_for_the_season_and_a_row_with_a_date_of_its_own_keeps_it()
    {
        var file = """
            sku,title,image,board,publish_at,event_date
            1,A heart,https://example.com/1.jpg,Recipes,,
            2,A rose,https://example.com/2.jpg,Recipes,2026-11-20T10:00:00Z,
            3,An egg,https://example.com/3.jpg,Recipes,,2027-03-28
            """;

        var import = await _app.ImportAsync(file, ("event_date", Valentine));

        var pins = new List<JsonNode>();
        foreach (var result in await _app.ResultsAsync(import)) pins.Add(await _app.GetAsync($"/v1/pins/{result["pin_id"]}"));
        Assert.Equal([null, "2026-11-20T10:00:00.000Z", null], pins.Select(pin => (string?)pin["publish_at"]));
        Assert.Equal([Valentine, null, "2027-03-28"], pins.Select(pin => (string?)pin["season"]?["event_date"]));
    }

    [Fact]
    public async Task What_comes_late_for_its_season_is_said_by_the_dry_run_and_by_the_import()
    {
        await _app.SetAsync(await _app.FirstAccountAsync(), new { pins_per_day = 1 });

        var paced = await _app.ImportAsync(Hearts(3), ("event_date", "2026-11-03"), ("dry_run", "true"));
        var over = await _app.ImportAsync(Hearts(1), ("event_date", "2026-10-31"));

        Assert.Equal([0, 0, 1], (await _app.ResultsAsync(paced)).Select(Late));
        Assert.Equal([1], (await _app.ResultsAsync(over)).Select(Late));

        static int Late(JsonNode result) => result["warnings"]!.AsArray().Count(warning => (string?)warning!["code"] == "season_late");
    }

    [Theory]
    [InlineData("lead_days", "75")]
    [InlineData("event_date", "Christmas")]
    [InlineData("event_date", "2099-12-25")]
    [InlineData("spread", "perhaps")]
    public async Task A_season_that_cannot_be_meant_is_refused_before_anything_is_stored(string field, string value)
    {
        var (status, body) = await _app.Admin.SendAsync(ImportCalls.Form(ImportCalls.Lamps, (field, value)));

        Assert.Equal((HttpStatusCode.BadRequest, "validation_failed"), (status, (string)body["code"]!));
        Assert.NotNull(body["errors"]![field]);
    }

    [Fact]
    public async Task A_kill_in_the_middle_moves_no_place()
    {
        var clock = new ManualClock();
        var folder = Directory.CreateTempSubdirectory("imports-").FullName;
        try
        {
            var app = await SidecarApp.StartAsync(clock, folder);
            var (_, body) = await app.Admin.SendAsync(
                ImportCalls.Form(Hearts(900), ("event_date", Valentine), ("lead_days", "60"), ("spread", "true")));
            var id = (string)body["id"]!;
            await Eventually.TrueAsync(async () => (int)(await app.GetAsync($"/v1/imports/{id}"))["done"]! >= 50);
            await app.CrashAsync();
            clock.Advance(TimeSpan.FromMinutes(3));

            await using var again = await SidecarApp.StartAsync(clock, folder);
            var ended = await again.ImportEndedAsync(id);

            ImportCalls.AssertCounts(ended, "completed", created: 900);
            var last = (await again.ResultsAsync(ended, "?limit=250&cursor=890"))[^1];
            // 61 days of 1440 minutes, 899 of 900 of them.
            Assert.Equal(
                "2027-02-14T22:22:00.000Z", (string?)(await again.GetAsync($"/v1/pins/{last["pin_id"]}"))["publish_at"]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
            TestDatabase.Release(folder);
        }
    }

    private static string Hearts(int count) => "sku,title,image,board\n" + string.Join(
        '\n', Enumerable.Range(1, count).Select(i => $"H-{i},Heart {i},https://example.com/h{i}.jpg,Recipes"));
}
