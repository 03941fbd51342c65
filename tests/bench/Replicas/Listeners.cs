using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Connector.Bench.Running;

namespace Connector.Bench.Replicas;

/// <summary>Callers at each of some replicas: one that waits for a pin, and one that follows the events.</summary>
internal sealed class Listeners(IReadOnlyList<RunningSidecar> replicas) : IDisposable
{
    private readonly List<HttpClient> _clients = [.. replicas.Select(Client)];

    /// <summary>How old each event was when it came, in milliseconds.</summary>
    public ConcurrentBag<(string Id, double Age)> Heard { get; set; } = [];

    /// <summary>Follows the events of each.</summary>
    public async Task OpenAsync()
    {
        foreach (var client in _clients)
        {
            var answer = await client.GetAsync("/v1/events/stream", HttpCompletionOption.ResponseHeadersRead);
            _ = FollowAsync(new StreamReader(await answer.Content.ReadAsStreamAsync()));
        }
    }

    /// <summary>Waits for a pin at each; how long after it was published the last of them heard of it, in milliseconds.</summary>
    public async Task<double> WaitedAsync(string pinId, int number)
    {
        var waits = _clients.Select(async client =>
        {
            var pin = JsonNode.Parse(await client.GetStringAsync($"/v1/pins/{pinId}?wait=30"))!;
            var at = (string?)pin["published_at"] ?? throw new InvalidOperationException($"Pin {number} was not published: {pin}");
            return (TimeProvider.System.GetUtcNow() - DateTimeOffset.Parse(at, CultureInfo.InvariantCulture)).TotalMilliseconds;
        });
        return (await Task.WhenAll(waits)).Max();
    }

    /// <summary>Of each event, when the last of them heard of it.</summary>
    public List<double> SlowestOfEach() => [.. Heard.GroupBy(heard => heard.Id).Select(heard => heard.Max(each => each.Age))];

    public void Dispose() => _clients.ForEach(client => client.Dispose());

    private static HttpClient Client(RunningSidecar replica)
    {
        var client = new HttpClient { BaseAddress = replica.Address, Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", RunningSidecar.Key);
        return client;
    }

    private async Task FollowAsync(StreamReader stream)
    {
        const string Data = "data: ";
        try
        {
            while (await stream.ReadLineAsync() is { } line)
            {
                if (!line.StartsWith(Data, StringComparison.Ordinal) || line.Length == Data.Length) continue;
                var happened = JsonNode.Parse(line[Data.Length..])!;
                if ((string?)happened["type"] == "pin.published") Heard.Add(((string)happened["id"]!, EventReceiver.AgeOf(happened)));
            }
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException or HttpRequestException)
        {
            // It was closed here, or the replica ended.
        }
    }
}
