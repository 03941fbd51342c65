using Connector.Accounts.OAuth;
using Connector.Common;
using Connector.Http;
using Connector.Pinterest;

namespace Connector.Accounts;

/// <summary>What to connect in a browser: an account of that environment, or one again; and where to link to at the end.</summary>
internal sealed record ConnectionRequest(PinterestEnvironment? Environment, string? AccountId = null, string? ReturnUrl = null);

/// <summary>A link that a person opens in a browser to connect a Pinterest account.</summary>
public sealed record ConnectionLink
{
    /// <summary>Open it in a browser. The first browser that opens it is the only one that can use it, once.</summary>
    public required string AuthorizeUrl { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }
    /// <summary>The address that Pinterest sends the browser back to: it must be among the app's redirect URIs, letter by letter.</summary>
    public required string RedirectUri { get; init; }
}

/// <summary>What a consent page is asked for.</summary>
internal sealed record PendingConsent(string WorkspaceId, string AppId, string RedirectUri);

/// <summary>Begins connecting accounts in a browser.</summary>
internal sealed class AccountConnections(
    ConnectionStore starts, ConnectionGuard guard, AccountStore accounts, PinterestApps apps, ReturnAddress returns, PublicAddress address,
    TimeProvider clock)
{
    public static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(10);

    /// <summary>Makes a link; connecting again an account that the caller sees needs the scope publish, a new one admin.</summary>
    /// <exception cref="ProblemException">The caller may not, no app is set, or the request is wrong.</exception>
    public async Task<ConnectionLink> StartAsync(Caller caller, ConnectionRequest asked)
    {
        var account = asked.AccountId is { } id ? accounts.Seen(caller, id) ?? throw Problems.AccountNotFound(id, "account_id") : null;
        if (account is null) EnsureMayAdd(caller);
        var environment = EnvironmentOf(asked, account);
        var app = apps.Needed(caller.WorkspaceId, environment, "Connecting an account in a browser");
        var (link, now) = (SecretText.New(), clock.GetUtcNow());
        var start = new ConnectionStart
        {
            Id = SecretText.Hash(link),
            WorkspaceId = caller.WorkspaceId,
            KeyId = caller.KeyId,
            Environment = environment,
            AccountId = account?.Id,
            AppId = app.AppId,
            RedirectUri = address.Of(CallbackPath.Value),
            ReturnUrl = returns.Read(asked.ReturnUrl),
            CreatedAt = now,
            ExpiresAt = now + GoodFor,
        };
        await starts.AddAsync(start);
        return new ConnectionLink
        {
            AuthorizeUrl = address.Of($"{BeginPage.Path}/{link}"),
            ExpiresAt = start.ExpiresAt,
            RedirectUri = start.RedirectUri,
        };
    }

    /// <summary>
    /// For the simulator's consent page, which is ours: the link that a browser comes from with this state; null, and a page that says
    /// why, when that is not the browser or the link has ended.
    /// </summary>
    public async Task<PendingConsent?> PendingAsync(HttpContext http, string? state)
    {
        var start = state is null ? null : starts.FindByState(state);
        var refusal = guard.RefusalOf(http, start);
        if (refusal is null && start!.Environment != PinterestEnvironment.Simulator) refusal = LinkFailures.Unknown;
        if (refusal is null) return new PendingConsent(start!.WorkspaceId, start.AppId, start.RedirectUri);

        await new PlainPage(refusal.Status, refusal.Title).Say(refusal.Text).Say(refusal.Next).Code(refusal.Code).WriteAsync(http);
        return null;
    }

    private static void EnsureMayAdd(Caller caller)
    {
        if (!Scope.Covers(caller.Scopes, Scope.Admin)) throw new ProblemException(Problems.InsufficientScope(Scope.Admin));
        if (caller.AccountIds is not null) throw AccountProblems.KeyIsLimited();
    }

    private static PinterestEnvironment EnvironmentOf(ConnectionRequest asked, AccountRow? account)
    {
        if (account is not null && asked.Environment is { } other && other != account.Environment)
            throw Problems.Invalid("environment", $"is not that of the account, which is {account.Environment.Wire()}; leave it out.");
        return account?.Environment ?? asked.Environment ?? throw Problems.Invalid("environment", "is needed, unless account_id is given.");
    }
}
