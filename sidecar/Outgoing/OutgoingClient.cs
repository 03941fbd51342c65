using System.Text;
using Connector.Outgoing.Guard;
using Connector.Outgoing.Transfer;

namespace Connector.Outgoing;

/// <summary>The only HTTP client for URLs that callers give.</summary>
internal sealed partial class OutgoingClient(OutgoingAddress address, GuardedConnection connection, TimeProvider clock) : IDisposable
{
    public const int LargestHeaders = 16 * 1024;

    private static readonly string UserAgent = $"pinterest-connector/{typeof(OutgoingClient).Assembly.GetName().Version!.ToString(3)}";

    private readonly HttpMessageInvoker _http = new(Handler(connection));

    /// <summary>Sends once and waits for the answer as long as the limits allow.</summary>
    /// <exception cref="OutgoingException">There was no answer.</exception>
    public async Task<OutgoingResponse> SendAsync(HttpRequestMessage request, OutgoingLimits limits, CancellationToken cancellation)
    {
        var uri = request.RequestUri!;
        EnsureAllowed(uri.OriginalString);
        if (request.Headers.UserAgent.Count == 0) request.Headers.UserAgent.ParseAdd(UserAgent);

        using var deadline = new Deadline(limits.Time, clock, cancellation);
        try
        {
            using var response = await _http.SendAsync(request, deadline.Token);
            var (body, isCut) = await ReadAsync(response.Content, limits.Bytes, deadline.Token);
            cancellation.ThrowIfCancellationRequested();
            return new OutgoingResponse((int)response.StatusCode, response.Headers, body, isCut);
        }
        catch (Exception failed) when (failed is HttpRequestException or IOException or OperationCanceledException)
        {
            throw deadline.Explain(failed, uri);
        }
    }

    public void Dispose() => _http.Dispose();

    private void EnsureAllowed(string url)
    {
        if (address.ProblemOf(url) is { } problem) throw new OutgoingException(problem, isForbidden: true);
    }

    /// <summary>
    /// Reads no more than it may. The status is known by now, so a body that is slow or breaks off is a short body, not a failure.
    /// </summary>
    private static async Task<(string Body, bool IsCut)> ReadAsync(HttpContent content, int most, CancellationToken cancellation)
    {
        using var body = new MemoryStream();
        var isCut = false;
        try
        {
            await using var source = await content.ReadAsStreamAsync(cancellation);
            var buffer = new byte[Math.Min(most + 1L, 16 * 1024)];
            while (!isCut && await source.ReadAsync(Rest(buffer), cancellation) is var read and > 0)
            {
                body.Write(buffer, 0, read);
                isCut = body.Length > most;
            }
        }
        catch (Exception failed) when (failed is HttpRequestException or IOException or OperationCanceledException)
        {
            isCut = true;
        }

        return (Encoding.UTF8.GetString(body.GetBuffer(), 0, (int)Math.Min(body.Length, most)), isCut);

        // One byte beyond the limit shows that there is more.
        Memory<byte> Rest(byte[] buffer) => buffer.AsMemory(0, (int)Math.Min(buffer.Length, most + 1L - body.Length));
    }

    private static SocketsHttpHandler Handler(GuardedConnection connection) => new()
    {
        ConnectCallback = connection.OpenAsync,
        SslOptions = ServerCertificate.Options(),
        UseProxy = false, // a proxy would resolve the name itself
        AllowAutoRedirect = false,
        UseCookies = false,
        ActivityHeadersPropagator = null, // our trace ids are not for others
        ConnectTimeout = TimeSpan.FromSeconds(15),
        PooledConnectionLifetime = TimeSpan.FromMinutes(1), // then a name is resolved and checked again
        MaxConnectionsPerServer = 8,
        MaxResponseHeadersLength = LargestHeaders / 1024,
        MaxResponseDrainSize = 0, // the rest of a body is not read
    };
}
