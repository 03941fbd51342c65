using Connector.Assets;
using Connector.Storage;

namespace Connector.Pins.Lifecycle;

/// <summary>The files and bytes that a pin is made of, kept for as long as it may need them.</summary>
internal static class PinFiles
{
    /// <summary>Whether the pin is made of files that were given before.</summary>
    public static bool Has(PinRow row) => row is not { AssetId: null, CoverAssetId: null, Slides: null };

    /// <summary>From now on the pin's assets stay.</summary>
    public static void Use(Sql sql, PinRow row)
    {
        if (!Has(row)) return;
        foreach (var assetId in PinContent.From(row).Assets) AssetReferences.Add(sql, assetId, row.Id);
    }

    /// <summary>Keeps the bytes that came with a pin.</summary>
    public static void Keep(Sql sql, PinRow row, PinImage image) => sql.Execute(
        "insert into pin_images (workspace_id, pin_id, content_type, bytes) values (@WorkspaceId, @Id, @ContentType, @Bytes)",
        new { row.WorkspaceId, row.Id, image.ContentType, image.Bytes });

    /// <summary>The pin shows another picture: what it was made of before is not needed any more.</summary>
    public static void Replace(Sql sql, string pinId, DateTimeOffset now)
    {
        RemoveImage(sql, pinId);
        AssetReferences.Release(sql, pinId, now);
    }

    /// <summary>The pin has ended. A failed one may be tried again and keeps its bytes.</summary>
    public static void Release(Sql sql, PinRow row, DateTimeOffset now)
    {
        if (Has(row)) AssetReferences.Release(sql, row.Id, now);
        else if (row.MediaUrl is null && row.Status != PinStatus.Failed) RemoveImage(sql, row.Id);
    }

    private static void RemoveImage(Sql sql, string pinId) => sql.Execute("delete from pin_images where pin_id = @pinId", new { pinId });
}
