using System.Net.Http.Headers;
using Connector.Pinterest.Errors;
using Microsoft.Extensions.Options;
using Polly;

namespace Connector.Pinterest.Client;

/// <summary>Sends every request: it is counted before and measured after; a read is retried, a write never.</summary>
internal sealed class PinterestTransport(
    IHttpClientFactory clients, IOptions<PinterestOptions> options, PinterestClock pinterestClock, TimeProvider clock,
    ILogger<PinterestTransport> logger)
{
    /// <summary>Never looked up: the handler connects to the simulator whatever the host name is.</summary>
    public const string SimulatorHost = "simulator.localhost";

    private const string SimulatorBaseUrl = $"http://{SimulatorHost}/v5";
    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(30);
    private readonly ResiliencePipeline _reads = ReadRetries.Pipeline(clock);

    public async Task<PinterestResponse> SendAsync(PinterestSession session, PinterestCall call, CancellationToken cancellation)
    {
        Func<int, int?, string, FailureKind> classify = call.MakesPin ? CreateRefusals.Classify : FailureClassifier.Classify;
        return call.Method == HttpMethod.Get ? await _reads.ExecuteAsync(Once, cancellation) : await Once(cancellation);

        async ValueTask<PinterestResponse> Once(CancellationToken token)
        {
            await session.Meter.BeginAsync(call.Category, token);
            return await SendCountedAsync(session, call, CallTimeout, classify, token);
        }
    }

    /// <summary>
    /// Sends a create, which its caller has counted. When it is cancelled, the failure says whether it was sent.
    /// </summary>
    public async Task<PinterestResponse> SendCreateAsync(PinterestSession session, PinterestCall call, CancellationToken cancellation)
    {
        try
        {
            return await SendCountedAsync(session, call, options.Value.RequestTimeout, CreateRefusals.Classify, cancellation);
        }
        catch (OperationCanceledException cancelled) when (cancelled.InnerException is PinterestException failure)
        {
            throw failure;
        }
    }

    /// <summary>Sends a form to the token endpoint, which no account's rate limits count.</summary>
    public async Task<PinterestResponse> SendFormAsync(
        PinterestEnvironment environment, string path, AuthenticationHeaderValue authorization, byte[] form, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Url(environment, path));
        request.Headers.Authorization = authorization;
        request.Content = new SendOnceContent(form, "application/x-www-form-urlencoded");
        var answer = await ExchangeAsync(environment, request, CallTimeout, cancellation);
        return answer.IsSuccess ? answer : throw answer.ToException(FailureClassifier.ClassifyGrant);
    }

    private async Task<PinterestResponse> SendCountedAsync(
        PinterestSession session, PinterestCall call, TimeSpan timeout, Func<int, int?, string, FailureKind> classify,
        CancellationToken cancellation)
    {
        RateReading? reading = null;
        try
        {
            using var request = new HttpRequestMessage(call.Method, Url(session.Environment, call.For(session.AdAccountId).PathAndQuery));
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", session.AccessToken);
            request.Content = call.Content();
            var answer = await ExchangeAsync(session.Environment, request, timeout, cancellation);
            reading = answer.Rates;
            if (answer.IsSuccess) return answer;

            var refusal = answer.ToException(classify);
            reading = reading with { Refused = refusal.Failure.Kind == FailureKind.RateLimited };
            throw refusal;
        }
        finally
        {
            session.Meter.End(call.Category, reading);
        }
    }

    private async Task<PinterestResponse> ExchangeAsync(
        PinterestEnvironment environment, HttpRequestMessage request, TimeSpan timeout, CancellationToken cancellation)
    {
        var exchange = new HttpExchange(clients.CreateClient(PinterestHttp.ClientName(environment)), clock, logger);
        var answer = await exchange.RunAsync(request, timeout, cancellation);
        if (answer.Date is { } date) pinterestClock.Note(environment, date);
        return answer;
    }

    private Uri Url(PinterestEnvironment environment, string path)
    {
        var root = environment switch
        {
            PinterestEnvironment.Production => options.Value.ApiBaseUrl.AbsoluteUri,
            PinterestEnvironment.Sandbox => options.Value.SandboxBaseUrl.AbsoluteUri,
            _ => SimulatorBaseUrl,
        };
        return new Uri(root.TrimEnd('/') + path);
    }
}
