using System.Text.Json.Nodes;
using Connector.Tests.Support;

namespace Connector.Tests.Webhooks;

[Collection(nameof(Recipes))]
public sealed class RecipeTests(Recipes recipes)
{
    [Fact]
    public async Task A_file_is_published_and_waited_for_and_the_same_file_again_makes_no_second_pin()
    {
        var file = recipes.PinFile();
        var before = (await recipes.GetAsync("/v1/simulator/pins"))["items"]!.AsArray().Count;

        var first = await recipes.RunAsync("publish-and-wait.sh", [file]);
        var second = await recipes.RunAsync("publish-and-wait.sh", [file]);

        Assert.Equal((0, 0), (first.ExitCode, second.ExitCode));
        Assert.StartsWith("published: https://www.pinterest.com/pin/", first.Output, StringComparison.Ordinal);
        Assert.Equal(first.Output, second.Output);
        Assert.Equal(before + 1, (await recipes.GetAsync("/v1/simulator/pins"))["items"]!.AsArray().Count);
    }

    [Theory]
    [InlineData("image_broken", 1, "failed: ")]
    [InlineData("accept_then_drop read_denied", 3, "unconfirmed: ")]
    public async Task The_exit_code_says_how_it_ended_and_the_text_what_to_do(string faults, int exitCode, string said)
    {
        foreach (var fault in faults.Split(' ')) await recipes.PostAsync("/v1/simulator/faults", new { fault, times = 1 });

        var ran = await recipes.RunAsync("publish-and-wait.sh", [recipes.PinFile()]);

        Assert.Equal(exitCode, ran.ExitCode);
        Assert.StartsWith(said, ran.Output, StringComparison.Ordinal);
        Assert.Matches("What to do: .+", ran.Output);
    }

    [Fact]
    public async Task Waiting_ends_in_time_and_the_same_command_later_learns_the_end()
    {
        var file = recipes.PinFile(SidecarApp.Pin(("publish_at", SidecarApp.MuchLater)));

        var waiting = await recipes.RunAsync("publish-and-wait.sh", [file], ("MAX_WAIT_SECONDS", "1"));
        await recipes.PostAsync($"/v1/pins/{waiting.Error.Split(' ')[2].Trim('.', '\n')}/cancel");
        var canceled = await recipes.RunAsync("publish-and-wait.sh", [file]);

        Assert.Equal((5, 4), (waiting.ExitCode, canceled.ExitCode));
        Assert.Matches($"waiting: .+ Expected at: {SidecarApp.MuchLater[..10]}", waiting.Output);
    }

    [Theory]
    [InlineData("""{"board":"Nowhere","image_url":"https://example.com/a.jpg"}""", "no board named \"Nowhere\"")]
    [InlineData("""{"board":"Home decor","picture":"https://example.com/a.jpg"}""", "picture")]
    [InlineData("no JSON", "not valid JSON")]
    public async Task A_refusal_says_what_is_wrong_and_what_to_do(string pin, string said)
    {
        var file = recipes.PathOf("refused.json");
        await File.WriteAllTextAsync(file, pin);

        foreach (var (script, arguments) in new (string, string[])[]
        {
            ("publish-and-wait.sh", [file]), ("publish-with-callback.sh", [file, recipes.Receiver.Url])
        })
        {
            var ran = await recipes.RunAsync(script, arguments);

            Assert.Equal(2, ran.ExitCode);
            Assert.Contains(said, ran.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_wrong_key_is_named_in_words_and_never_shown()
    {
        foreach (var (script, arguments) in new (string, string[])[]
        {
            ("publish-and-wait.sh", [recipes.PinFile()]), ("follow-events.sh", [])
        })
        {
            var ran = await recipes.RunAsync(
                script, arguments, ("CONNECTOR_KEY", "pck_wrong"), ("EVENTS_STATE", recipes.PathOf("wrong-key")));

            Assert.Equal(2, ran.ExitCode);
            Assert.Contains("Refused (401)", ran.Error, StringComparison.Ordinal);
            Assert.Matches("What to do: .+", ran.Error);
            Assert.DoesNotContain("pck_wrong", ran.Output + ran.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_callback_comes_signed_with_the_secret_that_can_be_made_of_the_key()
    {
        var ran = await recipes.RunAsync("publish-with-callback.sh", [recipes.PinFile(), $"{recipes.Receiver.Url}/callback"]);
        var heard = await recipes.HeardAsync("/callback");
        var secret = await recipes.RunAsync("callback-secret.sh", []);
        var verified = await Verifier.Named("verify.sh").RunAsync(heard, secret.Output.Trim());

        Assert.Equal((0, 0), (ran.ExitCode, secret.ExitCode));
        Assert.Contains(heard.PinId, ran.Output, StringComparison.Ordinal);
        Assert.Equal((0, "Genuine.\n", ""), (verified.ExitCode, verified.Output, verified.Error));
    }

    [Fact]
    public async Task Following_shows_what_happens_and_goes_on_where_it_was()
    {
        var state = recipes.PathOf("last-event-id");

        var first = await FollowAsync(state, async () =>
        {
            await Eventually.TrueAsync(() => File.Exists(state) && new FileInfo(state).Length > 0);
            return await PublishAsync();
        });
        var meanwhile = await PublishAsync();
        var second = await FollowAsync(state, () => Task.FromResult(meanwhile));

        Assert.Equal(("pin.published", "pin.published"), ((string?)first["type"], (string?)second["type"]));
        Assert.NotEqual((string?)first["id"], (string?)second["id"]);
    }

    /// <summary>Follows until the first event is shown, which must be that of the pin.</summary>
    private async Task<JsonNode> FollowAsync(string state, Func<Task<string>> publish)
    {
        using var following = Tool.Start(
            "bash", [Recipes.Script("follow-events.sh")], recipes.Environment(("EVENTS_STATE", state), ("RECONNECT_SECONDS", "0")));
        try
        {
            var pinId = await publish();
            var shown = JsonNode.Parse((await following.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60)))!)!;
            Assert.Equal(pinId, (string?)shown["data"]!["pin"]!["id"]);
            // The event is remembered after it was shown.
            await Eventually.TrueAsync(() => File.ReadAllText(state).Trim() == (string?)shown["id"]);
            return shown;
        }
        finally
        {
            following.Kill(entireProcessTree: true);
            await following.WaitForExitAsync();
        }
    }

    private async Task<string> PublishAsync()
    {
        var id = (string)(await recipes.PostAsync("/v1/pins", SidecarApp.Pin()))["id"]!;
        Assert.Equal("published", (string?)(await recipes.GetAsync($"/v1/pins/{id}?wait=30"))["status"]);
        return id;
    }
}
