using Connector.Common;
using Connector.Pacing;
using Connector.Pins;
using Connector.Pins.Lifecycle;
using Connector.Publishing.Reconciliation;
using Connector.Storage;
using Microsoft.Extensions.Options;

namespace Connector.Publishing.Worker;

/// <summary>What publishing does to pins and attempts; every step is guarded by the attempt that is open.</summary>
internal sealed class QueueStore(Database database, IOptions<ReconciliationOptions> reconciling, TimeProvider clock)
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(3);

    // The first in line can mostly go; how many are read next to find one that can.
    private const int Page = 200;

    private TimeSpan FirstLook => reconciling.Value.Schedule[0];

    /// <summary>This process, as the lanes' leases know it.</summary>
    private readonly string _owner = Guid.NewGuid().ToString("N");

    public List<string> AccountsWithWork() => database.Read(sql => sql.Query<string>(
        "select distinct account_id from pins where status in ('scheduled', 'queued') union select distinct account_id from pins where status = 'publishing'"));

    /// <summary>When the next pin of the account falls due that is not yet; null when none is to come.</summary>
    public DateTimeOffset? NextDueAt(string accountId, DateTimeOffset now) => database.Read(sql => sql.Find<DateTimeOffset?>(
        "select due_at from pins where account_id = @accountId and status in ('scheduled', 'queued') and due_at > @now order by due_at limit 1", new { accountId, now }));

    /// <summary>Queues what is scheduled and whose time has come; returns which.</summary>
    public async Task<List<string>> QueueDueAsync(string accountId, DateTimeOffset now)
    {
        var args = new { accountId, now };
        const string Due = "account_id = @accountId and status = 'scheduled' and due_at <= @now";
        if (database.Read(sql => sql.Find<long>($"select exists (select 1 from pins where {Due})", args)) == 0) return [];

        return await database.WriteAsync(sql =>
        {
            var ids = sql.Query<string>($"select id from pins where {Due}", args);
            sql.Execute($"update pins set status = 'queued', updated_at = @now where {Due}", args);
            return ids;
        });
    }

    /// <summary>After the clock was set back: what waits only for a time that the wrong clock had is due now, or when its caller asked.</summary>
    public async Task CorrectDueAsync(string accountId)
    {
        var args = new { accountId, now = clock.GetUtcNow() };
        const string Early = "account_id = @accountId and status in ('scheduled', 'queued') and status = 'queued' and due_at > @now and coalesce(wait_code, 'media_processing') = 'media_processing'";
        if (database.Read(sql => sql.Find<long>($"select exists (select 1 from pins where {Early})", args)) == 0) return;

        await database.WriteAsync(sql => sql.Execute($"update pins set {PinRules.DueAgain}, updated_at = @now where {Early}", args));
    }

    /// <summary>The account's due pins, in the order in which they want to go.</summary>
    public IEnumerable<PacedPin> Queued(string accountId, DateTimeOffset now)
    {
        var page = Page;
        var pins = ReadLine(accountId, now, 1, null);
        while (pins.Count > 0)
        {
            foreach (var pin in pins) yield return pin;
            pins = ReadLine(accountId, now, page, pins[^1]);
            page *= 10;
        }
    }

    /// <summary>Opens an attempt, durable before its first byte leaves; null when the pin or the lane is no longer ours to take.</summary>
    public Task<Claim?> ClaimAsync(string accountId, string pinId, bool clockConfirmed)
    {
        var now = clock.GetUtcNow();
        var attemptId = Id.New("att_", now);
        return database.WriteAsync(sql =>
        {
            var args = new { accountId, pinId, attemptId, now, until = now + Lease, owner = _owner, clockConfirmed };
            var leased = sql.Execute(
                """
                insert into lanes (account_id, owner, leased_until) values (@accountId, @owner, @until)
                on conflict (account_id) do update set owner = @owner, leased_until = @until where lanes.owner = @owner or lanes.leased_until < @now
                """,
                args);
            if (leased == 0 || LinkHolds.DeferIfHeld(sql, pinId, now)) return null;

            var claimed = sql.Execute(
                """
                update pins set status = 'publishing', attempt_id = @attemptId, attempt_count = attempt_count + 1, wait_code = null, wait_message = null, updated_at = @now
                where id = @pinId and account_id = @accountId and status = 'queued' and due_at <= @now and (media_type <> 'video' or media_id is not null)
                """,
                args);
            if (claimed == 0) return null;

            sql.Execute(
                """
                insert into attempts (id, pin_id, account_id, number, started_at, clock_confirmed)
                select @attemptId, id, account_id, attempt_count, @now, @clockConfirmed from pins where id = @pinId
                """,
                args);
            return new Claim(attemptId, now, sql.Find<PinRow>("select * from pins where id = @pinId", args)!);
        });
    }

    public PinImage? Image(string pinId) =>
        database.Read(sql => sql.Find<PinImage>("select content_type, bytes from pin_images where pin_id = @pinId", new { pinId }));

    /// <summary>Writes how an attempt ended, however long the disk takes; false when it had been settled already, and then nothing changes.</summary>
    public Task<bool> CompleteAsync(Claim claim, AttemptResult verdict)
    {
        var now = clock.GetUtcNow();
        return database.WriteSurelyAsync(sql => AttemptCompletion.Write(sql, claim.AttemptId, claim.Pin.Id, verdict, FirstLook, now), clock);
    }

    private List<PacedPin> ReadLine(string accountId, DateTimeOffset now, int limit, PacedPin? after) => database.Read(sql => sql.Query<PacedPin>(
        $"""
        select {QueueReader.PacedColumns} from pins
        where account_id = @accountId and status = 'queued' and due_at <= @now
          and (media_type <> 'video' or media_id is not null)
          {(after is null ? "" : "and (-priority, place_at, id) > (@rank, @placeAt, @id)")}
        order by priority desc, place_at, id
        limit @limit
        """,
        new { accountId, now, limit, rank = -after?.Priority, placeAt = after?.PlaceAt, id = after?.Id }));

    /// <summary>After a start: whatever was in flight when the last process ended has an unknown outcome.</summary>
    public Task<List<string>> CompleteInterruptedAsync()
    {
        var now = clock.GetUtcNow();
        return database.WriteAsync(sql =>
        {
            sql.Execute("delete from lanes");
            var lost = sql.Query<(string Id, string PinId)>("select id, pin_id from attempts where outcome is null");
            foreach (var (id, pinId) in lost)
                AttemptCompletion.Write(sql, id, pinId, AttemptResults.Unknown("The connector stopped while the request was under way, so Pinterest's answer is not known."), FirstLook, now);
            return lost.ConvertAll(attempt => attempt.PinId);
        });
    }
}

/// <summary>A pin taken for publishing, and its open attempt.</summary>
internal sealed record Claim(string AttemptId, DateTimeOffset At, PinRow Pin)
{
    /// <summary>A claim is good for so long; who slept through it must not send any more, because somebody else may have taken over.</summary>
    public static readonly TimeSpan GoodFor = TimeSpan.FromSeconds(60);
}
