using Connector.Accounts.Apps;
using Connector.Accounts.OAuth;
using Connector.Accounts.Tokens;
using Connector.Http;
using Connector.Pacing;
using Connector.Pinterest;
using Microsoft.Extensions.Options;

namespace Connector.Accounts;

/// <summary>Which Pinterest app a workspace uses, and which one an account was connected with.</summary>
internal sealed class PinterestApps(
    AppStore stored, AppProbe probe, IOptions<PinterestOptions> options, PaceLedger pace, PublicAddress address)
{
    /// <summary>What a caller may know of the workspace's app.</summary>
    public PinterestApp Show(Caller caller)
    {
        var rows = stored.List(caller.WorkspaceId);
        var current = rows.Find(row => row.IsCurrent);
        var settings = OfSettings;
        return new PinterestApp
        {
            AppId = settings?.AppId ?? current?.AppId,
            AccessTier = settings is not null ? Wire(options.Value.AccessTier) : current?.AccessTier,
            Source = settings is not null ? "settings" : current is null ? null : "stored",
            RedirectUri = address.Of(CallbackPath.Value),
            StoredApps = [.. rows.Select(row => new StoredApp(row.AppId, row.AccessTier, row.IsCurrent))],
        };
    }

    /// <summary>Tries an app against Pinterest and keeps it as the one that accounts are connected with from now on.</summary>
    /// <param name="caller">Must not be limited to accounts.</param>
    /// <param name="appId">Pinterest's id.</param>
    /// <param name="secret">Null keeps the secret of an app that was entered before.</param>
    /// <param name="tier">Null keeps the tier of an app that was entered before; else it is standard.</param>
    /// <param name="cancellation">Ends the try.</param>
    /// <exception cref="ProblemException">Settings name the app, Pinterest does not know it, or the caller is limited.</exception>
    public async Task<PinterestApp> SetAsync(
        Caller caller, string appId, string? secret, AccessTier? tier, CancellationToken cancellation)
    {
        if (caller.AccountIds is not null) throw AppProblems.KeyIsLimited();
        if (OfSettings is { } set) throw AppProblems.SetBySettings(set.AppId);

        var known = stored.Find(caller.WorkspaceId, appId);
        var app = secret is not null ? new AppCredentials(appId, secret)
            : known is not null ? stored.Open(known)
            : throw AppProblems.SecretNeeded();
        var approved = await probe.IsApprovedAsync(PinterestEnvironment.Production, app, cancellation);
        await stored.KeepAsync(caller.WorkspaceId, app, tier is { } given ? Wire(given) : known?.AccessTier ?? Wire(AccessTier.Standard));
        // The tier, or the app of accounts that have none yet, may be another now.
        pace.ForgetApps();
        return Show(caller) with { Approved = approved };
    }

    /// <summary>The app that new accounts of that environment are connected with; null when none is set.</summary>
    public AppCredentials? Current(string workspaceId, PinterestEnvironment environment)
    {
        if (environment == PinterestEnvironment.Simulator) return RehearsalApp.Of(workspaceId);
        return OfSettings ?? (stored.Current(workspaceId) is { } row ? stored.Open(row) : null);
    }

    /// <inheritdoc cref="Current"/>
    /// <exception cref="ProblemException">None is set.</exception>
    public AppCredentials Needed(string workspaceId, PinterestEnvironment environment, string what) =>
        Current(workspaceId, environment) ?? throw AppProblems.NotConfigured(what);

    /// <summary>The app of that id; null when its secret is not here.</summary>
    public AppCredentials? Find(string workspaceId, string appId)
    {
        if (RehearsalApp.Is(appId)) return RehearsalApp.Of(workspaceId);
        if (OfSettings is { } set && set.AppId == appId) return set;
        return stored.Find(workspaceId, appId) is { } row ? stored.Open(row) : null;
    }

    /// <summary>The app that the account's tokens are of: no other can renew them.</summary>
    /// <exception cref="ProblemException">Its secret is not here.</exception>
    public AppCredentials Of(AccountRow account)
    {
        const string needed = "The account's token must be renewed";
        if (account.AppId is { } id) return Find(account.WorkspaceId, id) ?? throw AppProblems.SecretGone(account);
        return account.Environment == PinterestEnvironment.Simulator
            ? SimulatorApp.Credentials
            : Needed(account.WorkspaceId, account.Environment, needed);
    }

    /// <summary>How much Pinterest lets the account's app do.</summary>
    public AccessTier TierOf(AccountRow account)
    {
        if (account.Environment == PinterestEnvironment.Simulator) return options.Value.AccessTier;
        var id = account.AppId ?? OfSettings?.AppId ?? stored.Current(account.WorkspaceId)?.AppId;
        if (id is null || id == options.Value.AppId) return options.Value.AccessTier;
        return TierOf(stored.Find(account.WorkspaceId, id)) ?? options.Value.AccessTier;
    }

    private AppCredentials? OfSettings =>
        options.Value is { AppId: { Length: > 0 } id, AppSecret: { Length: > 0 } secret } ? new AppCredentials(id, secret) : null;

    private static AccessTier? TierOf(AppRow? row) => row is null ? null : Enum.Parse<AccessTier>(row.AccessTier, ignoreCase: true);

    private static string Wire(AccessTier tier) => tier.ToString().ToLowerInvariant();
}
