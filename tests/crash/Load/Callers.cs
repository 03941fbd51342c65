using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Connector.Crash.Running;

namespace Connector.Crash.Load;

/// <summary>Workflows that publish: several connections, each with one pin at a time, which it sends until it is answered.</summary>
internal sealed class Callers(Uri address, PinRequestLog requests, SimulatedPinterest pinterest, int seed) : IDisposable
{
    private const int Connections = 8, FarAhead = 400;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50), BeforeAgain = TimeSpan.FromMilliseconds(100);

    private readonly SidecarCalls _calls = new(address);
    private readonly int _thereBefore = pinterest.Pins.Count;
    private volatile bool _isFarAhead;

    /// <summary>Goes on until stopped, and then until every pin begun is answered.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var calls = Enumerable.Range(0, Connections).Select(connection => CallAsync(new Random(seed + connection), end.Token));
        await Task.WhenAll([WatchAsync(end.Token), .. calls]);
    }

    /// <summary>Sends a pin once more that was answered before; the answer must name the same pin.</summary>
    public async Task RepeatAsync(PinRequest request)
    {
        while (!await TryAsync(request)) await Task.Delay(BeforeAgain);
    }

    public void Dispose() => _calls.Dispose();

    private async Task CallAsync(Random random, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await Task.Delay(Pause * (2 * random.NextDouble()), CancellationToken.None);
            if (!_isFarAhead) await RepeatAsync(requests.Next(random));
        }
    }

    /// <summary>True when there is an answer, whatever it says.</summary>
    private async Task<bool> TryAsync(PinRequest request)
    {
        try
        {
            using var body = new ByteArrayContent(request.Body);
            body.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            using var answer = await _calls.Http.PostAsync("/v1/pins", body);
            var text = await answer.Content.ReadAsStringAsync();
            if (answer.StatusCode is HttpStatusCode.Accepted or HttpStatusCode.OK)
            {
                requests.Accept(request, (string)JsonNode.Parse(text)!["id"]!);
                return true;
            }

            requests.CountRefused();
            if (answer.StatusCode is HttpStatusCode.ServiceUnavailable) return false;
            requests.AddUnexpected($"{(int)answer.StatusCode} {text}");
            return true;
        }
        catch (Exception error) when (error is HttpRequestException or TaskCanceledException)
        {
            requests.CountUnanswered();
            return false;
        }
    }

    // Creating is slower than accepting; a queue that only grew would say little about publishing.
    private async Task WatchAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            _isFarAhead = requests.Answered - (pinterest.Pins.Count - _thereBefore) > FarAhead;
            await Task.Delay(Pause, CancellationToken.None);
        }
    }
}
