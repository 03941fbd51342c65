using System.Text;

namespace Connector.Webhooks.Events;

/// <summary>An event of the feed, with its bytes as every stream sends them.</summary>
internal sealed class StreamedEvent(EventRow row)
{
    private byte[]? _frame;

    public EventRow Row => row;

    /// <summary>The event as a server-sent event; made when it is first sent.</summary>
    public ReadOnlySpan<byte> Frame =>
        _frame ??= Encoding.UTF8.GetBytes($"event: {row.Type}\ndata: {row.Body}\nid: {row.Id}\n\n");
}
