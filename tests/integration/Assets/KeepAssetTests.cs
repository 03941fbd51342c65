using System.Net;
using Connector.Assets;
using Connector.Assets.Files;
using Connector.Storage;
using Connector.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Connector.Tests.Assets;

/// <summary>How long files stay, and what crashes leave.</summary>
public sealed class KeepAssetTests
{
    [Fact]
    public async Task A_file_goes_when_its_time_is_over_and_coming_again_begins_it_anew()
    {
        await using var app = await SidecarApp.StartAsync(new ManualClock());
        var forgotten = await app.GivenAsync(SampleMedia.Png(1020));
        var renewed = await app.GivenAsync(SampleMedia.Png(1021));

        app.Clock!.Advance(TimeSpan.FromDays(4));
        await app.GivenAsync(SampleMedia.Png(1021));
        app.Clock.Advance(TimeSpan.FromDays(3));
        await CleanUpAsync(app);

        Assert.Equal(HttpStatusCode.NotFound, await app.StatusAsync(HttpMethod.Get, forgotten));
        Assert.Equal([(string)renewed["sha256"]!], app.Files());
    }

    [Fact]
    public async Task A_file_that_is_not_whole_any_more_is_not_read_as_if_it_were()
    {
        await using var app = await SidecarApp.StartAsync();
        var asset = await app.GivenAsync(SampleMedia.Png(1023));
        var store = app.Services.GetRequiredService<AssetStore>();
        Assert.NotNull(await store.ReadAsync((string)asset["id"]!, TestContext.Current.CancellationToken));

        foreach (var bytes in (int[])[10, (int)asset["bytes"]! + 1])
        {
            var path = Path.GetTempFileName();
            await File.WriteAllBytesAsync(path, new byte[bytes], TestContext.Current.CancellationToken);
            await app.Services.GetRequiredService<AssetFiles>()
                .KeepAsync(path, (string)asset["sha256"]!, TestContext.Current.CancellationToken);
            File.Delete(path);

            Assert.Null(await store.ReadAsync((string)asset["id"]!, TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task A_file_that_a_pin_needs_stays_until_the_pin_has_ended_and_its_time_after_that()
    {
        await using var app = await SidecarApp.StartAsync(new ManualClock());
        var asset = await app.GivenAsync(SampleMedia.Png(1022));
        var pin = await app.PublishAsync(SidecarApp.Pin(("publish_at", "2031-01-01T00:00:00Z")));
        var database = app.Services.GetRequiredService<Database>();
        await database.WriteAsync(sql => AssetReferences.Add(sql, (string)asset["id"]!, pin));

        app.Clock!.Advance(TimeSpan.FromDays(30));
        await CleanUpAsync(app);
        Assert.Equal(HttpStatusCode.OK, await app.StatusAsync(HttpMethod.Get, asset));
        Assert.Equal(HttpStatusCode.Conflict, await app.StatusAsync(HttpMethod.Delete, asset));
        Assert.Single(app.Files());

        await database.WriteAsync(sql => AssetReferences.Release(sql, pin, app.Clock.GetUtcNow()));
        app.Clock.Advance(TimeSpan.FromDays(6));
        await CleanUpAsync(app);
        Assert.Equal(HttpStatusCode.OK, await app.StatusAsync(HttpMethod.Get, asset));

        app.Clock.Advance(TimeSpan.FromDays(1));
        await CleanUpAsync(app);
        Assert.Empty(app.Files());
    }

    [Fact]
    public async Task A_pin_that_is_unconfirmed_may_have_to_be_sent_again_and_keeps_its_file_until_it_is_forgotten()
    {
        await using var app = await SidecarApp.StartAsync(new ManualClock());
        app.Order("accept_then_drop");
        app.Order("read_denied", times: 100);
        var asset = await app.GivenAsync(SampleMedia.Png(1023));
        var pin = await app.PublishAsync(SidecarApp.Pin(("image_url", null), ("asset_id", asset["id"])));
        Assert.Equal("unconfirmed", (string?)(await app.SettledAsync(pin))["status"]);
        Assert.Equal(HttpStatusCode.Conflict, await app.StatusAsync(HttpMethod.Delete, asset));

        await SidecarApp.SendAsync(app.Admin, HttpMethod.Delete, $"/v1/pins/{pin}", null);

        Assert.Equal(HttpStatusCode.NoContent, await app.StatusAsync(HttpMethod.Delete, asset));
    }

    [Fact]
    [Trait(TestStore.Store, TestStore.Folder)]
    public async Task A_file_survives_a_restart_and_leftovers_of_a_crash_go_when_they_are_an_hour_old()
    {
        var directory = Directory.CreateTempSubdirectory("connector-assets-").FullName;
        string kept;
        // On Kestrel: the test starts it again.
        await using (var app = await RunningConnector.StartAsync(dataDirectory: directory))
            kept = (string)(await app.GivenAsync(SampleMedia.Png(1024)))["sha256"]!;

        var (old, young) = (TimeSpan.FromMinutes(61), TimeSpan.FromMinutes(59));
        Leave(directory, kept, old);
        Leave(directory, new string('a', 64), old);
        Leave(directory, new string('b', 64), young);
        Leave(directory, Path.Combine("arriving", "old"), old);
        Leave(directory, Path.Combine("arriving", "young"), young);

        await using (var app = await RunningConnector.StartAsync(dataDirectory: directory))
        {
            await CleanUpAsync(app);

            Assert.Equal(new[] { kept, new string('b', 64), Path.Combine("arriving", "young") }.Order(), app.Files());
            Assert.Equal(kept, (string?)(await app.GetAsync("/v1/assets"))["items"]![0]!["sha256"]);
        }

        Directory.Delete(directory, recursive: true);
    }

    [Fact]
    public async Task A_file_is_not_answered_for_before_its_row_is_on_disk_and_can_be_sent_again()
    {
        var directory = Directory.CreateTempSubdirectory("connector-assets-").FullName;
        var png = SampleMedia.Png(1025);
        // On Kestrel: the test starts it again.
        await using (var app = await RunningConnector.StartAsync(dataDirectory: directory))
        {
            ((CrashableDatabase)app.Services.GetRequiredService<Database>()).PowerOff();
            var (status, problem) = await app.Admin.GiveAsync(png);
            Assert.Equal((HttpStatusCode.ServiceUnavailable, "storage_unavailable"), (status, (string?)problem["code"]));
        }

        await using (var app = await RunningConnector.StartAsync(dataDirectory: directory))
        {
            Assert.Empty((await app.GetAsync("/v1/assets"))["items"]!.AsArray());
            var (status, asset) = await app.Admin.GiveAsync(png);
            Assert.Equal(HttpStatusCode.Created, status);
            Assert.Equal([(string)asset["sha256"]!], app.Files());
        }

        Directory.Delete(directory, recursive: true);
    }

    private static Task CleanUpAsync(SidecarApp app) =>
        app.Services.GetServices<IHostedService>().OfType<ExpiredAssetCleanup>().Single().RunOnceAsync(CancellationToken.None);

    private static void Leave(string directory, string name, TimeSpan age)
    {
        var file = Path.Combine(directory, "assets", name);
        if (!File.Exists(file)) File.WriteAllText(file, "left");
        File.SetLastWriteTimeUtc(file, (TimeProvider.System.GetUtcNow() - age).UtcDateTime);
    }
}
