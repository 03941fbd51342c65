using System.Text.Json;
using Connector.Pinterest.Errors;

namespace Connector.Pinterest.Client;

/// <summary>An answer of Pinterest's, read to its end.</summary>
internal sealed record PinterestResponse(int Status, byte[] Body, string? RequestId, RateReading Rates)
{
    /// <summary>The time on Pinterest's clock; null when the answer does not say.</summary>
    public DateTimeOffset? Date { get; init; }

    public bool IsSuccess => Status is >= 200 and < 300;

    /// <summary>The body as <typeparamref name="T"/>; a success that cannot be read is <see cref="FailureKind.Unreadable"/>.</summary>
    public T Read<T>(Func<T, bool>? isComplete = null) where T : class
    {
        try
        {
            if (JsonSerializer.Deserialize<T>(Body, PinterestJson.Options) is { } value && isComplete?.Invoke(value) != false) return value;
        }
        catch (JsonException)
        {
            // Reported below without the parser's message: it can quote the body.
        }

        throw new PinterestException(new PinterestFailure(
            FailureKind.Unreadable, Status, null, $"Pinterest answered {Status}, but not with what it should have.", RequestId, null));
    }

    public PinterestException ToException(Func<int, int?, string, FailureKind> classify)
    {
        var (code, message) = ErrorBody.Read(Status, Body);
        return new PinterestException(new PinterestFailure(
            classify(Status, code, message), Status, code, message, RequestId, Rates.RetryAfter));
    }
}
