using Connector.Assets.Files;
using Connector.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace Connector.Assets;

/// <summary>Keeps the one file of a form that a browser sends, streamed; short text fields may stand before it.</summary>
internal sealed class AssetForms(AssetReceiver receiver, ImageConverter converter, IOptions<AssetOptions> options)
{
    /// <param name="http">The request.</param>
    /// <param name="caller">Whose file it becomes.</param>
    /// <param name="allow">Refuses by the fields before the file, of which nothing is read until then.</param>
    public Task<Asset> KeepAsync(HttpContext http, Caller caller, Func<IReadOnlyDictionary<string, string>, Task> allow)
    {
        // Files are larger than what other pages take; the exact limits are those of each kind.
        http.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize =
            Math.Max(converter.LimitOf(MediaKind.Image, isAllowed: true), options.Value.VideoBytes) + MultipartForm.MostAround;
        return caller.Lifetime.RunAsync(ReceiveAsync, http.RequestAborted);

        async Task<Asset> ReceiveAsync(CancellationToken cancellation)
        {
            using var arrival = await UploadedFormFile.ReceiveAsync(http.Request, receiver, cancellation, allow);
            var (row, _) = await receiver.KeepAsync(AssetOwner.Of(caller), arrival, converts: true, cancellation);
            return Asset.From(row);
        }
    }
}
