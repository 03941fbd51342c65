using Connector.Common;
using Connector.Pacing;
using Connector.Pins;
using Connector.Pins.Lifecycle;
using Connector.Publishing.Reconciliation;
using Connector.Storage;
using Microsoft.Extensions.Options;

namespace Connector.Publishing.Worker;

/// <summary>The queues of accounts: which pin is next, and the transitions that publishing asks for.</summary>
internal sealed class QueueStore(
    Database database, PinTransitions transitions, IOptions<ReconciliationOptions> reconciling, TimeProvider clock)
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(3);

    // The first pin of the queue can mostly be published; when it cannot, this many are read next to find one that can.
    private const int Page = 200;

    private const string ConnectorStopped = "The connector stopped while the request was under way, so Pinterest's answer is not known.";

    /// <summary>This process, as the leases know it.</summary>
    private readonly string _owner = Guid.NewGuid().ToString("N");

    private TimeSpan FirstLookup => reconciling.Value.Schedule[0];

    public List<string> AccountsWithWork() => database.Read(sql => sql.Query<string>(
        $"""
        select distinct account_id from pins where status in {PinStatusSets.InQueue}
        union select distinct account_id from pins where status = '{PinStatus.Publishing}'
        """));

    /// <summary>How many pins of all accounts wait, and of how many nobody knows whether Pinterest has them.</summary>
    public (long Waiting, long InDoubt) Left() => database.Read(sql => (
        sql.Find<long>($"select count(*) from pins where status in {PinStatusSets.InQueue}"),
        sql.Find<long>($"select count(*) from pins where status = '{PinStatus.Publishing}'")));

    /// <summary>When the next pin of the account falls due that is not yet; null when none is to come.</summary>
    public DateTimeOffset? NextDueAt(string accountId, DateTimeOffset now) => database.Read(sql => sql.Find<DateTimeOffset?>(
        $"""
        select due_at from pins where account_id = @accountId and status in {PinStatusSets.InQueue} and due_at > @now
        order by due_at limit 1
        """,
        new { accountId, now }));

    /// <summary>Queues what is scheduled and whose time has come; returns which.</summary>
    public async Task<List<string>> QueueDueAsync(string accountId, DateTimeOffset now) =>
        database.Read(sql => PinTransitions.AnyDue(sql, accountId, now))
            ? await database.WriteAsync(sql => PinTransitions.QueueDue(sql, accountId, now))
            : [];

    /// <summary>
    /// After the clock was set back: what waits only for a time that the wrong clock had is due now, or when its caller asked.
    /// </summary>
    public async Task CorrectDueAsync(string accountId)
    {
        var now = clock.GetUtcNow();
        if (!database.Read(sql => PinTransitions.AnyLate(sql, accountId, now))) return;
        await database.WriteAsync(sql => PinTransitions.CorrectDue(sql, accountId, now));
    }

    /// <summary>The account's due pins, in the order of the queue.</summary>
    public IEnumerable<PacedPin> Queued(string accountId, DateTimeOffset now)
    {
        var page = Page;
        var pins = ReadQueue(accountId, now, 1, null);
        while (pins.Count > 0)
        {
            foreach (var pin in pins) yield return pin;
            pins = ReadQueue(accountId, now, page, pins[^1]);
            page *= 10;
        }
    }

    /// <summary>
    /// Opens an attempt, durable before its first byte leaves; null when the pin cannot be taken or another process has the account.
    /// </summary>
    public Task<Claim?> ClaimAsync(string accountId, string pinId, bool clockConfirmed)
    {
        var now = clock.GetUtcNow();
        var attempt = new NewAttempt(Id.New("att_", now), accountId, pinId, now) { ClockConfirmed = clockConfirmed };
        return database.WriteAsync(sql => TakeLease(sql, accountId, now) ? PinTransitions.Claim(sql, attempt) : null);
    }

    /// <summary>
    /// Writes how an attempt ended, however long the disk takes; false when it had ended before, and then nothing changes.
    /// </summary>
    public Task<bool> CompleteAsync(Claim claim, AttemptResult result)
    {
        var now = clock.GetUtcNow();
        var attempt = new AttemptKey(claim.AttemptId, claim.Pin.Id);
        return database.WriteSurelyAsync(sql => transitions.Complete(sql, attempt, result, FirstLookup, now), clock);
    }

    /// <summary>After a start: whatever was in flight when the last process ended has an unknown outcome.</summary>
    public Task<List<string>> CompleteInterruptedAsync()
    {
        var now = clock.GetUtcNow();
        return database.WriteAsync(sql =>
        {
            sql.Execute("delete from lanes");
            var interrupted = AttemptStore.Open(sql);
            var unknown = AttemptDecision.Unknown(ConnectorStopped);
            foreach (var attempt in interrupted) transitions.Complete(sql, attempt, unknown, FirstLookup, now);
            transitions.EndLookupsOfDisconnected(sql, now);
            return interrupted.ConvertAll(attempt => attempt.PinId);
        });
    }

    /// <summary>Takes or renews this process's lease on the account, in the table lanes; false while another process has it.</summary>
    private bool TakeLease(Sql sql, string accountId, DateTimeOffset now) => sql.Execute(
        """
        insert into lanes (account_id, owner, leased_until) values (@accountId, @owner, @until)
        on conflict (account_id) do update set owner = @owner, leased_until = @until where lanes.owner = @owner or lanes.leased_until < @now
        """,
        new { accountId, owner = _owner, until = now + Lease, now }) > 0;

    private List<PacedPin> ReadQueue(string accountId, DateTimeOffset now, int limit, PacedPin? after) =>
        database.Read(sql => sql.Query<PacedPin>(
        $"""
        select {QueueReader.PacedColumns} from pins
        where account_id = @accountId and status = '{PinStatus.Queued}' and due_at <= @now
          and {PinTransitions.IsMediaReady}
          {(after is null ? "" : "and (-priority, place_at, id) > (@rank, @placeAt, @id)")}
        order by priority desc, place_at, id
        limit @limit
        """,
        new { accountId, now, limit, rank = -after?.Priority, placeAt = after?.PlaceAt, id = after?.Id }));
}
