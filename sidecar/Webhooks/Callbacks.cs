using Connector.Http;
using Connector.Keys;
using Connector.Outgoing;

namespace Connector.Webhooks;

/// <summary>Checks the callback that a pin's final event is to be posted to.</summary>
internal sealed class Callbacks(OutgoingAddress addresses, KeyStore keys)
{
    /// <summary>The callback that a caller asks for; null when it asks for none.</summary>
    public Callback? Of(Caller caller, string? url)
    {
        if (url is null) return null;

        addresses.EnsureAllowed(url, "callback_url");
        if (keys.Find(caller.WorkspaceId, caller.KeyId)?.CallbackSecret is null)
            throw Problems.Invalid(
                "callback_url", "cannot be signed for this API key, which an older version made; make a new key with POST /v1/keys.");
        return new Callback(url, caller.KeyId);
    }
}
