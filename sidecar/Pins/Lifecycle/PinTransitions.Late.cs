using Connector.Pins.Rows;
using Connector.Storage;

namespace Connector.Pins.Lifecycle;

/// <summary>Pinterest's answer to an attempt that others had given up.</summary>
internal sealed partial class PinTransitions
{
    private const string MayStillBeIt =
        $"status in ('{PinStatus.Publishing}', '{PinStatus.Queued}', '{PinStatus.Scheduled}', '{PinStatus.Unconfirmed}')";

    /// <summary>
    /// The pin is on Pinterest: while nothing else is known of it, that is its end. Where it has another end, its attempt says so and its
    /// event is written again, so that a person hears of it. False when it was known already.
    /// </summary>
    public bool AcceptLate(Sql sql, AttemptKey attempt, AttemptResult result, DateTimeOffset now)
    {
        if (result.PinterestPinId is not { } pinterestPinId || PinReader.Find(sql, attempt.PinId) is not { } pin) return false;
        if (pin.PinterestPinId == pinterestPinId || OtherThatIs(sql, pin.Id, pinterestPinId) is not null) return false;

        const string State =
            $"""
            status = '{PinStatus.Published}', pinterest_pin_id = @pinterestPinId, published_at = @now, attempt_id = null, {NoWait},
            {NoError}
            """;
        // While another attempt is under way its answer decides.
        const string Condition = $"id = @PinId and {MayStillBeIt} and coalesce(attempt_id, @AttemptId) = @AttemptId";
        if (Changed(sql, State, Condition, new { attempt.PinId, attempt.AttemptId, pinterestPinId, now }) is { } published)
        {
            AttemptStore.Find(sql, attempt.AttemptId, pinterestPinId);
            End(sql, published, now);
            return true;
        }

        AttemptStore.Remark(
            sql,
            attempt.AttemptId,
            $"Pinterest made pin {pinterestPinId} of this attempt, and answered after another replica had given it up: it may be there "
                + "twice. Look at the board, and delete one of them.");
        if (PinStatus.IsFinal(pin.Status)) PinEvents.Write(sql, pin, now);
        return true;
    }
}
