namespace Connector.Outgoing;

/// <summary>
/// There was no answer. The message is a sentence for the user, without the URL's path and query or the addresses of its host name.
/// </summary>
internal sealed class OutgoingException(string message, bool isForbidden = false) : Exception(message)
{
    /// <summary>Our own rules forbid it, so another try is useless; otherwise the network or the receiver failed.</summary>
    public bool IsForbidden { get; } = isForbidden;
}
