using System.Text.Json;
using Connector.Assets.Files;
using Connector.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace Connector.Assets;

/// <summary>Where a file lies that is to be fetched.</summary>
public sealed record FetchAssetRequest
{
    /// <summary>https, and public unless Connector:Network:AllowPrivateAddresses opens more.</summary>
    public string? Url { get; init; }
}

/// <summary>POST /v1/assets</summary>
public sealed class AddAsset : IEndpoint
{
    private const int MostJsonBytes = 64 * 1024, MostAroundFile = 64 * 1024;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/", Handle).WithName(nameof(AddAsset)).RequireScope(Scope.Publish)
        .Produces<Asset>(201).Produces<Asset>(200).ProducesProblem(413).ProducesProblem(422).ProducesProblem(503).ProducesProblem(507)
        .AddOpenApiOperationTransformer(AssetBodies.DescribeAsync);

    /// <summary>Give a file to make pins of: as the file part of a form, as the body itself, or as a url to fetch it from. The same bytes again are the same asset.</summary>
    internal static async Task<IResult> Handle(HttpRequest request, Caller caller, AssetReceiver intake, AssetFetcher fetch, IOptions<AssetOptions> options, CancellationToken cancellation)
    {
        // Files are larger than what other operations take; the exact limits are those of each kind.
        request.HttpContext.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize =
            request.HasJsonContentType() ? MostJsonBytes : Math.Max(options.Value.ImageBytes, options.Value.VideoBytes) + MostAroundFile;

        using var arrival =
            request.HasJsonContentType() ? await fetch.ReceiveAsync(await ReadUrlAsync(request, cancellation), "url", options.Value.FetchTimeout, cancellation)
            : UploadedFormFile.Is(request) ? await UploadedFormFile.ReceiveAsync(request, intake, cancellation)
            : await intake.ReceiveAsync(request.Body, request.ContentLength, "body", cancellation);
        var (row, isNew) = await intake.KeepAsync(caller.WorkspaceId, arrival, cancellation);
        return isNew ? TypedResults.Created($"/v1/assets/{row.Id}", Asset.From(row)) : TypedResults.Ok(Asset.From(row));
    }

    private static async Task<string> ReadUrlAsync(HttpRequest request, CancellationToken cancellation)
    {
        try
        {
            var asked = await request.ReadFromJsonAsync<FetchAssetRequest>(cancellation) ?? throw Problems.Invalid("body", "is missing; this operation takes a JSON object.");
            return asked.Url ?? throw Problems.Invalid("url", "is missing. Give the file's address, or send the file itself.");
        }
        catch (JsonException unreadable)
        {
            throw new BadHttpRequestException(unreadable.Message, StatusCodes.Status400BadRequest, unreadable);
        }
    }
}
