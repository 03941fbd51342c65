using System.Net;
using System.Text.Json.Nodes;
using Connector.Pins.Lifecycle;
using Connector.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Connector.Tests.Pins;

public sealed class RetentionTests
{
    [Fact]
    public async Task A_final_pin_is_forgotten_with_its_key_after_ninety_days_and_a_waiting_one_stays()
    {
        await using var app = await SidecarApp.StartAsync(new ManualClock());
        var key = ("idempotency_key", (JsonNode?)"lamp");
        var final = await app.PublishAsync(SidecarApp.Pin(key));
        await app.SettledAsync(final);
        var waiting = await app.PublishAsync(SidecarApp.Pin(("publish_at", "2031-01-01T00:00:00Z")));
        await app.SetAsync(await app.FirstAccountAsync(), new { require_approval = true });
        var unapproved = await app.PublishAsync();

        await ForgetAfterAsync(app, TimeSpan.FromDays(89));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(app, final));

        await ForgetAfterAsync(app, TimeSpan.FromDays(2));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(app, final));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(app, waiting));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(app, unapproved));
        Assert.NotEqual(final, await app.PublishAsync(SidecarApp.Pin(key)));
    }

    private static Task ForgetAfterAsync(SidecarApp app, TimeSpan span)
    {
        app.Clock!.Jump(span);
        return app.Services.GetServices<IHostedService>().OfType<PinRetention>().Single().RunOnceAsync(CancellationToken.None);
    }

    private static async Task<HttpStatusCode> StatusAsync(SidecarApp app, string id)
    {
        using var answer = await app.Admin.GetAsync($"/v1/pins/{id}");
        return answer.StatusCode;
    }
}
