using Connector.Tests.Support;

namespace Connector.Tests.Seasons;

public sealed class ListSeasonsTests : IAsyncLifetime
{
    private SidecarApp _app = null!;

    public async ValueTask InitializeAsync() => _app = await SidecarApp.StartAsync(new ManualClock());

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Theory]
    [InlineData("", "thanksgiving", "2026-11-26", "2026-08-28", "2026-09-27")]
    [InlineData("?country=DE", "fathers_day", "2027-05-06", "2027-02-05", "2027-03-07")]
    [InlineData("?country=gb", "mothers_day", "2027-03-07", "2026-12-07", "2027-01-06")]
    public async Task The_dates_of_a_country_are_listed_with_when_to_begin(
        string query, string key, string date, string earliest, string startBy)
    {
        var list = await _app.GetAsync($"/v1/seasons{query}");

        Assert.Null(list["next_cursor"]);
        var next = list["items"]!.AsArray().First(each => (string?)each!["key"] == key)!.AsObject();
        Assert.Equal(["key", "name", "date", "earliest", "start_by"], next.Select(field => field.Key));
        Assert.Equal(
            (date, earliest, startBy), ((string?)next["date"], (string?)next["earliest"], (string?)next["start_by"]));
    }

    [Fact]
    public async Task A_date_of_the_list_is_taken_as_an_event()
    {
        var easter = (await _app.GetAsync("/v1/seasons?country=FR"))["items"]!.AsArray().First(each => (string?)each!["key"] == "easter")!;

        var pin = await _app.PostAsync("/v1/pins", SidecarApp.Pin(("event_date", easter["date"])));

        Assert.Equal("2027-03-28", (string?)pin["season"]!["latest"]);
    }

    [Fact]
    public async Task A_country_that_is_not_known_is_refused_with_those_that_are()
    {
        var problem = await _app.RefusedAsync(400, "validation_failed", call => call.Get.Url("/v1/seasons?country=Atlantis"));

        Assert.Contains("must be one of US, GB, CA", (string?)problem["errors"]!["country"]![0], StringComparison.Ordinal);
    }
}
