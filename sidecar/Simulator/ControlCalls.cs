using System.Text.Json;

namespace Connector.Simulator;

/// <summary>What tests and demonstrations may ask of the simulator itself; not part of Pinterest.</summary>
internal sealed class ControlCalls(SimulatorState state, FaultOrders faults, CallLimiter limiter, RequestLog log, TimeProvider clock)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/control/faults", (RequestDelegate)OrderFaultAsync);
        routes.MapDelete("/control/faults", http => NoContent(http, faults.Clear));
        routes.MapPost("/control/reset", http => NoContent(http, StartOver));
        routes.MapPost("/control/limits", (RequestDelegate)SetLimitsAsync);
        routes.MapGet("/control/pins", http => WriteAsync(http, Pins(http.Request.Query["account"])));
        routes.MapGet("/control/requests", http => WriteAsync(http, log.Requests));
        routes.MapGet("/control/violations", http => WriteAsync(http, limiter.Violations));
    }

    /// <summary>Every account as on its first day, no faults, no memory of calls; tokens stay good.</summary>
    public void StartOver()
    {
        state.Record(new StartedOver(clock.GetUtcNow()));
        faults.Clear();
        limiter.Clear();
        log.Clear();
    }

    /// <summary>Every pin there is, of one account or all, listed or not yet.</summary>
    public IReadOnlyList<SimulatedPin> Pins(string? account)
    {
        lock (state.Gate)
            return [.. state.Accounts.Where(each => account is null || each.IsCalled(account)).SelectMany(each => each.Pins)];
    }

    private async Task OrderFaultAsync(HttpContext http)
    {
        try
        {
            var order = await JsonSerializer.DeserializeAsync<FaultOrder>(http.Request.Body, SimulatorJson.Options, http.RequestAborted);
            if (order is not { Account: not null, Fault: not null }) throw new ArgumentException("A fault needs an account and a name.");
            faults.Add(order);
            http.Response.StatusCode = 204;
        }
        catch (Exception wrong) when (wrong is ArgumentException or JsonException)
        {
            await WriteAsync(http, new { wrong.Message }, 400);
        }
    }

    private async Task SetLimitsAsync(HttpContext http)
    {
        try
        {
            limiter.Limits = await JsonSerializer.DeserializeAsync<SimulatorLimits>(http.Request.Body, SimulatorJson.Options, http.RequestAborted) ?? new();
            http.Response.StatusCode = 204;
        }
        catch (JsonException wrong)
        {
            await WriteAsync(http, new { wrong.Message }, 400);
        }
    }

    private static Task NoContent(HttpContext http, Action change)
    {
        change();
        http.Response.StatusCode = 204;
        return Task.CompletedTask;
    }

    private static Task WriteAsync(HttpContext http, object value, int status = 200)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        return JsonSerializer.SerializeAsync(http.Response.Body, value, value.GetType(), SimulatorJson.Options, http.RequestAborted);
    }
}
