using System.Globalization;
using Connector.Tests.Support;

namespace Connector.Tests.Webhooks;

[Collection(nameof(Recipes))]
public sealed class VerifierTests(Recipes recipes)
{
    private const string OtherSecret = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

    public static TheoryData<string> Ours => ["verify.sh", "verify.mjs", "verify.py"];

    public static TheoryData<string> All => [.. Ours, Verifier.Published];

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_delivery_is_believed_with_its_secret_only_and_unchanged_only(string name)
    {
        var verifier = await Verifier.FindAsync(name);
        var (heard, secret) = await DeliveryAsync();

        Assert.Equal(0, (await verifier.RunAsync(heard, secret)).ExitCode);

        Heard[] changed =
        [
            heard with { Body = heard.Body + "\n" },
            heard with { Body = heard.Body.Replace("published", "Published", StringComparison.Ordinal) },
            heard with { Id = heard.Id + "0" },
            heard with { Signature = "" },
        ];
        foreach (var (each, with) in changed.Select(each => (each, secret)).Append((heard, OtherSecret)))
        {
            var refused = await verifier.RunAsync(each, with);

            Assert.Equal((1, ""), (refused.ExitCode, refused.Output));
            Assert.StartsWith("Refused: ", refused.Error, StringComparison.Ordinal);
            Assert.DoesNotContain(with, refused.Error, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task While_a_secret_changes_the_old_and_the_new_one_are_good(string name)
    {
        var verifier = await Verifier.FindAsync(name);
        var webhook = await recipes.PostAsync(
            "/v1/webhooks", new { url = $"{recipes.Receiver.Url}/rotated/{name}", events = new[] { "webhook.test" } });
        var rotated = await recipes.PostAsync($"/v1/webhooks/{webhook["id"]}/rotate-secret");
        await recipes.PostAsync($"/v1/webhooks/{webhook["id"]}/test");
        var heard = await recipes.HeardAsync($"/rotated/{name}");

        Assert.Equal(2, heard.Signature.Split(' ').Length);
        foreach (var secret in new[] { webhook["secret"], rotated["secret"] })
            Assert.Equal(0, (await verifier.RunAsync(heard, (string)secret!)).ExitCode);
    }

    [Theory]
    [MemberData(nameof(Ours))]
    public async Task Five_minutes_are_allowed_either_way_and_no_second_more(string name)
    {
        var verifier = await Verifier.FindAsync(name);
        var (heard, secret) = await DeliveryAsync();
        var sent = long.Parse(heard.Timestamp, CultureInfo.InvariantCulture);

        foreach (var (seconds, exitCode) in new[] { (300, 0), (-300, 0), (301, 1), (-301, 1) })
        {
            var ran = await verifier.RunAsync(heard, secret, sent + seconds);

            Assert.Equal((seconds, exitCode), (seconds, ran.ExitCode));
            if (exitCode != 0) Assert.Contains("five minutes", ran.Error, StringComparison.Ordinal);
        }
    }

    /// <summary>The event of a published pin whose text is not plain, as a webhook of its own gets it, and that webhook's secret.</summary>
    private async Task<(Heard Heard, string Secret)> DeliveryAsync()
    {
        var path = $"/{Guid.NewGuid()}";
        var webhook = await recipes.PostAsync(
            "/v1/webhooks", new { url = recipes.Receiver.Url + path, events = new[] { "pin.published" } });
        await recipes.PostAsync("/v1/pins", SidecarApp.Pin(("title", "Lampe \"Lumière\" ✓ 🕯 \\ %s $(x)")));
        var heard = await recipes.HeardAsync(path);
        using var deleted = await recipes.Client.DeleteAsync($"/v1/webhooks/{webhook["id"]}");
        return (heard, (string)webhook["secret"]!);
    }
}
