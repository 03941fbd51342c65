using Connector.Accounts;
using Connector.Http;
using Connector.Policy.Erasing;
using Connector.Storage;

namespace Connector.Policy;

/// <summary>Removes all that is kept of an account, in one transaction, then its files, and looks whether anything is left.</summary>
internal sealed class AccountEraser(Database database, AccountStore accounts, ErasedFiles files) : IAccountEraser
{
    private const string ItemsBeingSent =
        """
        select count(*) from item_batches b join item_jobs j on j.id = b.job_id
        where j.account_id = @id and b.state = 'sending' and j.owner is not null
        """;

    public async Task<ErasedAccount> EraseAsync(Caller caller, string id)
    {
        var workspaceId = database.Read(sql => sql.Find<string>("select workspace_id from accounts where id = @id", new { id }));
        if (workspaceId != caller.WorkspaceId || !caller.MaySee(id)) throw Problems.AccountNotFound(id);
        // First, so that its worker lets it go, and nothing new is accepted for it.
        if (accounts.Find(id) is { } row) await accounts.DeleteAsync(row);

        var (removed, named) = await database.WriteAsync(sql =>
        {
            if (sql.Find<long>("select count(*) from pins where account_id = @id and status = 'publishing'", new { id }) > 0)
                throw IsBeingSent("A pin", id);
            if (sql.Find<long>(ItemsBeingSent, new { id }) > 0) throw IsBeingSent("A batch of items", id);
            var named = ErasedFiles.Of(sql, id);
            var removed = ErasedRows.All
                .Select(each => new ErasedTable(each.Table, sql.Execute($"delete from {each.Table} where {each.Condition}", new { id })))
                .ToList();
            return (removed, named);
        });
        await database.ClearDeletedAsync();
        accounts.ForgetKnown();
        // The rows that name the files are gone: who hangs up now must not leave them.
        return new ErasedAccount
        {
            AccountId = id,
            Removed = removed.FindAll(table => table.Rows > 0),
            Files = await files.RemoveAsync(workspaceId, named, CancellationToken.None),
            Left = Left(id),
        };
    }

    private long Left(string id) => database.Read(sql => ErasedRows.All
        .Sum(each => sql.Find<long>($"select count(*) from {each.Table} where {each.Condition}", new { id })));

    private static ProblemException IsBeingSent(string what, string id) => Problems.StateConflict(
        $"{what} of account {id} is being sent to Pinterest right now. The account is disconnected, and nothing of it was erased yet.",
        "Ask again in two minutes.");
}
