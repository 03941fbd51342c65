using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Connector.Simulator.Server;

namespace Connector.Simulator.Api;

/// <summary>An answer, and the faults of the connection that carries it.</summary>
internal sealed record SimulatorResponse(int Status, object? Value = null)
{
    /// <summary>The connection is closed without an answer.</summary>
    public static readonly SimulatorResponse Dropped = new(0);

    public string? Html { get; init; }
    public string? Xml { get; init; }
    public bool IsTruncated { get; init; }
    public TimeSpan HeadersAfter { get; init; }
    public TimeSpan BodyAfter { get; init; }
    public int? RetryAfterSeconds { get; init; }
    public bool HidesRates { get; init; }

    public SimulatorResponse WithoutId()
    {
        var value = JsonSerializer.SerializeToNode(Value, SimulatorJson.Options) as JsonObject;
        value?.Remove("id");
        return this with { Value = value };
    }

    public async Task WriteAsync(HttpContext http, RateStanding? rates, TimeProvider clock)
    {
        if (Status == 0)
        {
            http.Abort();
            return;
        }

        if (HeadersAfter > TimeSpan.Zero) await Task.Delay(HeadersAfter, clock, http.RequestAborted);
        http.Response.Headers.Date = clock.GetUtcNow().ToString("r", CultureInfo.InvariantCulture);
        WriteHeaders(http.Response, HidesRates ? null : rates);
        if (Status is 204 or 304) return;

        var body = (Html ?? Xml) is { } text
            ? System.Text.Encoding.UTF8.GetBytes(text)
            : JsonSerializer.SerializeToUtf8Bytes(Value, SimulatorJson.Options);
        var half = IsTruncated || BodyAfter > TimeSpan.Zero ? body.Length / 2 : 0;
        http.Response.ContentType = Html is not null ? "text/html" : Xml is not null ? "application/xml" : "application/json";
        http.Response.ContentLength = body.Length;
        await http.Response.Body.WriteAsync(body.AsMemory(0, half), http.RequestAborted);
        if (half > 0) await http.Response.Body.FlushAsync(http.RequestAborted);
        if (BodyAfter > TimeSpan.Zero) await Task.Delay(BodyAfter, clock, http.RequestAborted);
        if (IsTruncated) http.Abort();
        else await http.Response.Body.WriteAsync(body.AsMemory(half), http.RequestAborted);
    }

    private void WriteHeaders(HttpResponse response, RateStanding? rates)
    {
        response.StatusCode = Status;
        if (rates is not null)
        {
            response.Headers["x-ratelimit-limit"] = rates.Limit;
            response.Headers["x-ratelimit-remaining"] = Text(RetryAfterSeconds is null ? rates.Remaining : 0);
            response.Headers["x-ratelimit-reset"] = Text(RetryAfterSeconds ?? rates.ResetSeconds);
        }

        if (RetryAfterSeconds is { } seconds && !HidesRates) response.Headers.RetryAfter = Text(seconds);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
