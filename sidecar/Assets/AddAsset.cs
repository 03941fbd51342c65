using Connector.Assets.Files;
using Connector.Http;
using FastEndpoints;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace Connector.Assets;

/// <summary>Where a file lies that is to be fetched.</summary>
public sealed record FetchAssetRequest
{
    /// <summary>https, and public unless Connector:Network:AllowPrivateAddresses opens more.</summary>
    public string? Url { get; init; }
}

/// <summary>POST /v1/assets</summary>
internal sealed class AddAsset(AssetReceiver receiver, AssetFetcher fetcher, ImageConverter converter, IOptions<AssetOptions> options)
    : Operation<EmptyRequest, Results<Created<Asset>, Ok<Asset>>>
{
    private const int MostJsonBytes = 64 * 1024;

    public override void Configure()
    {
        Post("/");
        Group<AssetRoutes>();
        Policies(Scope.Publish);
        Describe(
            "Give a file to make pins of: as the file part of a form, as the body itself, or as a url to fetch it from. "
            + "The same bytes again are the same asset, for keys that see the same accounts; other keys limited to accounts do not see it. "
            + "A picture that Pinterest does not take becomes a JPEG or PNG.",
            413, 422, 503, 507);
        Description(route => route.AddOpenApiOperationTransformer(AssetBodies.DescribeAsync));
    }

    public override async Task<Results<Created<Asset>, Ok<Asset>>> ExecuteAsync(EmptyRequest req, CancellationToken ct)
    {
        // Files are larger than what other operations take; the exact limits are those of each kind.
        HttpContext.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize =
            HttpContext.Request.HasJsonContentType()
            ? MostJsonBytes
            : Math.Max(converter.LimitOf(MediaKind.Image, isAllowed: true), options.Value.VideoBytes) + MultipartForm.MostAround;

        var (row, isNew) = await Caller.Lifetime.RunAsync(KeepAsync, ct);
        return isNew ? TypedResults.Created($"/v1/assets/{row.Id}", Asset.From(row)) : TypedResults.Ok(Asset.From(row));
    }

    private async Task<(AssetRow Row, bool IsNew)> KeepAsync(CancellationToken cancellation)
    {
        using var arrival = await ReceiveAsync(HttpContext.Request, cancellation);
        return await receiver.KeepAsync(AssetOwner.Of(Caller), arrival, converts: true, cancellation);
    }

    private async Task<IncomingFile> ReceiveAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (request.HasJsonContentType())
        {
            var url = await ReadUrlAsync(request, cancellation);
            return await fetcher.ReceiveAsync(url, "url", options.Value.FetchTimeout, converts: true, cancellation);
        }

        if (MultipartForm.Is(request)) return await UploadedFormFile.ReceiveAsync(request, receiver, cancellation);
        return await receiver.ReceiveAsync(request.Body, request.ContentLength, "body", converts: true, cancellation);
    }

    private static async Task<string> ReadUrlAsync(HttpRequest request, CancellationToken cancellation)
    {
        var asked = (FetchAssetRequest)(await JsonBody.ReadAsync(request, typeof(FetchAssetRequest), null, cancellation))!;
        return asked.Url ?? throw Problems.Invalid("url", "is missing. Give the file's address, or send the file itself.");
    }
}
