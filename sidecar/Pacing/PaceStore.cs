using System.Text.Json;
using System.Text.Json.Serialization;
using Connector.Common;
using Connector.Http;
using Connector.Pacing.Cadence;
using Connector.Pacing.Limits;
using Connector.Storage;

namespace Connector.Pacing;

/// <summary>
/// What pacing stores for the next start: calls made and limits learned. Creates of pins are counted from the attempts themselves.
/// </summary>
internal sealed partial class PaceStore(Database database, ILogger<PaceStore> logger)
{
    private static readonly TimeSpan LongestWindow = TimeSpan.FromDays(1);

    // The column holds settings of other features too.
    private static readonly JsonSerializerOptions StoredJson =
        new(Json.Options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip };

    /// <summary>Adds the calls of the window's own time that were made before this process started.</summary>
    public CallWindow Fill(CallWindow window, IReadOnlyList<string> accountIds, DateTimeOffset now)
    {
        var spent = database.Read(sql => sql.Query<(DateTimeOffset Started, DateTimeOffset Ended)>(
            """
            select started_at, ended_at from (
                select started_at, coalesce(ended_at, @now) as ended_at, 'org_write' as category, account_id from attempts
                where started_at > @since and coalesce(outcome, 'unknown') <> 'not_sent' and restored_as is null
                union all
                select ended_at as started_at, ended_at, category, account_id from calls where ended_at > @horizon
            ) spent
            where ended_at > @horizon
              and (@category is null or category = @category)
              and account_id in @accountIds
            order by ended_at
            """,
            new
            {
                now,
                horizon = now - window.Limit.Window,
                since = now - window.Limit.Window - TimeSpan.FromMinutes(5),
                category = window.Limit.Category,
                accountIds,
            }));
        var ahead = Ahead(spent.Select(call => call.Ended), now);
        foreach (var (started, ended) in spent) window.Add(Corrected(started, ahead, now), Corrected(ended, ahead, now));
        return window;
    }

    /// <summary>Reads the account's settings, and which of its pins count for that.</summary>
    public void ReadCadence(string accountId, AccountPace pace, DateTimeOffset now)
    {
        var stored = database.Read(sql => sql.Find<string>("select settings from accounts where id = @accountId", new { accountId }));
        var settings = stored is null ? new CadenceSettings() : JsonSerializer.Deserialize<CadenceSettings>(stored, StoredJson)!;
        ReadCadence(accountId, pace, settings, now);
    }

    /// <summary>The same with settings that need not be the account's.</summary>
    public void ReadCadence(string accountId, AccountPace pace, CadenceSettings settings, DateTimeOffset now)
    {
        var cadence = new CadenceHistory(CadenceRules.Of(settings));
        var published = database.Read(sql => sql.Query<PublishedRow>(
            """
            select p.id, p.board_id, p.link_url, p.link_domain, a.started_at from attempts a join pins p on p.id = a.pin_id
            where a.account_id = @accountId and a.started_at > @since
              and (a.outcome is null or a.outcome = 'accepted' or (a.outcome = 'unknown' and coalesce(a.conclusion, '') <> 'absent'))
              and (a.restored_as is null or a.conclusion = 'found')
            order by a.started_at
            """,
            new { accountId, since = now - cadence.Lookback }));
        var ahead = Ahead(published.Select(pin => pin.StartedAt), now);
        foreach (var pin in published) cadence.Add(pin, Corrected(pin.StartedAt, ahead, now));

        (pace.Margin, pace.Cadence) = (settings.SafetyMarginPercent, cadence);
        if (AverageLatency(accountId) is { } latency) pace.Latency = latency;
    }

    public List<(string Category, LearnedLimit Limit)> Learned(string accountId, DateTimeOffset now) => database.Read(sql => sql
        .Query<LearnedRow>(
            "select category, remaining, resets_at from learned_limits where account_id = @accountId and resets_at > @now",
            new { accountId, now })
        .ConvertAll(row => (row.Category, new LearnedLimit((int)row.Remaining, row.ResetsAt))));

    /// <summary>Records a call that is about to be made; false when the budget that is given has no room for it.</summary>
    public Task<bool> CountAsync(string accountId, string category, CallBudget? budget, DateTimeOffset now) => database.WriteAsync(sql =>
    {
        if (budget is not null && !SharedBudget.HasRoom(sql, budget, now)) return false;

        Count(sql, accountId, category, now);
        sql.Execute("delete from calls where account_id = @accountId and ended_at < @old", new { accountId, old = now - LongestWindow });
        return true;
    });

    /// <summary>Records a call that ended then.</summary>
    public static void Count(Sql sql, string accountId, string category, DateTimeOffset endedAt) => sql.Execute(
        """
        insert into calls (workspace_id, account_id, category, ended_at)
        select workspace_id, id, @category, @endedAt from accounts where id = @accountId
        """,
        new { accountId, category, endedAt });

    /// <summary>
    /// Keeps a refusal for the next start. It is not awaited: to lose it costs one more 429, to wait for it would delay an answer.
    /// </summary>
    public void Remember(string accountId, string category, LearnedLimit learned) => _ = RememberAsync(accountId, category, learned);

    private TimeSpan? AverageLatency(string accountId) =>
        database.Read(sql => sql.Find<double?>(
            """
            select avg(ended_at - started_at) from (
                select started_at, ended_at from attempts where account_id = @accountId and outcome = 'accepted' and restored_as is null
                    order by started_at desc limit 100) latest
            """,
            new { accountId })) is { } milliseconds ? TimeSpan.FromMilliseconds(milliseconds) : null;

    // Times in the future were written before the clock was set back: the latest counts as now, the others keep their distance from it.
    private static TimeSpan Ahead(IEnumerable<DateTimeOffset> times, DateTimeOffset now) =>
        times.DefaultIfEmpty(now).Max() is var latest && latest > now ? latest - now : TimeSpan.Zero;

    private static DateTimeOffset Corrected(DateTimeOffset at, TimeSpan ahead, DateTimeOffset now) => at > now ? at - ahead : at;

    private async Task RememberAsync(string accountId, string category, LearnedLimit learned)
    {
        try
        {
            await database.WriteAsync(sql => sql.Execute(
                """
                insert into learned_limits (workspace_id, account_id, category, remaining, resets_at)
                select workspace_id, id, @category, @Remaining, @ResetsAt from accounts where id = @accountId
                on conflict (account_id, category) do update set remaining = excluded.remaining, resets_at = excluded.resets_at
                """,
                new { accountId, category, learned.Remaining, learned.ResetsAt }));
        }
        catch (StorageUnavailableException error)
        {
            Log.NotKept(logger, accountId, error.Message);
        }
    }

    private sealed record LearnedRow
    {
        public string Category { get; init; } = "";
        public long Remaining { get; init; }
        public DateTimeOffset ResetsAt { get; init; }
    }

    private sealed record PublishedRow : PacedPin
    {
        public DateTimeOffset StartedAt { get; init; }
    }

    private static partial class Log
    {
        [LoggerMessage(
            Level = LogLevel.Warning,
            Message = "What Pinterest said about the limit of account {AccountId} could not be stored: {Reason} "
                + "Until the next restart it is kept to all the same; after it one more 429 may come. Nothing needs to be done.")]
        public static partial void NotKept(ILogger logger, string accountId, string reason);
    }
}
