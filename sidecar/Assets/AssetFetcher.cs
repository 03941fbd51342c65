using Connector.Assets.Files;
using Connector.Http;
using Connector.Outgoing;
using Microsoft.Extensions.Options;

namespace Connector.Assets;

/// <summary>Fetches a file from the address that a caller gave.</summary>
internal sealed class AssetFetcher(
    OutgoingClient outgoing, OutgoingAddress addresses, AssetReceiver receiver, IOptions<AssetOptions> options)
{
    /// <summary>The name of the check that says whether an address can be fetched from.</summary>
    public const string Reachable = "media_reachable";

    private const string Public = "Pinterest fetches from the internet, so give a public https URL, or give the file: POST /v1/assets, "
        + "image_base64, or snapshot_media when the connector can reach the address.";

    // Many image hosts send WebP to whoever says that anything will do.
    private const string Accept = "image/jpeg, image/png, video/mp4, video/*;q=0.9, */*;q=0.5";

    /// <summary>Refuses an address that may not be fetched from, before anything is sent.</summary>
    public void EnsureAllowed(string url, string field) => addresses.EnsureAllowed(url, field);

    /// <summary>Fetches a file, which is deleted again unless it is kept.</summary>
    /// <param name="url">Its address.</param>
    /// <param name="field">Where in the request the address is.</param>
    /// <param name="time">How long all of it may take.</param>
    /// <param name="converts">Whether a picture that Pinterest does not take may become one that it takes.</param>
    /// <param name="cancellation">The caller has gone away.</param>
    /// <param name="needed">The kind that is needed; null for any.</param>
    public Task<IncomingFile> ReceiveAsync(
        string url, string field, TimeSpan time, bool converts, CancellationToken cancellation, string? needed = null) => OpenAsync(
            url, field, time, file => receiver.ReceiveAsync(file.Body, file.Length, field, converts, cancellation, needed), cancellation);

    /// <summary>Fetches a file and keeps it as an asset.</summary>
    public async Task<AssetRow> KeepAsync(
        AssetOwner owner, string url, string field, TimeSpan time, bool converts, CancellationToken cancellation, string? needed = null)
    {
        using var arrival = await ReceiveAsync(url, field, time, converts, cancellation, needed);
        return (await receiver.KeepAsync(owner, arrival, converts, cancellation)).Row;
    }

    /// <summary>
    /// What can be said about the file at an address; nothing is kept, and of one larger than an image only the beginning is fetched.
    /// </summary>
    /// <param name="url">Its address.</param>
    /// <param name="field">Where in the request the address is.</param>
    /// <param name="kind">Image or video: what it must be.</param>
    /// <param name="converts">Whether it will be taken, and converted where Pinterest would not take it.</param>
    /// <param name="cancellation">The caller has gone away.</param>
    public async Task<SeenFile> InspectAsync(
        string url, string field, string kind, bool converts, CancellationToken cancellation)
    {
        try
        {
            var seen = await OpenAsync(
                url, field, options.Value.LookTimeout, file => InspectAsync(file, field, kind, converts, cancellation), cancellation);
            return seen with { Checks = [Check.Passed(Reachable), .. seen.Checks] };
        }
        catch (ProblemException refusal) when (kind == MediaKind.Image && MediaChecks.OfUnlisted(refusal.Problem) is { } unlisted)
        {
            return new SeenFile([Check.Passed(Reachable), unlisted]);
        }
        catch (ProblemException refusal) when (refusal.Problem.Status < 500)
        {
            var problem = refusal.Problem;
            return new SeenFile(
                [Check.Failed(Reachable, problem.Code == OutgoingProblem.Code ? problem with { Remediation = Public } : problem)]);
        }
    }

    private async Task<SeenFile> InspectAsync(
        OutgoingFile file, string field, string kind, bool converts, CancellationToken cancellation)
    {
        // A large picture that can be converted is read whole.
        if (file.Length > options.Value.ImageBytes && (kind == MediaKind.Video || !converts))
        {
            await receiver.EnsureBeginningAsync(file.Body, file.Length, field, converts, cancellation, kind);
            return new SeenFile(
            [
                Check.Passed("media_type"),
                Check.Skipped(
                    "media_content", "Only the beginning was read; the rest is checked when the file is fetched to be published."),
            ]);
        }

        using var arrival = await receiver.ReceiveAsync(file.Body, file.Length, field, converts, cancellation, kind);
        var (facts, checks, _) = await receiver.CheckAsync(arrival, converts, cancellation);
        if (facts.Format.IsTaken && facts.Format.Kind != kind) return new SeenFile([MediaChecks.OtherKind(facts.Format.Kind!, field)]);
        return new SeenFile(checks)
        {
            Size = facts is { Width: { } width, Height: { } height } ? (width, height) : null,
            Duration = facts.Duration,
        };
    }

    private async Task<T> OpenAsync<T>(
        string url, string field, TimeSpan time, Func<OutgoingFile, Task<T>> read, CancellationToken cancellation)
    {
        addresses.EnsureAllowed(url, field);
        try
        {
            using var file = await outgoing.OpenAsync(url, Accept, time, cancellation);
            return file.Status == 200 ? await read(file) : throw AssetProblems.Unreachable($"{file.Host} answered {file.Status}.", field);
        }
        catch (OutgoingException failed)
        {
            throw failed.IsForbidden ? OutgoingProblem.NotAllowed(field, failed.Message) : AssetProblems.Unreachable(failed.Message, field);
        }
    }
}
