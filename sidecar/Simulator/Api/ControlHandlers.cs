using System.Text.Json;
using Connector.Simulator.Faults;
using Connector.Simulator.Server;
using Connector.Simulator.State;

namespace Connector.Simulator.Api;

/// <summary>What tests and demonstrations may ask of the simulator itself; not part of Pinterest.</summary>
internal sealed class ControlHandlers(
    SimulatorState state, ActiveFaults faults, ForeignPins foreign, PinterestRoutes operations, CallLimiter limiter, RequestLog log,
    TimeProvider clock)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/control/faults", http => WriteAsync(http, Faults(About(http))));
        routes.MapPost("/control/faults", http => CreateAsync<FaultRule>(http, AddFault));
        routes.MapDelete("/control/faults", http => NoContent(http, () => faults.Clear(About(http))));
        routes.MapPost("/control/reset", http => NoContent(http, () => StartOver(http.Request.Query["account"])));
        routes.MapGet("/control/pins", http => WriteAsync(http, Pins(http.Request.Query["account"])));
        routes.MapPost("/control/pins", http => CreateAsync<ForeignPin>(http, foreign.Add));
        routes.MapPost("/control/limits", http => CreateAsync<SimulatorLimits>(http, limits => limiter.Limits = limits));
        routes.MapGet("/control/requests", http => WriteAsync(http, log.Requests));
        routes.MapGet("/control/violations", http => WriteAsync(http, limiter.Violations));
    }

    /// <summary>An account, or every one, as on its first day, without faults or memory of calls; tokens stay good.</summary>
    public void StartOver(string? account = null)
    {
        var about = About(account);
        lock (state.Gate)
        {
            var known = state.FindAccount(account);
            if (account is null || known is not null) state.Record(new StartedOver(clock.GetUtcNow(), known?.Id));
        }

        faults.Clear(about);
        limiter.Clear(about);
        log.Clear(about);
    }

    /// <summary>Every pin there is, of one account or all, listed or not yet.</summary>
    public IReadOnlyList<SimulatedPin> Pins(string? account)
    {
        lock (state.Gate)
            return [.. state.Accounts.Where(each => account is null || each.IsCalled(account)).SelectMany(each => each.Pins)];
    }

    private FaultRule AddFault(FaultRule rule)
    {
        if (rule.Operation is not null && !operations.Operations.Any(rule.AppliesTo))
            throw new InvalidControlRequestException("operation", $"There is no operation '{rule.Operation}'. There are: "
                + $"{string.Join(", ", operations.Operations)}; * stands for any letters.");
        lock (state.Gate) rule = rule with { Account = state.FindAccount(rule.Account)?.Id ?? rule.Account };
        return faults.Add(rule);
    }

    private FaultOverview Faults(Predicate<string> about) => new(
        [.. faults.Remaining.Where(rule => about(rule.Account))],
        [.. FaultCatalog.All.Select(fault => new KnownFault(fault.Key, fault.Value.Description, fault.Value.Operation, fault.Value.Lasts))],
        operations.Operations);

    private Predicate<string> About(HttpContext http) => About(http.Request.Query["account"]);

    /// <summary>Tells whether a name is this account's; every name is when none is asked for.</summary>
    private Predicate<string> About(string? account)
    {
        lock (state.Gate)
        {
            var known = state.FindAccount(account);
            return name => account is null || (known?.IsCalled(name) ?? name == account);
        }
    }

    private static async Task CreateAsync<T>(HttpContext http, Func<T, object> create) where T : class
    {
        try
        {
            var body = await JsonSerializer.DeserializeAsync<T>(http.Request.Body, SimulatorJson.Strict, http.RequestAborted)
                ?? throw new InvalidControlRequestException("body", "The body is null; send a JSON object.");
            await WriteAsync(http, create(body), 201);
        }
        catch (InvalidControlRequestException wrong)
        {
            await WriteAsync(http, wrong.Error, 400);
        }
        catch (JsonException wrong)
        {
            await WriteAsync(http, new FieldError("body", [wrong.Message]), 400);
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

/// <summary>The active faults, and what can be ordered.</summary>
internal sealed record FaultOverview(IReadOnlyList<FaultRule> Orders, IReadOnlyList<KnownFault> Faults, IReadOnlyList<string> Operations);
