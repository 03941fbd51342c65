using Connector.Storage;

namespace Connector.Assets;

/// <summary>Which pins still need which assets, written in the transaction of whatever changes about the pin.</summary>
internal static class AssetUses
{
    /// <summary>From now on the asset stays, until the pin has ended.</summary>
    public static void Begin(Sql sql, string assetId, string pinId) =>
        sql.Execute("insert into asset_uses (asset_id, pin_id) values (@assetId, @pinId) on conflict do nothing", new { assetId, pinId });

    /// <summary>The pin has ended; its assets stay until then, so that the next pin can be made of them.</summary>
    public static void End(Sql sql, string pinId, DateTimeOffset keepUntil)
    {
        sql.Execute(
            "update assets set expires_at = @keepUntil where expires_at < @keepUntil and id in (select asset_id from asset_uses where pin_id = @pinId)",
            new { pinId, keepUntil });
        sql.Execute("delete from asset_uses where pin_id = @pinId", new { pinId });
    }
}
