using Connector.Publishing.Videos;
using Connector.Storage;
using Connector.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Connector.Tests.Publishing.Videos;

public sealed class VideoQueryTests
{
    /// <remarks>It did once, and a lane with many images in its queue was five times slower.</remarks>
    [Fact]
    public async Task Looking_for_videos_does_not_walk_through_the_queue()
    {
        await using var app = await SidecarApp.StartAsync(new ManualClock());

        var plan = app.Services.GetRequiredService<Database>().Read(sql =>
            sql.Query<(long, long, long, string Step)>("explain query plan " + VideoStore.NextDue, new { accountId = "acc_1" }));

        Assert.Contains("pins_awaiting_video (account_id=? AND media_type=?)", plan[0].Step);
    }
}
