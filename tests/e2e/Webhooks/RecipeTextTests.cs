using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Connector.Tests.Support;

namespace Connector.Tests.Webhooks;

[Collection(nameof(Recipes))]
public sealed partial class RecipeTextTests(Recipes recipes)
{
    private static readonly Dictionary<string, string> Mapped = new()
    {
        ["Board"] = "Home decor",
        ["Title"] = "A brass lamp",
        ["Description"] = "Warm light.",
        ["Link"] = "https://example.com/lamp",
        ["Image"] = "https://example.com/lamp.jpg",
        ["Publish At"] = "2027-01-15T08:00:00+01:00",
    };

    private static readonly string[] Endings = ["pin.published", "pin.failed", "pin.unconfirmed", "pin.canceled"];

    [Theory]
    [InlineData("zapier.md")]
    [InlineData("make.md")]
    public async Task Every_request_body_is_accepted_once_its_placeholders_are_mapped(string recipe)
    {
        var bodies = Json().Matches(Text(recipe)).Select(block => block.Groups[1].Value).ToList();

        Assert.True(bodies.Count >= 2, $"{recipe} has {bodies.Count} request bodies.");
        foreach (var body in bodies)
        {
            var row = Guid.NewGuid().ToString();
            var mapped = Placeholder().Replace(
                body, match => match.Groups[1].Value.StartsWith("Row", StringComparison.Ordinal) ? row : Mapped[match.Groups[1].Value]);

            await AcceptedAsync("/v1/pins", mapped);
        }
    }

    [Theory]
    [InlineData("zapier.md", 2)]
    [InlineData("make.md", 2)]
    public async Task Every_curl_line_sends_what_is_accepted(string recipe, int count)
    {
        var lines = Curl().Matches(Text(recipe));

        Assert.Equal(count, lines.Count);
        foreach (Match line in lines)
        {
            var body = JsonNode.Parse(line.Groups[2].Value)!.AsObject();
            // Nothing leaves this machine.
            if (body.ContainsKey("url")) (body["url"], body["events"]) = ($"{recipes.Receiver.Url}/{recipe}", Heard(body["events"]!));

            await AcceptedAsync(line.Groups[1].Value, body.ToJsonString());
        }
    }

    [Theory]
    [InlineData("zapier.md")]
    [InlineData("make.md")]
    public async Task The_feed_it_names_has_new_endings_first(string recipe)
    {
        foreach (var title in new[] { "Older", "Newer" })
        {
            var id = (string)(await recipes.PostAsync("/v1/pins", SidecarApp.Pin(("title", title))))["id"]!;
            await recipes.GetAsync($"/v1/pins/{id}?wait=30");
        }

        var feed = await recipes.GetAsync(Assert.Single(Feed().Matches(Text(recipe))).Groups[1].Value);

        Assert.Equal(["Newer", "Older"], feed["items"]!.AsArray().Take(2).Select(each => (string)each!["data"]!["pin"]!["title"]!));
        Assert.All(feed["items"]!.AsArray(), each => Assert.Contains((string)each!["type"]!, Endings));
    }

    /// <summary>Other tests listen at the same receiver, so the events are checked, and one that never comes stands for them.</summary>
    private static JsonArray Heard(JsonNode events)
    {
        Assert.All(events.AsArray(), each => Assert.Contains((string)each!, Endings));
        return ["account.reconnect_required"];
    }

    private async Task AcceptedAsync(string path, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await recipes.Client.PostAsync(path, content);

        Assert.True(
            answer.StatusCode is HttpStatusCode.Accepted or HttpStatusCode.Created,
            $"{body}\n→ {await answer.Content.ReadAsStringAsync()}");
    }

    private static string Text(string recipe) => File.ReadAllText(Repository.Path("examples", recipe));

    [GeneratedRegex("```json\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Json();

    [GeneratedRegex(@"`https://connector\.example\.com(/v1/events\?[^`]+)`")]
    private static partial Regex Feed();

    [GeneratedRegex(@"\{\{(.+?)\}\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"curl -s https://connector\.example\.com(/v1/\w+) [^']*-d '(\{.*?\})'", RegexOptions.Singleline)]
    private static partial Regex Curl();
}
