using Connector.Publishing.Videos;
using Connector.Storage;
using Connector.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Connector.Tests.Publishing.Videos;

public sealed class VideoQueryTests
{
    /// <remarks>It did once, and an account with many images in its queue was five times slower.</remarks>
    [Fact]
    [Trait(TestDatabase.Engine, TestDatabase.Sqlite)]
    public async Task Finding_the_next_video_does_not_read_the_whole_queue()
    {
        await using var app = await SidecarApp.StartAsync(new ManualClock());

        var plan = app.Services.GetRequiredService<Database>().Read(sql =>
            sql.Query<(long, long, long, string Step)>("explain query plan " + VideoStore.NextDue, new { accountId = "acc_1" }));

        Assert.Contains("pins_awaiting_video (account_id=? AND media_type=?)", plan[0].Step);
    }
}
