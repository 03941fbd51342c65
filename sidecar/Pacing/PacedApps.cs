using Connector.Storage;
using Microsoft.Extensions.Options;

namespace Connector.Pacing;

/// <summary>The Pinterest app that an account's calls are counted for, in its environment, and its tier.</summary>
internal sealed record PacedApp(string Environment, string AppId, string Tier)
{
    /// <summary>Whether the accounts of the app share what it may call.</summary>
    public bool IsShared => Tier == PacingOptions.Trial;
}

/// <summary>Reads which accounts are of one app.</summary>
internal sealed class PacedApps(Database database, IOptions<PacingOptions> options)
{
    // An account that remembers no app is of the app of the settings, or without one of the current app of its workspace.
    private const string AppOfAccount =
        """
        coalesce(a.app_id, case a.environment when 'simulator' then 'simulator' else coalesce(@AppId,
            (select c.app_id from apps c where c.workspace_id = a.workspace_id and c.is_current = 1), '') end)
        """;

    public PacedApp Of(string accountId)
    {
        var found = database.Read(sql => sql.Find<PacedAppRow>(
            $"""
            select found.environment, found.app_id, p.access_tier from (
                select a.environment, a.workspace_id, {AppOfAccount} as app_id from accounts a where a.id = @accountId) found
            left join apps p on p.workspace_id = found.workspace_id and p.app_id = found.app_id
            """,
            new { accountId, options.Value.AppId }));
        var isOfSettings = found?.AccessTier is null || found.AppId == options.Value.AppId;
        return new PacedApp(found?.Environment ?? "", found?.AppId ?? "", isOfSettings ? options.Value.Tier : found!.AccessTier!);
    }

    /// <summary>The accounts whose calls count for the app, the given one among them; also disconnected ones.</summary>
    public List<string> Beside(string accountId, PacedApp app) => database.Read(sql => sql.Query<string>(
        $"select a.id from accounts a where a.id = @accountId or (a.environment = @Environment and {AppOfAccount} = @Mine)",
        new { accountId, app.Environment, Mine = app.AppId, options.Value.AppId }));

    private sealed record PacedAppRow
    {
        public string Environment { get; init; } = "";
        public string AppId { get; init; } = "";
        public string? AccessTier { get; init; }
    }
}
