using Connector.Accounts.Calls;
using Connector.Accounts.Changes;
using Connector.Pinterest;
using Connector.Storage;

namespace Connector.Accounts.Tokens;

/// <summary>
/// Warns that a person must connect an account again soon, and says so when its tokens have ended. To be called after renewals: what
/// renews itself is never warned of.
/// </summary>
internal sealed partial class ReconnectWarnings(
    Database database, AccountStore accounts, AccountEvents events, TokenVault vault, PinterestClient pinterest, TimeProvider clock,
    ILogger<ReconnectWarnings> logger)
{
    private static readonly TimeSpan Earliest = TimeSpan.FromDays(14);

    public async Task RunOnceAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        foreach (var row in Ending(now))
        {
            if (row.TokensEndAt is not { } end) continue;
            if (end > now) await WarnAsync(row, end, now);
            else if (!(row.AccessTokenExpiresAt > now)) await EndAsync(row, cancellation);
        }
    }

    private List<AccountRow> Ending(DateTimeOffset now) => database.Read(sql => sql.Query<AccountRow>(
        """
        select * from accounts
        where coalesce(refresh_token_expires_at, access_token_expires_at) <= @horizon and access_token is not null
          and status <> 'reconnect_required' and deleted_at is null
        """,
        new { horizon = now + Earliest }));

    private async Task WarnAsync(AccountRow row, DateTimeOffset end, DateTimeOffset now)
    {
        if (ReconnectWarning.Stage(end, now) is not { } stage || !ReconnectWarning.IsNew(stage, row.WarnedDays)) return;

        var left = ReconnectWarning.DaysLeft(end, now);
        var isSaid = await accounts.ChangeAsync(sql =>
        {
            var changed = sql.Execute(
                """
                update accounts set warned_days = @stage
                where id = @Id and token_version = @TokenVersion and deleted_at is null and (warned_days is null or warned_days > @stage)
                """,
                new { row.Id, row.TokenVersion, stage });
            if (changed == 1) events.Warn(sql, AccountStore.Current(sql, row.Id), left, now);
            return changed == 1;
        });
        if (isSaid) Log.EndsSoon(logger, row.Label, left);
    }

    /// <summary>By our clock the tokens have ended; Pinterest is asked, because that clock may be wrong.</summary>
    private async Task EndAsync(AccountRow row, CancellationToken cancellation)
    {
        try
        {
            var token = vault.Open(row.Id, "access_token", row.AccessToken!);
            await pinterest.GetUserAccountAsync(new PinterestSession(row.Environment, token, new Uncounted()), cancellation);
        }
        catch (PinterestException error) when (error.Failure.Kind == FailureKind.TokenExpired)
        {
            await accounts.LoseTokenAsync(row, "Its tokens have ended, and nothing renewed them in time.");
        }
        catch (PinterestException)
        {
            // Asked again at the next run.
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            Level = LogLevel.Warning,
            Message = "The tokens of account {Account} end in {Days} days and nothing renews them: connect it again before, or its pins "
                + "will wait.")]
        public static partial void EndsSoon(ILogger logger, string account, long days);
    }
}
