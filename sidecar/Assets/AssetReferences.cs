using Connector.Storage;

namespace Connector.Assets;

/// <summary>Which pins still need which assets, written in the transaction of whatever changes about the pin.</summary>
internal static class AssetReferences
{
    /// <summary>From now on the asset stays, until the pin has ended.</summary>
    /// <exception cref="Http.ProblemException">It is not there any more.</exception>
    public static void Add(Sql sql, string assetId, string pinId)
    {
        if (sql.Find<string>("select workspace_id from assets where id = @assetId", new { assetId }) is not { } workspaceId)
            throw AssetProblems.Gone(assetId);
        sql.Execute(
            "insert into asset_uses (workspace_id, asset_id, pin_id) values (@workspaceId, @assetId, @pinId) on conflict do nothing",
            new { workspaceId, assetId, pinId });
    }

    /// <summary>The pins that need it, of any account.</summary>
    public static List<AssetUse> Of(Sql sql, string assetId) => sql.Query<AssetUse>(
        "select u.pin_id, p.account_id from asset_uses u join pins p on p.id = u.pin_id where u.asset_id = @assetId order by u.pin_id",
        new { assetId });

    /// <summary>The pin has ended; its assets stay a while, so that it can be tried again and the next be made of them.</summary>
    public static void Release(Sql sql, string pinId, DateTimeOffset now)
    {
        sql.Execute(
            """
            update assets set expires_at = @now + keep_ms
            where expires_at < @now + keep_ms and id in (select asset_id from asset_uses where pin_id = @pinId)
            """,
            new { pinId, now });
        sql.Execute("delete from asset_uses where pin_id = @pinId", new { pinId });
    }
}

/// <summary>A pin that needs an asset, and whose it is.</summary>
internal sealed record AssetUse
{
    public string PinId { get; init; } = "";
    public string AccountId { get; init; } = "";
}
