using Connector.Storage;

namespace Connector.Pins.Lifecycle;

/// <summary>What was tried for a pin; written by <see cref="PinTransitions"/>, in the transaction that changes the pin.</summary>
internal sealed class AttemptStore(Database database)
{
    /// <summary>Newest first.</summary>
    public List<AttemptRow> Of(string pinId) => database.Read(sql =>
        sql.Query<AttemptRow>("select * from attempts where pin_id = @pinId order by number desc", new { pinId }));

    /// <summary>Attempts without an outcome.</summary>
    public static List<AttemptKey> Open(Sql sql) => sql
        .Prepared("select id, pin_id from attempts where outcome is null")
        .Query(row => new AttemptKey(row.Text(0)!, row.Text(1)!));

    /// <summary>The same of these accounts.</summary>
    public static List<AttemptKey> Open(Sql sql, IReadOnlyList<string> accountIds) => sql
        .Query<OpenAttempt>("select id, pin_id from attempts where outcome is null and account_id in @accountIds", new { accountIds })
        .ConvertAll(row => new AttemptKey(row.Id, row.PinId));

    /// <summary>An attempt of unknown outcome was accepted after all; false when it was not unknown any more.</summary>
    public static bool Find(Sql sql, string attemptId, string pinterestPinId) => sql.Execute(
        $"""
        update attempts set conclusion = '{AttemptConclusion.Found}', pinterest_pin_id = @pinterestPinId
        where id = @attemptId and outcome = '{AttemptOutcome.Unknown}' and coalesce(conclusion, '') <> '{AttemptConclusion.Found}'
        """,
        new { attemptId, pinterestPinId }) > 0;

    /// <summary>Says something more of an attempt that has ended.</summary>
    public static void Remark(Sql sql, string attemptId, string message) =>
        sql.Execute("update attempts set message = @message where id = @attemptId", new { attemptId, message });

    /// <summary>The pin's attempts that Pinterest counted, each with the time of its end.</summary>
    public static List<(string AccountId, DateTimeOffset EndedAt)> Counted(Sql sql, string pinId) => sql.Query<(string, DateTimeOffset)>(
        $"select account_id, ended_at from attempts where pin_id = @pinId and outcome <> '{AttemptOutcome.NotSent}'", new { pinId });

    /// <summary>Opens an attempt under the number that its pin has counted.</summary>
    public static void Add(Sql sql, NewAttempt attempt, PinRow pin) => sql
        .Prepared(
            """
            insert into attempts (workspace_id, id, pin_id, account_id, number, started_at, clock_confirmed)
            values ($1, $2, $3, $4, $5, $6, $7)
            """)
        .Bind(pin.WorkspaceId).Bind(attempt.Id).Bind(pin.Id).Bind(pin.AccountId).Bind(pin.AttemptCount).Bind(attempt.StartedAt)
        .Bind(attempt.ClockConfirmed ? 1 : 0)
        .Run();

    /// <summary>Writes how an attempt ended; false when that had been written before.</summary>
    public static bool End(Sql sql, string attemptId, AttemptResult result, DateTimeOffset now) => sql
        .Prepared(
            """
            update attempts set outcome = $1, ended_at = $2, message = $3, http_status = $4, pinterest_code = $5,
                pinterest_request_id = $6, pinterest_pin_id = $7
            where id = $8 and outcome is null
            """)
        .Bind(result.Outcome).Bind(now).Bind(result.Message).Bind(result.HttpStatus).Bind(result.PinterestCode)
        .Bind(result.RequestId).Bind(result.PinterestPinId).Bind(attemptId)
        .Run() > 0;

    /// <summary>Writes the lookups and what follows; false when somebody else wrote to the attempt since it was read.</summary>
    public static bool Conclude(Sql sql, AttemptRow attempt, IReadOnlyList<BoardLookup> lookups, ReconciliationStep step) => sql.Execute(
        $"""
        update attempts set evidence = @evidence, conclusion = @Conclusion, pinterest_pin_id = @PinterestPinId
        where id = @Id and outcome = '{AttemptOutcome.Unknown}' and conclusion is null and coalesce(evidence, '') = coalesce(@before, '')
        """,
        new { attempt.Id, evidence = BoardLookup.Write(lookups), before = attempt.Evidence, step.Conclusion, step.PinterestPinId }) > 0;

    /// <summary>The outcome stays unknown: nothing is looked up any more; returns what the attempt said.</summary>
    public static string? GiveUp(Sql sql, string attemptId)
    {
        sql.Execute(
            $"""
            update attempts set conclusion = '{AttemptConclusion.Undecided}'
            where id = @attemptId and outcome = '{AttemptOutcome.Unknown}' and conclusion is null
            """,
            new { attemptId });
        return sql.Find<string>("select message from attempts where id = @attemptId", new { attemptId });
    }

    /// <summary>Somebody resolved the pin's unknown outcomes; the ids of other people's pins are removed from the evidence.</summary>
    public static void Resolve(Sql sql, string pinId, string? pinterestPinId)
    {
        var unresolved = sql.Query<(string Id, string? Evidence)>(
            $"""
            select id, evidence from attempts
            where pin_id = @pinId and outcome = '{AttemptOutcome.Unknown}' and coalesce(conclusion, '') <> '{AttemptConclusion.Absent}'
            """,
            new { pinId });
        foreach (var (id, evidence) in unresolved)
        {
            sql.Execute(
                $"update attempts set conclusion = '{AttemptConclusion.Resolved}', evidence = @evidence where id = @id",
                new { id, evidence = BoardLookup.WithoutForeignPins(evidence, pinterestPinId) });
        }
    }

    /// <summary>After a restore: makes the outcome unknown of each attempt that was open or being reconciled in the backup.</summary>
    public static void Reopen(Sql sql, string reason, DateTimeOffset now) => sql.Execute(
        $"""
        update attempts set outcome = '{AttemptOutcome.Unknown}', ended_at = @now, message = @reason, evidence = null
        where id in (select attempt_id from pins where status = '{PinStatus.Publishing}')
        """,
        new { reason, now });

    /// <summary>After a restore: adds an attempt of unknown outcome, which may have been made since the backup.</summary>
    public static void AddRestored(
        Sql sql, AttemptKey attempt, string reason, DateTimeOffset backedUpAt, DateTimeOffset now) => sql.Execute(
        $"""
        insert into attempts (workspace_id, id, pin_id, account_id, number, started_at, ended_at, outcome, message, restored_as)
        select workspace_id, @AttemptId, id, account_id, attempt_count + 1, @backedUpAt, @now, '{AttemptOutcome.Unknown}', @reason, status
        from pins where id = @PinId
        """,
        new { attempt.AttemptId, attempt.PinId, reason, backedUpAt, now });
}

/// <summary>A row of <c>attempts</c>.</summary>
internal sealed record AttemptRow
{
    public string Id { get; init; } = "";
    public string PinId { get; init; } = "";
    public long Number { get; init; }
    public DateTimeOffset StartedAt { get; init; }
    public DateTimeOffset? EndedAt { get; init; }
    public string? Outcome { get; init; }
    public long? HttpStatus { get; init; }
    public long? PinterestCode { get; init; }
    public string? Message { get; init; }
    public string? PinterestRequestId { get; init; }
    public string? PinterestPinId { get; init; }
    public string? Evidence { get; init; }
    public string? Conclusion { get; init; }

    /// <summary>Pinterest's time agreed with ours when it began.</summary>
    public bool ClockConfirmed { get; init; }

    /// <summary>Of an attempt that a restore added: the pin's status in the backup.</summary>
    public string? RestoredAs { get; init; }
}

/// <summary>An attempt without an outcome.</summary>
internal sealed record OpenAttempt
{
    public string Id { get; init; } = "";
    public string PinId { get; init; } = "";
}
