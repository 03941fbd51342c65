using System.Net;
using System.Text.RegularExpressions;
using Connector.Tests.Support;

namespace Connector.Tests.Console;

/// <summary>Pins that are approved in the queue, many at once.</summary>
public sealed class QueueApprovalTests(QueueWorld world) : IClassFixture<QueueWorld>
{
    private const string Soon = "2026-11-04T09:00:00Z";

    private Visitor Person => world.Person;

    [Fact]
    public async Task A_key_with_the_scope_approve_approves_and_one_without_is_not_asked()
    {
        var account = await world.AccountAsync("approve");
        await world.App.SetAsync(account, new { require_approval = true });
        var (one, two) = (await world.PinAsync(account, Soon), await world.PinAsync(account, Soon));
        var publisher = await Visitor.WithScopeAsync(world.App, "publish", account);

        Assert.DoesNotContain("value=\"approve\"", (await publisher.GetAsync("/queue")).Html, StringComparison.Ordinal);
        Assert.Equal(403, (await DoAsync(publisher, account, "approve", [one])).Status);
        Assert.Equal("awaiting_approval", await world.FieldAsync(one, "status"));

        var page = await DoAsync(Person, account, "approve", await BoxesAsync(account));

        Assert.Contains("2 pins approved.", page.Text, StringComparison.Ordinal);
        Assert.Equal("scheduled", await world.FieldAsync(one, "status"));
    }

    [Fact]
    public async Task Only_what_was_seen_is_approved()
    {
        var account = await world.AccountAsync("seen");
        await world.App.SetAsync(account, new { require_approval = true });
        var (seen, changed) = (await world.PinAsync(account, Soon), await world.PinAsync(account, Soon));
        var boxes = await BoxesAsync(account);
        var unseen = await world.PinAsync(account, Soon);
        world.App.Clock!.Advance(TimeSpan.FromSeconds(1));
        await SidecarApp.SendAsync(world.App.Admin, HttpMethod.Patch, $"/v1/pins/{changed}", new { title = "Not seen" });

        var page = await DoAsync(Person, account, "approve", [.. boxes, unseen]);

        Assert.Contains("1 pin approved. 2 were not:", page.Text, StringComparison.Ordinal);
        Assert.Contains("was changed at", page.Text, StringComparison.Ordinal);
        Assert.Equal("scheduled", await world.FieldAsync(seen, "status"));
        Assert.Equal("awaiting_approval", await world.FieldAsync(changed, "status"));
        Assert.Equal("awaiting_approval", await world.FieldAsync(unseen, "status"));
    }

    /// <summary>What the boxes of the queue send.</summary>
    private async Task<IReadOnlyList<string>> BoxesAsync(string account) =>
    [
        .. Regex.Matches((await Person.GetAsync($"/queue?account={account}")).Html, "name=\"ids\" value=\"([^\"]*)\"")
            .Select(box => WebUtility.HtmlDecode(box.Groups[1].Value)),
    ];

    private static Task<Seen> DoAsync(
        Visitor person, string account, string act, IEnumerable<string> ids, params (string, string)[] fields) =>
        person.SubmitAsync($"/queue?account={account}", "chosen", [.. ids.Select(id => ("ids", id)), ("act", act), .. fields]);
}
