using Connector.Assets.Files;
using Connector.Tests.Assets;
using Connector.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Connector.Tests.Pins;

/// <summary>A pin may wait for weeks: it, its file and its approval are still there then, also after a power cut.</summary>
public sealed class ApprovalKeepingTests
{
    [Fact]
    public async Task The_file_of_a_pin_stays_as_long_as_it_waits_for_approval()
    {
        await using var world = await ApprovalWorld.BeginAsync();
        var asset = (string)(await world.App.GivenAsync(SampleMedia.Png(1300)))["id"]!;
        var id = await world.PinAsync(("image_url", null), ("asset_id", asset));

        // Past the file's time, and not so far that the token is renewed: a jump over the renewal's time limit loses its answer.
        world.Clock.Advance(TimeSpan.FromDays(10));
        await world.App.Services.GetServices<IHostedService>().OfType<ExpiredAssetCleanup>().Single().RunOnceAsync(CancellationToken.None);
        Assert.Equal(409, (await world.App.Admin.AskAsync(HttpMethod.Delete, $"/v1/assets/{asset}")).Status);

        await world.ApproveAsync(id);
        Assert.Equal("published", (string?)(await world.App.SettledAsync(id))["status"]);
    }

    [Fact]
    public async Task An_address_that_expires_in_the_meantime_is_said_to_whoever_approves()
    {
        await using var world = await ApprovalWorld.BeginAsync();
        var end = world.Clock.GetUtcNow().AddHours(1).ToUnixTimeSeconds();
        var url = $"https://files.example/a.png?Expires={end}&Signature=ab&Key-Pair-Id=K";
        var id = await world.PinAsync(("image_url", url), ("snapshot_media", false));
        world.Clock.Advance(TimeSpan.FromHours(2));

        var refused = await ApprovalWorld.RefusedAsync(world.App.Admin, 422, $"/v1/pins/{id}/approve");
        Assert.Equal("media_unreachable", (string?)refused["code"]);
        Assert.Equal("awaiting_approval", await world.StatusAsync(id));

        await world.EditAsync(id, new { image_url = "https://example.com/a.jpg" });
        await world.ApproveAsync(id);
        Assert.Equal("published", (string?)(await world.App.SettledAsync(id))["status"]);
    }

    [Fact]
    public async Task An_approval_that_was_answered_survives_a_power_cut_and_what_waits_goes_on_waiting()
    {
        var data = Directory.CreateTempSubdirectory("connector-approval-").FullName;
        var clock = new ManualClock();
        var first = await SidecarApp.StartAsync(clock, data);
        await first.SetAsync(await first.FirstAccountAsync(), new { require_approval = true });
        var (approved, waiting) = (await first.PublishAsync(), await first.PublishAsync());
        await first.PostAsync($"/v1/accounts/{await first.FirstAccountAsync()}/hold");
        await first.PostAsync($"/v1/pins/{approved}/approve", new { approved_by = "Ana" });
        await first.CrashAsync();

        await using (var app = await SidecarApp.StartAsync(clock, data))
        {
            await app.PostAsync($"/v1/accounts/{await app.FirstAccountAsync()}/resume");
            var pin = await app.SettledAsync(approved);

            Assert.Equal(("published", "Ana"), ((string?)pin["status"], (string?)pin["approved_by"]));
            Assert.Equal("awaiting_approval", (string?)(await app.GetAsync($"/v1/pins/{waiting}"))["status"]);
        }

        Directory.Delete(data, recursive: true);
    }
}
