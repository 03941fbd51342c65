using Connector.Assets;
using Connector.Http;

namespace Connector.Console.Requests;

/// <summary>GET /pictures/{assetId}: a file that was given to us, for the pages that show its pin.</summary>
internal static class PictureFiles
{
    private static readonly string[] Shown = ["image/jpeg", "image/png", "image/gif", "image/webp"];

    public static async Task<IResult> ServeAsync(string assetId, HttpContext http, AssetStore assets)
    {
        var row = assets.Get(Caller.Of(http.User)!, assetId);
        if (!Shown.Contains(row.ContentType)) return Results.NotFound();
        if (await assets.OpenReadAsync(assetId, http.RequestAborted) is not { } file) return Results.NotFound();

        return Results.Stream(file, row.ContentType);
    }
}
