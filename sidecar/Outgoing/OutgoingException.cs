namespace Connector.Outgoing;

/// <summary>
/// There was no answer. The message is a sentence for the user, without the URL's path and query and without any address a name led to.
/// </summary>
internal sealed class OutgoingException(string message, bool isForbidden = false) : Exception(message)
{
    /// <summary>Our own rules forbid it, so that trying again is no use; else it was the network or the other side.</summary>
    public bool IsForbidden { get; } = isForbidden;
}
