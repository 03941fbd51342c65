using Connector.Http;
using Microsoft.Extensions.Options;

namespace Connector.Assets.Conversion;

/// <summary>Lets a few conversions run at once; others wait in the order they came, and more than that are refused.</summary>
internal sealed class ConversionQueue(IOptions<ImageOptions> options) : IDisposable
{
    private readonly SemaphoreSlim _turns = new(options.Value.AtOnce);
    private int _asked;

    /// <exception cref="ProblemException">Too many wait already.</exception>
    public async Task<T> RunAsync<T>(Func<Task<T>> convert, CancellationToken cancellation)
    {
        try
        {
            if (Interlocked.Increment(ref _asked) > options.Value.AtOnce + options.Value.Waiting) throw Busy();
            await _turns.WaitAsync(cancellation);
            try
            {
                return await convert();
            }
            finally
            {
                _turns.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref _asked);
        }
    }

    public void Dispose() => _turns.Dispose();

    private static ProblemException Busy() => new(new(
        503, "conversion_busy", "Too many pictures are being converted.",
        "The picture has to be converted, and too many wait for that already.",
        "Send it again in a few seconds, or raise Connector:Images:AtOnce or Connector:Images:Waiting in the connector's settings.")
    {
        RetryAfter = TimeSpan.FromSeconds(5),
    });
}
