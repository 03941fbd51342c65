using Connector.Pinterest;
using Connector.Simulator.Api;
using Connector.Simulator.Faults;
using Connector.Simulator.State;

namespace Connector.Simulator.Server;

/// <summary>Serves every call: authentication, rate limits, faults, then the operation itself, of which one runs at a time.</summary>
internal sealed class CallPipeline(SimulatorState state, CallLimiter limiter, ActiveFaults faults, RequestLog log, TimeProvider clock)
{
    // Operations whose security in Pinterest's description does not name client_credentials.
    private static readonly string[] NotForOwners =
    [
        "delete_board", "create_section", "update_section", "delete_section", "register_media", "list_media", "get_media",
        "get_account_analytics", "search_pins", "save_pin",
        "related_terms", "suggested_terms", "trending_keywords", "list_websites", "verify_website",
        "list_catalogs", "ingest_feed", "list_feed_results", "list_feed_issues",
        "find_items", "list_groups", "create_group", "get_group", "update_group", "delete_group", "count_group", "list_group_products",
        "create_report", "get_report", "list_report_stats",
    ];

    // Scopes that not every consent has: the others are asked for each time.
    private static readonly Dictionary<string, string> NeededScopes = new()
    {
        ["related_terms"] = "ads:read",
        ["suggested_terms"] = "ads:read",
        ["audience_insights"] = "ads:read",
        ["list_audiences"] = "ads:read",
        ["verify_website"] = "user_accounts:write",
        ["list_catalogs"] = "catalogs:read",
        ["list_feeds"] = "catalogs:read",
        ["get_feed"] = "catalogs:read",
        ["create_feed"] = "catalogs:write",
        ["update_feed"] = "catalogs:write",
        ["delete_feed"] = "catalogs:write",
        ["ingest_feed"] = "catalogs:write",
        ["list_feed_results"] = "catalogs:read",
        ["list_feed_issues"] = "catalogs:read",
        ["find_items"] = "catalogs:read",
        ["send_items"] = "catalogs:write",
        ["get_item_batch"] = "catalogs:read",
        ["list_groups"] = "catalogs:read",
        ["create_group"] = "catalogs:write",
        ["get_group"] = "catalogs:read",
        ["update_group"] = "catalogs:write",
        ["delete_group"] = "catalogs:write",
        ["count_group"] = "catalogs:read",
        ["list_group_products"] = "catalogs:read",
        ["create_report"] = "catalogs:read",
        ["get_report"] = "catalogs:read",
        ["list_report_stats"] = "catalogs:read",
    };

    private long _requests;

    /// <summary>A call with an access token.</summary>
    /// <param name="operation">Its name, by which faults are ordered.</param>
    /// <param name="category">Among which calls it counts.</param>
    /// <param name="handle">Answers it; no other call is answered meanwhile.</param>
    /// <param name="prepare">What takes time, before that.</param>
    public RequestDelegate Authorized(
        string operation, RateCategory category, Func<SimulatedCall, SimulatorResponse> handle, Func<SimulatedCall, Task>? prepare = null)
    {
        return RespondAsync;

        Task RespondAsync(HttpContext http) =>
            RunAsync(http, operation, progress => ServeAsync(http, progress, operation, category, handle, prepare));
    }

    /// <summary>A call without an access token, to the token endpoint or the upload storage, which find the account themselves.</summary>
    public RequestDelegate Anonymous(Func<HttpContext, Task<BegunCall>> begin)
    {
        return RespondAsync;

        Task RespondAsync(HttpContext http) => RunAsync(http, null, progress => ServeAsync(http, progress, begin));
    }

    public RequestDelegate Unknown() => http => RunAsync(http, null, _ => throw new Refusal(404, 404, "There is no such operation."));

    private Task<SimulatorResponse> ServeAsync(
        HttpContext http, Progress progress, string operation, RateCategory category, Func<SimulatedCall, SimulatorResponse> handle,
        Func<SimulatedCall, Task>? prepare)
    {
        var (account, grant) = Authenticate(http.Request);
        progress.AccountId = account.Id;
        if (grant.IsOfOwner && NotForOwners.Contains(operation)) throw Refusal.NotPermitted();
        if (NeededScopes.TryGetValue(operation, out var scope) && grant.Scopes?.Split(',').Contains(scope) == false)
            throw Refusal.ScopeMissing();
        progress.Rates = limiter.Take(account.Id, grant.AppId, category);
        if (!progress.Rates.Allowed)
            return Task.FromResult(Refusal.RateLimited().Answer with { RetryAfterSeconds = progress.Rates.ResetSeconds });

        var call = new SimulatedCall(http, operation, account);
        return faults.RunAsync(call, async () =>
        {
            await call.ReadBodyAsync();
            if (prepare is not null) await prepare(call);
            return Handle(call, handle);
        });
    }

    private async Task<SimulatorResponse> ServeAsync(HttpContext http, Progress progress, Func<HttpContext, Task<BegunCall>> begin)
    {
        var begun = await begin(http);
        var call = begun.Call;
        progress.AccountId = call.Account.Id;
        progress.Operation = call.Operation;
        return await faults.RunAsync(call, async () =>
        {
            await begun.ReadAsync(call);
            return Handle(call, begun.Handle);
        });
    }

    private SimulatorResponse Handle(SimulatedCall call, Func<SimulatedCall, SimulatorResponse> handle)
    {
        lock (state.Gate)
        {
            try
            {
                return handle(call);
            }
            catch (Refusal refusal)
            {
                return refusal.Answer;
            }
        }
    }

    private async Task RunAsync(HttpContext http, string? operation, Func<Progress, Task<SimulatorResponse>> serve)
    {
        var progress = new Progress { Operation = operation };
        SimulatorResponse answer;
        try
        {
            answer = await serve(progress);
        }
        catch (Refusal refusal)
        {
            answer = refusal.Answer;
        }

        http.Response.Headers["x-pinterest-rid"] = Seeded.Id($"request {Interlocked.Increment(ref _requests)}");
        log.Add(new SeenRequest(
            clock.GetUtcNow(), http.Request.Method, http.Request.Path, progress.Operation, answer.Status, progress.AccountId));
        try
        {
            await answer.WriteAsync(http, progress.Rates, clock);
        }
        catch (OperationCanceledException)
        {
            // The caller did not wait for a slow answer, which is what slow answers are for.
        }
    }

    private (SimulatedAccount Account, SimulatedGrant Grant) Authenticate(HttpRequest request)
    {
        const string scheme = "Bearer ";
        var header = request.Headers.Authorization.ToString();
        lock (state.Gate)
        {
            var grant = header.StartsWith(scheme, StringComparison.Ordinal)
                ? state.FindGrant(header[scheme.Length..], clock.GetUtcNow())
                : null;
            return grant is null ? throw Refusal.TokenExpired() : (state.FindAccount(grant.AccountId)!, grant);
        }
    }

    private sealed class Progress
    {
        public string? Operation { get; set; }
        public string? AccountId { get; set; }
        public RateStanding? Rates { get; set; }
    }
}
