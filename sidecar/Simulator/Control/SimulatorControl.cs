using System.Net;
using Connector.Http;
using Connector.Pinterest;
using Connector.Simulator.Api;
using Connector.Simulator.Faults;
using Connector.Simulator.Server;
using Connector.Simulator.State;

namespace Connector.Simulator.Control;

/// <summary>Calls the control routes of the simulator over HTTP, because it may run in another process.</summary>
internal sealed class SimulatorControl(IHttpClientFactory clients)
{
    private static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(10);

    public async Task<FaultRule> AddFaultAsync(FaultRule rule, CancellationToken cancellation) =>
        (await SendAsync<FaultRule>(HttpMethod.Post, "faults", rule, cancellation))!;

    /// <summary>The faults of every account: the caller removes those that may not be seen.</summary>
    public async Task<FaultOverview> FaultsAsync(CancellationToken cancellation) =>
        (await SendAsync<FaultOverview>(HttpMethod.Get, "faults", null, cancellation))!;

    public Task ClearFaultsAsync(string account, CancellationToken cancellation) =>
        SendAsync<object>(HttpMethod.Delete, $"faults?account={account}", null, cancellation);

    public Task StartOverAsync(string account, CancellationToken cancellation) =>
        SendAsync<object>(HttpMethod.Post, $"reset?account={account}", null, cancellation);

    public async Task<List<SimulatedPin>> PinsAsync(string account, CancellationToken cancellation) =>
        (await SendAsync<List<SimulatedPin>>(HttpMethod.Get, $"pins?account={account}", null, cancellation))!;

    private async Task<T?> SendAsync<T>(HttpMethod method, string path, object? body, CancellationToken cancellation) where T : class
    {
        using var http = clients.CreateClient(PinterestHttp.ClientName(PinterestEnvironment.Simulator));
        http.Timeout = RequestTimeout;
        // The handler connects to the simulator whatever the host is called.
        using var request = new HttpRequestMessage(method, $"http://simulator.localhost/control/{path}");
        if (body is not null) request.Content = JsonContent.Create(body, body.GetType(), options: SimulatorJson.Options);
        try
        {
            using var answer = await http.SendAsync(request, cancellation);
            if (answer.StatusCode == HttpStatusCode.BadRequest)
                throw Refused((await answer.Content.ReadFromJsonAsync<FieldError>(SimulatorJson.Options, cancellation))!);

            answer.EnsureSuccessStatusCode();
            return answer.StatusCode == HttpStatusCode.NoContent
                ? null
                : await answer.Content.ReadFromJsonAsync<T>(SimulatorJson.Options, cancellation);
        }
        catch (Exception failed)
            when (failed is HttpRequestException || (failed is TaskCanceledException && !cancellation.IsCancellationRequested))
        {
            throw Unavailable();
        }
    }

    private static ProblemException Refused(FieldError error) => new(
        Problems.InvalidFields(new Dictionary<string, string[]> { [error.Field] = [.. error.Messages] }) with
        {
            Detail = $"{error.Field}: {error.Messages[0]}",
            Remediation = "Correct the fields named in errors and send the request again; GET /v1/simulator/faults lists what can be "
                + "ordered.",
        });

    private static ProblemException Unavailable() => new(new(
        503, "pinterest_unavailable", "The simulator does not answer.", "The connector could not reach its simulator.",
        "If Connector:Simulator:Url is set, check that a simulator runs there; else restart the connector."));
}
