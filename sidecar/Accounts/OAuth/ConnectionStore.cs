using Connector.Common;
using Connector.Pinterest;
using Connector.Storage;

namespace Connector.Accounts.OAuth;

/// <summary>Links for connecting accounts, in the database: a restart in between changes nothing.</summary>
internal sealed class ConnectionStore(Database database, TimeProvider clock)
{
    // For so long a link that has ended is told apart from one that never was.
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    public Task AddAsync(ConnectionStart start) => database.WriteAsync(sql =>
    {
        sql.Execute("delete from connection_starts where expires_at < @old", new { old = start.CreatedAt - Kept });
        sql.Execute(
            """
            insert into connection_starts (id, workspace_id, key_id, environment, account_id, app_id, redirect_uri, return_url, created_at,
                expires_at)
            values (@Id, @WorkspaceId, @KeyId, @environment, @AccountId, @AppId, @RedirectUri, @ReturnUrl, @CreatedAt, @ExpiresAt)
            """,
            new
            {
                start.Id,
                start.WorkspaceId,
                start.KeyId,
                environment = start.Environment.Wire(),
                start.AccountId,
                start.AppId,
                start.RedirectUri,
                start.ReturnUrl,
                start.CreatedAt,
                start.ExpiresAt,
            });
    });

    public ConnectionStart? FindByLink(string secret) => Find("id", secret);

    public ConnectionStart? FindByState(string state) => Find("state", state);

    /// <summary>Binds the link to a browser, or gives that browser another state; false when another browser was faster.</summary>
    /// <param name="id">The link.</param>
    /// <param name="browser">What its cookie holds.</param>
    /// <param name="state">What Pinterest will send back.</param>
    public Task<bool> OpenAsync(string id, string browser, string state) => database.WriteAsync(sql => sql.Execute(
        """
        update connection_starts set state = @state, browser = @browser
        where id = @id and used_at is null and (browser is null or browser = @browser)
        """,
        new { id, browser = SecretText.Hash(browser), state = SecretText.Hash(state) }) == 1);

    /// <summary>Uses it up; false when it was used before.</summary>
    public Task<bool> UseAsync(string id)
    {
        var now = clock.GetUtcNow();
        return database.WriteAsync(sql =>
            sql.Execute("update connection_starts set used_at = @now where id = @id and used_at is null", new { id, now }) == 1);
    }

    // A text that somebody made up is hashed like any other.
    private ConnectionStart? Find(string column, string secret) => database.Read(sql => sql.Find<ConnectionStart>(
        $"select * from connection_starts where {column} = @hash", new { hash = SecretText.Hash(secret) }));
}
