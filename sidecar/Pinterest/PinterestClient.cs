using Connector.Pinterest.Client;

namespace Connector.Pinterest;

/// <summary>Pinterest's API as typed calls; every failure is a <see cref="PinterestException"/>.</summary>
internal sealed partial class PinterestClient(PinterestTransport transport)
{
    private async Task<T> ReadAsync<T>(
        PinterestSession session, PinterestCall call, CancellationToken cancellation, Func<T, bool>? isComplete = null) where T : class =>
        (await transport.SendAsync(session, call, cancellation)).Read(isComplete);

    /// <summary>Deletes something; that it no longer exists is a success.</summary>
    private Task DeleteAsync(PinterestSession session, string path, CancellationToken cancellation) =>
        DeleteAsync(session, PinterestCall.Delete(path), cancellation);

    private async Task DeleteAsync(PinterestSession session, PinterestCall delete, CancellationToken cancellation)
    {
        try
        {
            await transport.SendAsync(session, delete, cancellation);
        }
        catch (PinterestException gone) when (gone.Failure.Status == 404)
        {
            // Somebody else deleted it, or the answer to an earlier try was lost.
        }
    }

    private static string Segment(string id) => Uri.EscapeDataString(id);

    private static string Number(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
