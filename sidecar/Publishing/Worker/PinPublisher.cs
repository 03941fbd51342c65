using Connector.Accounts;
using Connector.Common;
using Connector.Http;
using Connector.Pacing;
using Connector.Pins;
using Connector.Pins.Lifecycle;
using Connector.Pinterest;
using Connector.Replicas;

namespace Connector.Publishing.Worker;

/// <summary>Makes one attempt at publishing a pin and says how it ended; never throws, and never sends twice.</summary>
internal sealed partial class PinPublisher(
    AccountSessions sessions, PinterestClient pinterest, PinMediaSource sources, PaceLedger pace, IAccountLeases leases, Random random,
    TimeProvider clock, ILogger<PinPublisher> logger)
{
    public async Task<AttemptResult> PublishAsync(Claim claim, CancellationToken cancellation)
    {
        var begun = clock.GetTimestamp();
        var result = await SendAsync(claim, cancellation);
        pace.RecordLatency(claim.Pin.AccountId, clock.GetElapsedTime(begun));
        return result;
    }

    private async Task<AttemptResult> SendAsync(Claim claim, CancellationToken cancellation)
    {
        var (sent, isTooLate) = (false, false);
        try
        {
            var create = await ComposeAsync(claim.Pin, cancellation);
            var receipt = await sessions.CallAsync(
                claim.Pin.AccountId,
                (session, token) =>
                {
                    if (clock.GetUtcNow() - claim.At > Claim.GoodFor) throw new OperationCanceledException("The claim is too old.");
                    sent = true;
                    return pinterest.CreatePinAsync(
                        session with { AdAccountId = claim.Pin.AdAccountId }, create, token, MayBegin);
                },
                cancellation,
                counted: PublishedLimits.OrgWrite);
            return AttemptDecision.Accepted(receipt);
        }
        catch (PinterestException) when (isTooLate)
        {
            // It was counted as a call that ended.
            pace.Forget(claim.Pin.AccountId);
            return AttemptDecision.NotPublished(
                sent: false, "This replica could not tell the others in time that it lives, so the request was not sent.", TimeSpan.Zero);
        }
        catch (PinterestException refusal)
        {
            return AttemptDecision.Of(refusal.Failure, claim.Pin.TriesLeft, Tries(claim), random);
        }
        catch (TokenRefreshException failed)
        {
            return AttemptDecision.TokenNotRenewed(sent, failed.Failure, Tries(claim), random);
        }
        catch (ProblemException problem)
        {
            return AttemptDecision.AccountStopped(sent, problem.Problem);
        }
        catch (MediaGoneException gone)
        {
            return AttemptDecision.MediaGone(gone.Problem);
        }
        catch (StorageUnavailableException unreachable) when (!sent)
        {
            return AttemptDecision.NotPublished(
                sent, $"The pin's file cannot be read now: {unreachable.Message}", Backoff.Delay(Tries(claim), random));
        }
        catch (OperationCanceledException) when (!sent)
        {
            return AttemptDecision.NotPublished(sent, "The connector was stopping, or was suspended for too long.", TimeSpan.Zero);
        }
        catch (Exception error)
        {
            Log.Unexpected(logger, error, claim.Pin.Id);
            return sent
                ? AttemptDecision.Unknown("The connector failed while the request was under way; its log tells more.")
                : AttemptDecision.NotPublished(sent, "The connector failed before the request was sent; its log tells more.", Backoff.Cap);
        }
        finally
        {
            if (!sent) pace.Release(claim.Pin.AccountId, PublishedLimits.OrgWrite);
        }

        bool MayBegin()
        {
            isTooLate = !leases.MaySend(claim.Pin.AccountId, claim.Fence);
            return !isTooLate;
        }
    }

    private static long Tries(Claim claim) => claim.Pin.AttemptCount - 1;

    private async Task<PinCreate> ComposeAsync(PinRow pin, CancellationToken cancellation) => new()
    {
        BoardId = pin.BoardId,
        BoardSectionId = pin.BoardSectionId,
        Title = pin.Title,
        Description = pin.Description,
        AltText = pin.AltText,
        Link = LinkMarker.Sent(pin),
        DominantColor = pin.DominantColor,
        ParentPinId = pin.ParentPinId,
        SponsorId = pin.SponsorId,
        MediaSource = await sources.OfAsync(pin, cancellation),
    };

    private static partial class Log
    {
        [LoggerMessage(
            Level = LogLevel.Error,
            Message = "Publishing pin {PinId} met an unexpected error in the connector; the attempt ends with it.")]
        public static partial void Unexpected(ILogger logger, Exception error, string pinId);
    }
}
