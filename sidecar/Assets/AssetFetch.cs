using Connector.Outgoing;
using Microsoft.Extensions.Options;

namespace Connector.Assets;

/// <summary>Fetches a file from the address that a caller gave.</summary>
internal sealed class AssetFetch(OutgoingClient outgoing, OutgoingAddress addresses, AssetIntake intake, IOptions<AssetOptions> options)
{
    private const string Field = "url";

    // Many image hosts send WebP to whoever says that anything will do.
    private const string Accept = "image/jpeg, image/png, video/mp4, video/*;q=0.9, */*;q=0.5";

    public async Task<Arrival> ReceiveAsync(string url, CancellationToken cancellation)
    {
        addresses.Demand(url, Field);
        try
        {
            using var file = await outgoing.OpenAsync(url, Accept, options.Value.FetchTimeout, cancellation);
            if (file.Status != 200) throw AssetProblems.Unreachable($"{file.Host} answered {file.Status}.");
            return await intake.ReceiveAsync(file.Body, file.Length, Field, cancellation);
        }
        catch (OutgoingException failed)
        {
            throw failed.IsForbidden ? OutgoingProblem.NotAllowed(Field, failed.Message) : AssetProblems.Unreachable(failed.Message);
        }
    }
}
