using Connector.Outgoing.Guard;

namespace Connector.Outgoing;

/// <summary>Fetches files from the private addresses that the settings open. The internet is out of its reach.</summary>
internal sealed class OpenedClient : IDisposable
{
    private readonly OutgoingAddress _rules;
    private readonly OutgoingClient _client;

    public OpenedClient(AllowList allowed, Resolve resolve, TimeProvider clock)
    {
        _rules = new OutgoingAddress(allowed) { OpenedOnly = true };
        _client = new OutgoingClient(_rules, new GuardedConnection(_rules, resolve, clock), clock);
    }

    /// <summary>Whether an address is opened, by its text.</summary>
    public bool Reaches(string url) => _rules.ProblemOf(url) is null;

    /// <inheritdoc cref="OutgoingClient.OpenAsync(string, string, TimeSpan, CancellationToken)"/>
    public Task<OutgoingFile> OpenAsync(string url, string accept, TimeSpan time, CancellationToken cancellation) =>
        _client.OpenAsync(url, accept, time, cancellation);

    public void Dispose() => _client.Dispose();
}
