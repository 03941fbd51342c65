using System.Net;
using System.Net.Http.Json;
using Connector.Tests.Support;

namespace Connector.Tests.Storage;

[Trait(TestDatabase.Engine, TestDatabase.Sqlite)]
public sealed class FreeSpaceTests
{
    [Fact]
    public async Task Below_the_floor_new_pins_are_refused_and_what_is_queued_goes_on()
    {
        using var disk = TinyDisk.TryMount(megabytes: 12);
        Assert.SkipWhen(disk is null, TinyDisk.Unavailable);
        var clock = new ManualClock();
        await using var app = await SidecarApp.StartAsync(
            clock, disk.FullPath, $"Connector:Database:FreeSpaceFloorBytes={4 * 1024 * 1024}", "Logging:LogLevel:Default=Information");
        var account = await app.FirstAccountAsync();
        await app.PostAsync($"/v1/accounts/{account}/hold");
        var queued = await app.PublishAsync();

        disk.Fill(leaving: 2 * 1024 * 1024);
        clock.Advance(TimeSpan.FromSeconds(2));

        using var refused = await app.Admin.PostAsJsonAsync("/v1/pins", SidecarApp.Pin());
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.Contains("Less than 4 MB of disk space is free", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var ready = await app.Admin.GetAsync("/readyz");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Contains("Less than 4 MB", await ready.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        await app.PostAsync($"/v1/accounts/{account}/resume");
        Assert.Equal("published", (string?)(await app.SettledAsync(queued))["status"]);

        disk.Free();
        clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal("published", (string?)(await app.SettledAsync(await app.PublishAsync()))["status"]);
        Assert.Single(app.Logs.Lines, line => line.Contains("has less than 4 MB free", StringComparison.Ordinal));
        Assert.Single(app.Logs.Lines, line => line.Contains("has more than 4 MB free again", StringComparison.Ordinal));
    }
}
