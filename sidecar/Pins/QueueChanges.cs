namespace Connector.Pins;

/// <summary>Tells who listens that an account's queue of pins changed; raised after the commit.</summary>
internal sealed class QueueChanges
{
    /// <summary>A pin joined the account's queue, and whether its video must be uploaded first.</summary>
    public event Action<string, bool>? PinAdded;

    /// <summary>A pin of the account's queue may be published at another time than before.</summary>
    public event Action<string>? Changed;

    public void RaiseAdded(string accountId, bool needsVideo) => PinAdded?.Invoke(accountId, needsVideo);

    public void RaiseChanged(string accountId) => Changed?.Invoke(accountId);
}
