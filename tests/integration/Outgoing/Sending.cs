using System.Net;
using Connector.Outgoing;
using Connector.Outgoing.Guard;

namespace Connector.Tests.Outgoing;

/// <summary>A client with a list and a name server of the test's own, and one call with it.</summary>
internal static class Sending
{
    /// <summary>
    /// How long a test waits for what must happen at once; less than the limits, so that time by the wrong clock is noticed.
    /// </summary>
    public static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    public static readonly OutgoingLimits Limits = new(TimeSpan.FromSeconds(60), 1000);

    /// <param name="list">What is opened.</param>
    /// <param name="resolve">Nobody is asked when the test brings none.</param>
    /// <param name="clock">The real one unless the test brings one.</param>
    public static OutgoingClient Client(string list, Resolve? resolve = null, TimeProvider? clock = null)
    {
        var address = new OutgoingAddress(new AllowList(list.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
        resolve ??= (host, _) => throw new InvalidOperationException($"Nobody arranged where {host} leads.");
        return new OutgoingClient(
            address, new GuardedConnection(address, resolve, clock ?? TimeProvider.System), clock ?? TimeProvider.System);
    }

    public static Resolve To(params string[] addresses) => (_, _) => Task.FromResult(addresses.Select(IPAddress.Parse).ToArray());

    public static async Task<OutgoingResponse> GetAsync(
        this OutgoingClient client, string url, OutgoingLimits? limits = null, CancellationToken cancellation = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        return await client.SendAsync(request, limits ?? Limits, cancellation);
    }

    /// <summary>Expects no answer, and a sentence that gives nothing away.</summary>
    public static async Task<OutgoingException> RefusedAsync(this Task<OutgoingResponse> sending)
    {
        var refused = await Assert.ThrowsAsync<OutgoingException>(() => sending.WaitAsync(Soon));
        Assert.DoesNotContain("/hook", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", refused.ToString(), StringComparison.Ordinal);
        return refused;
    }
}
