namespace Connector.Pinterest;

/// <summary>What is known about a call that failed; <paramref name="Message"/> is Pinterest's own where it gave one.</summary>
internal sealed record PinterestFailure(FailureKind Kind, int? Status, int? Code, string Message, string? RequestId, TimeSpan? RetryAfter)
{
    /// <summary>Whether a write may have been made all the same.</summary>
    public bool MayBeDone =>
        Kind is FailureKind.NoAnswer or FailureKind.ServerError or FailureKind.Unreadable or FailureKind.Undocumented;
}

/// <summary>A call to Pinterest failed.</summary>
internal sealed class PinterestException(PinterestFailure failure, Exception? inner = null) : Exception(failure.Message, inner)
{
    public PinterestFailure Failure { get; } = failure;
}
