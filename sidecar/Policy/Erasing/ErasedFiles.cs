using System.Text.RegularExpressions;
using Connector.Assets;
using Connector.Http;
using Connector.Storage;

namespace Connector.Policy.Erasing;

/// <summary>The files that pins of an account showed. A file belongs to a workspace: one that another's pin shows stays.</summary>
internal sealed partial class ErasedFiles(Database database, AssetStore assets)
{
    public static IReadOnlyList<string> Of(Sql sql, string id) =>
    [
        .. sql.Query<string>(
            """
            select asset_id from pins where account_id = @id and asset_id is not null
            union select cover_asset_id from pins where account_id = @id and cover_asset_id is not null
            union select asset_id from videos where account_id = @id and asset_id is not null
            """,
            new { id })
            .Concat(sql.Query<string>("select slides from pins where account_id = @id and slides is not null", new { id })
                .SelectMany(slides => AssetId().Matches(slides).Select(match => match.Value)))
            .Distinct(),
    ];

    /// <summary>How many were removed.</summary>
    public async Task<int> RemoveAsync(string workspaceId, IEnumerable<string> ids, CancellationToken cancellation)
    {
        var removed = 0;
        foreach (var id in ids)
        {
            if (assets.Find(id) is not { } row || IsShown(id)) continue;
            await assets.DeleteAsync(Caller.Owner(workspaceId), row, cancellation);
            removed++;
        }

        return removed;
    }

    private bool IsShown(string id) => database.Read(sql => sql.Find<long>(
        """
        select (select count(*) from pins where asset_id = @id or cover_asset_id = @id or slides like @part)
            + (select count(*) from videos where asset_id = @id)
        """,
        new { id, part = $"%{id}%" })) > 0;

    [GeneratedRegex("ast_[0-9a-z]{26}")]
    private static partial Regex AssetId();
}
