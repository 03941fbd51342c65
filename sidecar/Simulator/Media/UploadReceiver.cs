using System.Security.Cryptography;
using Connector.Simulator.Api;
using Connector.Simulator.Server;
using Connector.Simulator.State;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Connector.Simulator.Media;

/// <summary>The storage that videos are uploaded to; it behaves like S3 and knows nothing of tokens, only of what was signed.</summary>
/// <remarks>https://docs.aws.amazon.com/AmazonS3/latest/API/RESTObjectPOST.html</remarks>
internal sealed class UploadReceiver(SimulatorState state, IOptions<SimulatorOptions> options, TimeProvider clock)
{
    private const int Piece = 80 * 1024;

    /// <summary>Reads the fields before the file, which say whose it is.</summary>
    public Task<BegunCall> BeginAsync(HttpContext http) => WellFormedAsync(async () =>
    {
        http.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = null;
        var reader = Reader(http.Request);
        List<KeyValuePair<string, string>> fields = [];
        while (await NextAsync(reader, http.RequestAborted) is { } part)
        {
            if (part.Name == "file") return Begin(http, fields, reader, part.Body);
            using var text = new StreamReader(part.Body);
            fields.Add(new(part.Name, await text.ReadToEndAsync(http.RequestAborted)));
        }

        throw UploadRefusal.NoFile();
    });

    private BegunCall Begin(HttpContext http, List<KeyValuePair<string, string>> fields, MultipartReader reader, Stream file)
    {
        var (account, media) = Find(fields);
        if (media.UploadUntil <= clock.GetUtcNow()) throw UploadRefusal.PolicyExpired();

        var received = (Bytes: 0L, Sha256: "");
        return new BegunCall(
            new SimulatedCall(http, "upload_media", account), call => Keep(call, media.Id, received.Bytes, received.Sha256))
        {
            ReadAsync = call => WellFormedAsync(async () =>
            {
                received = await ReadAsync(
                    file, call.UploadBreaks ? http.Request.ContentLength!.Value / 2 : long.MaxValue, http.RequestAborted);
                return call.UploadBreaks || await NextAsync(reader, http.RequestAborted) is null ? received : throw UploadRefusal.NoFile();
            }),
        };
    }

    private SimulatorResponse Keep(SimulatedCall call, string mediaId, long bytes, string sha256)
    {
        if (call.UploadBreaks) return SimulatorResponse.Dropped;
        if (bytes == 0) throw UploadRefusal.Empty();
        if (!call.UploadIsLost && call.Account.Media.GetValueOrDefault(mediaId) is { UploadedAt: null } media)
        {
            var now = clock.GetUtcNow();
            var takes = call.ProcessingTakes ?? options.Value.MediaProcessing;
            state.Record(new MediaSaved(call.Account.Id, media with
            {
                Bytes = bytes,
                Sha256 = sha256,
                UploadedAt = now,
                ProcessedAt = takes == Timeout.InfiniteTimeSpan ? null : now + takes,
                Fails = call.ProcessingFails,
            }));
        }

        return new SimulatorResponse(204);
    }

    /// <summary>The upload whose fields these are, each once and to the letter.</summary>
    private (SimulatedAccount Account, SimulatedMedia Media) Find(List<KeyValuePair<string, string>> fields)
    {
        lock (state.Gate)
        {
            var all = state.Accounts.SelectMany(account => account.Media.Values, (account, media) => (account, media));
            var key = fields.Find(field => field.Key == "key").Value;
            var (account, media) = all.FirstOrDefault(
                each => key is not null && key.EndsWith($":{each.account.Id}:{each.media.Id}", StringComparison.Ordinal));
            return media is not null
                && fields.OrderBy(field => field.Key).SequenceEqual(UploadTicket.Of(account.Id, media).OrderBy(field => field.Key))
                ? (account, media)
                : throw UploadRefusal.NotAsSigned();
        }
    }

    private static async Task<(long Bytes, string Sha256)> ReadAsync(Stream file, long most, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var piece = new byte[Piece];
        var bytes = 0L;
        while (bytes < most && await file.ReadAsync(piece, cancellation) is var read and > 0)
        {
            hash.AppendData(piece, 0, read);
            bytes += read;
        }

        return (bytes, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private static MultipartReader Reader(HttpRequest request)
    {
        if (request.Headers.Authorization.Count > 0) throw UploadRefusal.TwoIdentities();
        if (request.ContentLength is null) throw UploadRefusal.NoLength();
        return MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            && type.MediaType == "multipart/form-data"
            && type.Boundary.Length > 0
            ? new MultipartReader(HeaderUtilities.RemoveQuotes(type.Boundary).ToString(), request.Body)
            : throw UploadRefusal.NotAForm();
    }

    private static async Task<(string Name, Stream Body)?> NextAsync(MultipartReader reader, CancellationToken cancellation)
    {
        if (await reader.ReadNextSectionAsync(cancellation) is not { } section) return null;
        return section.GetContentDispositionHeader() is { } header && header.DispositionType == "form-data" && !header.FileNameStar.HasValue
            ? (HeaderUtilities.RemoveQuotes(header.Name).ToString(), section.Body)
            : throw UploadRefusal.Malformed();
    }

    /// <summary>A body that is no form, or ends too early, is refused like any other.</summary>
    private static async Task<T> WellFormedAsync<T>(Func<Task<T>> read)
    {
        try
        {
            return await read();
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException)
        {
            throw UploadRefusal.Malformed();
        }
    }
}
