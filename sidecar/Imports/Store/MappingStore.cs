using Connector.Accounts;
using Connector.Imports.Mapping;
using Connector.Storage;

namespace Connector.Imports.Store;

/// <summary>The mappings of accounts.</summary>
internal sealed class MappingStore(Database database, TimeProvider clock)
{
    /// <summary>Null when the account has none.</summary>
    public ImportMapping? Find(string accountId) => database.Read(sql => sql.Find<string>(
        "select mapping from import_mappings where account_id = @accountId", new { accountId })) is { } json
            ? ReadyMapping.Read(json)
            : null;

    public Task PutAsync(AccountRow account, ImportMapping mapping)
    {
        var (json, now) = (ReadyMapping.Store(mapping), clock.GetUtcNow());
        return database.WriteAsync(sql =>
        {
            sql.Execute(
                """
                insert into import_mappings (workspace_id, account_id, mapping, updated_at) values (@WorkspaceId, @Id, @json, @now)
                on conflict (account_id) do update set mapping = excluded.mapping, updated_at = excluded.updated_at
                """,
                new { account.WorkspaceId, account.Id, json, now });
        });
    }
}
