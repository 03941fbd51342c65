using Connector.Http;

namespace Connector.Pins.Lifecycle;

/// <summary>Refusals about the state of a pin.</summary>
internal static class PinProblems
{
    public static ProblemException WouldFail(Check check) => new(new Problem(
        422, check.Code!, "Pinterest would not take this pin.", check.Message!, check.Remediation!));

    public static ProblemException NotWaiting(PinRow pin, string what) => Problems.StateConflict(
        $"Pin {pin.Id} is {pin.Status}; only a pin that waits can be {what}.",
        PinStatus.IsFinal(pin.Status) ? "Create a new pin instead." : "Wait until its status is final: GET /v1/pins/{id}?wait=60.");

    /// <summary>It waited when the edit came, and does not any more.</summary>
    public static ProblemException NotEdited(PinRow pin) => pin is { Status: PinStatus.Published, PinterestPinId: not null }
        ? Problems.StateConflict(
            $"Pin {pin.Id} was published while it was being edited.",
            "Send the edit again: the pin is published now, and is changed on Pinterest.")
        : NotWaiting(pin, "edited");

    public static ProblemException NotChangedOnPinterest(PinRow pin, IReadOnlyList<string> fields) => new(new Problem(
        409, "state_conflict", "The state does not allow this.",
        $"Pin {pin.Id} is published, and Pinterest does not change {string.Join(", ", fields)} of a published pin.",
        "Of a published pin only title, description, alt_text, link_url, board and board_section_id can be changed; for anything else "
            + "create a new pin.")
    {
        Errors = fields.ToDictionary(field => field, string[] (_) => ["cannot be changed of a published pin."]),
    });

    /// <summary>It cannot be approved or rejected.</summary>
    public static ProblemException NotAwaiting(PinRow pin, string what) => Problems.StateConflict(
        pin.ApprovedAt is { } at
            ? $"Pin {pin.Id} is {pin.Status}; it was approved at {Rfc3339.Format(at)} by {pin.ApprovedBy}."
            : $"Pin {pin.Id} is {pin.Status}; only a pin that awaits approval can be {what}.",
        pin.Status switch
        {
            PinStatus.Scheduled or PinStatus.Queued => "Nothing needs to be done for it to go; POST /v1/pins/{id}/cancel takes it back.",
            PinStatus.Canceled => "Create a new pin instead, with another idempotency key.",
            _ => "It is too late to approve or reject it: GET /v1/pins/{id} says what became of it.",
        });

    /// <summary>It is not what somebody saw who approves or rejects it.</summary>
    public static ProblemException ChangedSince(PinRow pin) => Problems.StateConflict(
        $"Pin {pin.Id} was changed at {Rfc3339.Format(pin.UpdatedAt)}, after it was looked at.",
        "Look at it again with GET /v1/pins/{id}, then decide anew with the updated_at that it has now.");

    public static ProblemException NotFailed(PinRow pin) => pin.Status == PinStatus.Unconfirmed
        ? Problems.StateConflict(
            $"Pin {pin.Id} may be on Pinterest already, so sending it again could publish it twice.",
            "Look at the board, then say what you found with POST /v1/pins/{id}/resolve; {\"as\":\"not_published\"} queues it again.")
        : Problems.StateConflict(
            $"Pin {pin.Id} is {pin.Status}; only a failed pin can be retried.", "Nothing needs to be done for a pin that has not failed.");

    public static ProblemException NotUnconfirmed(PinRow pin) => Problems.StateConflict(
        $"Pin {pin.Id} is {pin.Status}; only an unconfirmed pin can be resolved.",
        "Nothing needs to be resolved: its outcome is known, or still being looked up.");

    public static ProblemException AlreadyOurs(string pinterestPinId, string owner) => Problems.StateConflict(
        $"The pin {pinterestPinId} on Pinterest is that of {owner}.",
        "Find this pin's own id on the board, or resolve it as not_published.");

    public static ProblemException NotFinal(PinRow pin) => Problems.StateConflict(
        $"Pin {pin.Id} is {pin.Status}; only a pin whose status is final can be forgotten.",
        pin.Status == PinStatus.Publishing
            ? "Wait until its status is final: GET /v1/pins/{id}?wait=60."
            : "Cancel it first with POST /v1/pins/{id}/cancel.");

    public static ProblemException NotKnownOnPinterest(PinRow pin) => Problems.StateConflict(
        $"Whether pin {pin.Id} is on Pinterest, and under which id, is not known, so it cannot be deleted there.",
        "Look at the board, say what you found with POST /v1/pins/{id}/resolve, and delete the pin then.");
}
