using Connector.Http;
using Connector.Outgoing;
using Microsoft.Extensions.Options;

namespace Connector.Imports.Intake;

/// <summary>Fetches a file from the address that a caller gave.</summary>
internal sealed class ImportFetcher(
    OutgoingClient outgoing, OutgoingAddress addresses, ImportIntake intake, IOptions<ImportOptions> options)
{
    private const string Accept = "text/csv, application/json, application/rss+xml, application/atom+xml, application/xml;q=0.9, */*;q=0.5";

    public async Task<ReceivedFile> ReceiveAsync(Caller caller, string url, CancellationToken cancellation)
    {
        addresses.EnsureAllowed(url, "url");
        try
        {
            using var file = await outgoing.OpenAsync(url, Accept, options.Value.FetchTimeout, cancellation);
            return file.Status == 200
                ? await intake.ReceiveAsync(caller, file.Body, cancellation)
                : throw ImportProblems.Unreachable($"{file.Host} answered {file.Status}.");
        }
        catch (OutgoingException failed)
        {
            throw failed.IsForbidden ? OutgoingProblem.NotAllowed("url", failed.Message) : ImportProblems.Unreachable(failed.Message);
        }
    }
}
