using Connector.Accounts;
using Connector.Common;
using Connector.Http;
using Connector.Pins.Lifecycle;
using Connector.Pinterest;

namespace Connector.Publishing.Worker;

/// <summary>
/// Decides what an attempt's end means. Only what was provably not sent, or refused for a passing reason, may be sent again.
/// </summary>
internal static class AttemptDecision
{
    public static AttemptResult Accepted(PinReceipt receipt) => new()
    {
        Outcome = AttemptOutcome.Accepted,
        Next = NextAction.Published,
        PinterestPinId = receipt.PinId,
        HttpStatus = receipt.Status,
        RequestId = receipt.RequestId,
    };

    /// <summary>Pinterest's answer, or the lack of one, to a create that was being sent.</summary>
    public static AttemptResult Of(PinterestFailure failure, long triesLeft, long tries, Random random)
    {
        var (_, code, title, remediation) = PinterestProblems.Meaning(failure.Kind);
        var result = new AttemptResult
        {
            Outcome = AttemptOutcome.Refused,
            Next = NextAction.Fail,
            Message = failure.Message,
            HttpStatus = failure.Status,
            PinterestCode = failure.Code,
            RequestId = failure.RequestId,
            ErrorCode = code,
            ErrorRemediation = remediation,
            Retryable = false,
        };

        switch (failure.Kind)
        {
            case FailureKind.NotSent:
                return result with
                {
                    Outcome = AttemptOutcome.NotSent,
                    Next = NextAction.Retry,
                    Delay = Backoff.Delay(tries, random),
                    Message = $"{title} {failure.Message}",
                    IsOutage = true,
                };

            case var _ when failure.MayBeDone:
                return Unknown($"{title} {failure.Message}") with
                {
                    HttpStatus = failure.Status,
                    PinterestCode = failure.Code,
                    RequestId = failure.RequestId,
                    IsOutage = true,
                };

            // The account's pace was adjusted to this answer and decides when the next call may be made.
            case FailureKind.RateLimited:
                return result with { Next = NextAction.Retry, Delay = failure.RetryAfter ?? TimeSpan.Zero };

            case FailureKind.Conflict or FailureKind.UrlUnreachable when triesLeft > 1:
                return result with
                {
                    Next = NextAction.Retry,
                    UsesRetry = true,
                    Delay = Longer(Backoff.Delay(tries, random), failure.RetryAfter),
                };

            case FailureKind.Conflict or FailureKind.UrlUnreachable:
                return result with { Retryable = true };

            // These refuse the account or the app, not this pin: every pin after it would be refused too.
            case FailureKind.AppNotApproved or FailureKind.ScopeMissing or FailureKind.TrialAccess
                or FailureKind.SpamBlocked or FailureKind.FeatureRestricted:
                return result with { Next = NextAction.Hold, Message = $"{title} {failure.Message} {remediation}" };

            default:
                return result;
        }
    }

    /// <summary>The create was not sent, or was refused for its token: it may be sent again without a lookup.</summary>
    public static AttemptResult NotPublished(bool sent, string message, TimeSpan delay) => new()
    {
        Outcome = sent ? AttemptOutcome.Refused : AttemptOutcome.NotSent,
        Next = NextAction.Retry,
        Message = message,
        Delay = delay,
    };

    /// <summary>The account's token could not be renewed for now; either way Pinterest has no pin.</summary>
    public static AttemptResult TokenNotRenewed(bool sent, PinterestFailure failure, long tries, Random random) =>
        NotPublished(
            sent,
            $"The account's token could not be renewed: {failure.Message}",
            Longer(Backoff.Delay(tries, random), failure.RetryAfter)) with
        {
            IsOutage = failure.Kind is FailureKind.NotSent || failure.MayBeDone,
        };

    /// <summary>The account itself cannot publish until a person acts.</summary>
    public static AttemptResult AccountStopped(bool sent, Problem problem) => NotPublished(
        sent, $"{problem.Detail} {problem.Remediation}", TimeSpan.Zero) with
    {
        // Whoever gave up the token has held the account already; a second hold could undo that it was connected again just now.
        Next = problem.Code == AccountStatus.ReconnectRequired ? NextAction.Retry : NextAction.Hold,
        ErrorCode = problem.Code,
    };

    /// <summary>The media of the pin is not available any more.</summary>
    public static AttemptResult MediaGone(Problem problem) => new()
    {
        Outcome = AttemptOutcome.NotSent,
        Next = NextAction.Fail,
        Message = problem.Detail,
        ErrorCode = problem.Code,
        ErrorRemediation = problem.Remediation,
        Retryable = false,
    };

    public static AttemptResult Unknown(string message) => new()
    {
        Outcome = AttemptOutcome.Unknown,
        Next = NextAction.Reconcile,
        Message = message,
    };

    private static TimeSpan Longer(TimeSpan a, TimeSpan? b) => b > a ? b.Value : a;
}
