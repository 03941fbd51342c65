using Connector.Pinterest;
using Connector.Storage;
using Microsoft.AspNetCore.DataProtection;

namespace Connector.Accounts.Apps;

/// <summary>Pinterest apps that were entered here; a secret is bound to its workspace and app.</summary>
internal sealed class AppStore(Database database, IDataProtectionProvider protection, TimeProvider clock)
{
    /// <summary>The current one first.</summary>
    public List<AppRow> List(string workspaceId) => database.Read(sql => sql.Query<AppRow>(
        "select * from apps where workspace_id = @workspaceId order by is_current desc, created_at desc", new { workspaceId }));

    public AppRow? Find(string workspaceId, string appId) => database.Read(sql => sql.Find<AppRow>(
        "select * from apps where workspace_id = @workspaceId and app_id = @appId", new { workspaceId, appId }));

    public AppRow? Current(string workspaceId) => database.Read(sql => sql.Find<AppRow>(
        "select * from apps where workspace_id = @workspaceId and is_current = 1", new { workspaceId }));

    public AppCredentials Open(AppRow row) => new(row.AppId, For(row.WorkspaceId, row.AppId).Unprotect(row.AppSecret));

    /// <summary>Adds the app, or changes it, and makes it the current one.</summary>
    public Task KeepAsync(string workspaceId, AppCredentials app, string tier)
    {
        var now = clock.GetUtcNow();
        var secret = For(workspaceId, app.AppId).Protect(app.AppSecret);
        return database.WriteAsync(sql =>
        {
            sql.Execute("update apps set is_current = 0 where workspace_id = @workspaceId", new { workspaceId });
            sql.Execute(
                """
                insert into apps (workspace_id, app_id, app_secret, access_tier, is_current, created_at, updated_at)
                values (@workspaceId, @AppId, @secret, @tier, 1, @now, @now)
                on conflict (workspace_id, app_id) do update set
                    app_secret = excluded.app_secret, access_tier = excluded.access_tier, is_current = 1, updated_at = excluded.updated_at
                """,
                new { workspaceId, app.AppId, secret, tier, now });
        });
    }

    private IDataProtector For(string workspaceId, string appId) =>
        protection.CreateProtector("Connector.Accounts", "app_secret", workspaceId, appId);
}
