using System.Net.Http.Headers;
using Connector.Common;
using Connector.Http;
using Connector.Imports;
using Connector.Outgoing;
using Microsoft.Extensions.Options;

namespace Connector.Sources.Work;

/// <summary>Fetches the files of sources, which a caller has named, within the limits of imports.</summary>
internal sealed class SourceFetcher(OutgoingClient outgoing, WatchedFiles files, IOptions<SourceOptions> options, TimeProvider clock)
{
    private const string Accept = "application/rss+xml, application/atom+xml, application/json, application/xml;q=0.9, text/csv;q=0.9, "
        + "*/*;q=0.5";

    /// <param name="workspaceId">Whose source it is.</param>
    /// <param name="url">Where it lies.</param>
    /// <param name="known">The version that is known already; null to have it in any case.</param>
    /// <param name="stop">Ends the fetching.</param>
    /// <exception cref="SourceException">It cannot be had, or not be read.</exception>
    public async Task<FetchedSource> FetchAsync(string workspaceId, string url, KnownFile? known, CancellationToken stop)
    {
        try
        {
            using var answer = await outgoing.OpenAsync(url, Accept, known, options.Value.FetchTimeout, stop);
            if (answer.Status == 304 && known is not null) return new FetchedSource(null, known, answer.MovedTo);
            if (answer.Status != 200)
                throw new SourceException(
                    SourceProblems.Unreachable($"{answer.Host} answered {answer.Status}."), Asked(answer.RetryAfter));

            var file = await files.TakeAsync(workspaceId, Id.New("srf_", clock.GetUtcNow()), answer.Body, stop);
            return new FetchedSource(file, answer.Known, answer.MovedTo);
        }
        catch (OutgoingException failed)
        {
            throw new SourceException(failed.IsForbidden
                ? OutgoingProblem.NotAllowed("url", failed.Message).Problem
                : SourceProblems.Unreachable(failed.Message));
        }
        catch (ProblemException refused)
        {
            throw new SourceException(refused.Problem);
        }
    }

    private TimeSpan? Asked(RetryConditionHeaderValue? said) => said?.Delta ?? said?.Date - clock.GetUtcNow();
}

/// <summary>What a server gave.</summary>
/// <param name="File">The file; null when it is unchanged.</param>
/// <param name="Known">What the server says of this version.</param>
/// <param name="MovedTo">Where it has moved to for good.</param>
internal sealed record FetchedSource(WatchedFile? File, KnownFile Known, string? MovedTo);
