using Connector.Storage;

namespace Connector.Pacing;

/// <summary>Reads what waits in the queues of accounts, and whether an account is held.</summary>
internal sealed class QueueReader(Database database)
{
    /// <summary>The columns of a <see cref="PacedPin"/>.</summary>
    public const string PacedColumns = "id, board_id, link_url, link_domain, priority, place_at, due_at";

    /// <summary>The pins that wait, in no order.</summary>
    public List<PacedPin> Queue(string accountId) => database.Read(sql => sql
        .Prepared($"select {PacedColumns} from pins where account_id = $1 and status in ('scheduled', 'queued')")
        .Bind(accountId)
        .Query(new PacedReader().Read));

    /// <summary>Boards with a create in progress.</summary>
    public List<string> BusyBoards(string accountId) => database.Read(sql => sql.Query<string>(
        "select board_id from pins where account_id = @accountId and status = 'publishing' and wait_code is null", new { accountId }));

    /// <summary>Those of the accounts that have pins waiting and publish.</summary>
    public List<string> Busy(IReadOnlyList<string> accountIds) => database.Read(sql => sql.Query<string>(
        """
        select id from accounts where id in @accountIds and status = 'active' and deleted_at is null
          and exists (select 1 from pins where account_id = accounts.id and status in ('scheduled', 'queued'))
        """,
        new { accountIds }));

    public PacedAccount? FindAccount(string workspaceId, string accountId) => database.Read(sql => sql.Find<PacedAccount>(
        "select status, held_reason from accounts where id = @accountId and workspace_id = @workspaceId and deleted_at is null",
        new { accountId, workspaceId }));

    public QueueCount CountQueue(string accountId) => database.Read(sql => sql.Find<QueueCount>(
        """
        select
            (select count(*) from pins where account_id = @accountId and status = 'awaiting_approval') as awaiting_approval,
            (select count(*) from pins where account_id = @accountId and status = 'queued') as queued,
            (select count(*) from pins where account_id = @accountId and status = 'scheduled') as scheduled,
            (select count(*) from pins where account_id = @accountId and status = 'publishing') as publishing,
            (select count(*) from pins where account_id = @accountId and status = 'unconfirmed') as unconfirmed
        """,
        new { accountId })!);
}

/// <summary>What pacing needs to know of an account.</summary>
internal sealed record PacedAccount
{
    public string Status { get; init; } = "";
    public string? HeldReason { get; init; }
    public bool IsHeld => Status != "active";
}

/// <summary>How many pins of an account are in which state.</summary>
internal sealed record QueueCount
{
    public long AwaitingApproval { get; init; }
    public long Queued { get; init; }
    public long Scheduled { get; init; }
    public long Publishing { get; init; }
    public long Unconfirmed { get; init; }
}
