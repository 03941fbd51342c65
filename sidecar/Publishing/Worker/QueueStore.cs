using Connector.Common;
using Connector.Pacing;
using Connector.Pins;
using Connector.Pins.Lifecycle;
using Connector.Publishing.Reconciliation;
using Connector.Replicas;
using Connector.Storage;
using Microsoft.Extensions.Options;

namespace Connector.Publishing.Worker;

/// <summary>The queues of accounts: which pin is next, and the transitions that publishing asks for.</summary>
internal sealed class QueueStore(
    Database database, PinTransitions transitions, IAccountLeases leases, IOptions<ReconciliationOptions> reconciling, TimeProvider clock)
{
    // One of the first pins of the queue can mostly be published; when none can, more are read each time.
    private const int FirstPage = 8, SecondPage = 200;

    private static readonly string FirstOfQueue = QueueText("", "$3");
    private static readonly string NextOfQueue = QueueText("and (-priority, place_at, id) > ($3, $4, $5)", "$6");

    private const string ConnectorStopped = "The connector stopped while the request was under way, so Pinterest's answer is not known.";

    private const string ReplicaLost =
        "The replica that sent it was lost while the request was under way, so Pinterest's answer is not known.";

    private TimeSpan FirstLookup => reconciling.Value.Schedule[0];

    public List<string> AccountsWithWork() => database.Read(sql => sql
        .Prepared(
            $"""
            select distinct account_id from pins where status in {PinStatusSets.InQueue}
            union select distinct account_id from pins where status = '{PinStatus.Publishing}'
            """)
        .Query(row => row.Text(0)!));

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

    /// <summary>Whether something that is scheduled has fallen due and is not queued yet.</summary>
    public bool AnyDue(string accountId, DateTimeOffset now) => database.Read(sql => PinTransitions.AnyDue(sql, accountId, now));

    /// <summary>Queues what is scheduled and whose time has come; returns which.</summary>
    public async Task<List<string>> QueueDueAsync(string accountId, DateTimeOffset now) =>
        AnyDue(accountId, now)
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
        var size = FirstPage;
        List<PacedPin> pins;
        PacedPin? last = null;
        do
        {
            pins = ReadQueue(accountId, now, size, last);
            foreach (var pin in pins) yield return pin;
            if (pins.Count < size) yield break;
            last = pins[^1];
            size = Math.Max(SecondPage, size * 10);
        }
        while (pins.Count > 0);
    }

    /// <summary>
    /// Opens an attempt, durable before its first byte leaves; null when the pin cannot be taken or another process has the account.
    /// </summary>
    public Task<Claim?> ClaimAsync(NextPin next)
    {
        var attempt = Attempt(next);
        return database.WriteAsync(sql => next.StillStands() && HasRoom(sql, next) ? Claim(sql, attempt) : null);
    }

    /// <summary>The same for a pin of an account that may have any status, and whose pace was not asked.</summary>
    public Task<Claim?> ClaimAsync(string accountId, string pinId, bool clockConfirmed)
    {
        var now = clock.GetUtcNow();
        var attempt = new NewAttempt(Id.New("att_", now), accountId, pinId, now) { ClockConfirmed = clockConfirmed };
        return database.WriteAsync(sql => Claim(sql, attempt));
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

    /// <summary>
    /// Writes how an attempt ended, and in the same transaction opens the next one if its account is as it was and nothing was tightened
    /// since it was chosen; what cannot be written at once is written without it.
    /// </summary>
    public async Task<(bool IsRecorded, Claim? Next)> CompleteAsync(Claim claim, AttemptResult result, NextPin next)
    {
        var attempt = Attempt(next);
        var now = clock.GetUtcNow();
        try
        {
            return await database.WriteAsync(sql =>
            {
                var isRecorded = transitions.Complete(sql, new AttemptKey(claim.AttemptId, claim.Pin.Id), result, FirstLookup, now);
                return (isRecorded, isRecorded && next.StillStands() && HasRoom(sql, next) ? Claim(sql, attempt) : null);
            });
        }
        catch (Exception error) when (error is not StorageUnavailableException { IsFinal: true })
        {
            return (await CompleteAsync(claim, result), null);
        }
    }

    /// <summary>Pinterest's answer to an attempt that had ended for others: it is not lost, and a person hears of it.</summary>
    public Task<bool> RecordLateAsync(Claim claim, AttemptResult result)
    {
        var now = clock.GetUtcNow();
        var attempt = new AttemptKey(claim.AttemptId, claim.Pin.Id);
        return database.WriteSurelyAsync(sql => transitions.AcceptLate(sql, attempt, result, now), clock);
    }

    /// <summary>After a start: whatever was in flight when the last process ended has an unknown outcome.</summary>
    public Task<List<string>> CompleteInterruptedAsync() =>
        database.WriteAsync(sql => Interrupt(sql, AttemptStore.Open(sql), ConnectorStopped));

    /// <summary>Takes over accounts that no replica works, with what was in flight for them, which has an unknown outcome.</summary>
    public Task<TakenOver> TakeOverAsync(string replica, IReadOnlyList<string> accountIds) => database.WriteAsync(sql =>
    {
        var taken = ReplicaTable.Take(sql, replica, accountIds);
        var open = AttemptStore.Open(sql, taken.ConvertAll(account => account.AccountId));
        return new TakenOver(taken, Interrupt(sql, open, ReplicaLost));
    });

    /// <summary>Gives up an account of which nothing is under way.</summary>
    public Task<bool> GiveUpAsync(string replica, HeldAccount account) =>
        database.WriteAsync(sql => ReplicaTable.Release(sql, replica, account));

    private static bool HasRoom(Sql sql, NextPin next) =>
        !(next.IsSpent = next.Budget is not null && !SharedBudget.HasRoom(sql, next.Budget, next.ChosenAt));

    private static NewAttempt Attempt(NextPin next) =>
        new(Id.New("att_", next.ChosenAt), next.Account.Id, next.Pin.Id, next.ChosenAt)
        {
            ClockConfirmed = next.ClockConfirmed,
            AccountStatus = next.Account.Status,
        };

    private List<string> Interrupt(Sql sql, List<AttemptKey> open, string reason)
    {
        var now = clock.GetUtcNow();
        var unknown = AttemptDecision.Unknown(reason);
        foreach (var attempt in open) transitions.Complete(sql, attempt, unknown, FirstLookup, now);
        transitions.EndLookupsOfDisconnected(sql, now);
        return open.ConvertAll(attempt => attempt.PinId);
    }

    private Claim? Claim(Sql sql, NewAttempt attempt) =>
        leases.Fence(sql, attempt.AccountId) is { } fence && PinTransitions.Claim(sql, attempt) is { } claim
            ? claim with { Fence = fence }
            : null;

    private List<PacedPin> ReadQueue(string accountId, DateTimeOffset now, int limit, PacedPin? after) => database.Read(sql =>
    {
        var statement = sql.Prepared(after is null ? FirstOfQueue : NextOfQueue).Bind(accountId).Bind(now);
        if (after is not null) statement.Bind(-after.Priority).Bind(after.PlaceAt).Bind(after.Id);
        return statement.Bind(limit).Query(new PacedReader().Read);
    });

    private static string QueueText(string condition, string limit) =>
        $"""
        select {QueueReader.PacedColumns} from pins
        where account_id = $1 and status = '{PinStatus.Queued}' and due_at <= $2 and {PinTransitions.IsMediaReady} {condition}
        order by priority desc, place_at, id
        limit {limit}
        """;
}

/// <summary>Accounts that this replica works now, and their pins that were being published.</summary>
internal sealed record TakenOver(IReadOnlyList<HeldAccount> Accounts, IReadOnlyList<string> Interrupted);
