using System.Text;
using Connector.Bench.Running;

namespace Connector.Bench.Accepting;

/// <summary>The bytes of one POST /v1/pins, as a workflow would send it; only the idempotency key changes from one to the next.</summary>
internal sealed class PinRequest
{
    private const string KeyPlace = "0123456789abcdef";
    private static long _sent = Environment.TickCount64 << 20;

    private readonly int _keyAt;

    public PinRequest(Uri address, string accountId, string boardId)
    {
        var body = $$$"""
            {"account_id":"{{{accountId}}}","board_id":"{{{boardId}}}",
             "title":"Oak side table, hand oiled",
             "description":"A side table of solid oak with a drawer. Made in small batches, so every table has its own grain.",
             "alt_text":"A small oak table beside a grey armchair",
             "link_url":"https://shop.example.com/products/oak-side-table?utm_source=pinterest",
             "image_url":"https://cdn.example.com/images/oak-side-table-1000x1500.jpg",
             "metadata":{"sku":"OAK-ST-01","campaign":"autumn"}}
            """;
        var text = $"POST /v1/pins HTTP/1.1\r\nHost: {address.Authority}\r\n"
            + $"Authorization: Bearer {RunningSidecar.Key}\r\nIdempotency-Key: {KeyPlace}\r\n"
            + $"Content-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}";
        Bytes = Encoding.UTF8.GetBytes(text);
        _keyAt = text.IndexOf(KeyPlace, StringComparison.Ordinal);
    }

    public byte[] Bytes { get; }

    /// <summary>Makes it a request never sent before, with a key that sorts anywhere among the earlier ones, as a hash does.</summary>
    public void Renew()
    {
        var key = unchecked((ulong)Interlocked.Increment(ref _sent) * 0x9E3779B97F4A7C15);
        key.TryFormat(Bytes.AsSpan(_keyAt, KeyPlace.Length), out _, "x16");
    }
}
