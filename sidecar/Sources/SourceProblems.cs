using Connector.Http;
using Connector.Imports;

namespace Connector.Sources;

/// <summary>What can be wrong with sources.</summary>
internal static class SourceProblems
{
    public static ProblemException TooMany(int most) => new(new(
        409, "source_limit_reached", "The account has no room for another source.",
        $"The account has {most} sources, which is the limit ({SourceOptions.Section}:{nameof(SourceOptions.PerAccount)}).",
        "Delete a source that is not needed any more; its pins stay."));

    public static ProblemException Exists(SourceRow other) => new(new(
        409, "source_exists", "The account watches this address already.", $"It is the source {other.Id}.",
        $"Change that one with PATCH /v1/sources/{other.Id}, or delete it first; its pins stay."));

    public static ProblemException Paused(string id) => Problems.StateConflict(
        "The source is paused, so it is not looked at.", $"Send {{\"paused\": false}} to PATCH /v1/sources/{id} first.");

    /// <summary>What whoever switches the approval off takes upon himself.</summary>
    public static ProblemException NobodyAccepts() => Problems.Invalid(
        "auto_approve_accepted_by",
        "is missing. With auto_approve every new item of this source is published without that anybody looks at it, and Pinterest wants "
            + "each pin to be chosen by a person. Whoever switches it on takes upon himself that everything this address will ever "
            + "contain may be published in the account's name, and answers for it to Pinterest. Give the name or e-mail address of that "
            + "person; it is kept with the time.");

    public static ProblemException NothingAccepted() => Problems.Invalid(
        "auto_approve_accepted_by", "belongs to auto_approve: true, and must be left out otherwise.");

    public static Problem Unreachable(string detail) => new(
        502, "source_unreachable", "The source cannot be fetched.", detail,
        "It is tried again at next_check_at, by itself. Check the address in a browser; if it has changed, change url.");

    public static Problem Incomplete(string detail) => new(
        502, "source_incomplete", "The source could not be read to its end.", detail,
        "It is tried again at next_check_at, by itself; items before that place are taken, and none is said to be gone. "
            + "Check the file at the address.");

    public static Problem Unexpected() => new(
        500, "unexpected_error", "The source met an unexpected error.", "An unexpected error happened; the log has it.",
        "It is tried again at next_check_at, by itself; if it happens again, report it with the log.");

    public static Problem KeyRevoked(string keyId) => new(
        403, "key_revoked", "The source may not go on.", $"The API key {keyId}, which the source was set up with, was revoked.",
        "Change the source with another key, such as {\"paused\": false} to PATCH /v1/sources/{id}: it goes on in that key's name.");

    public static ImportProblem MediaKept => ImportProblem.Of(
        "media_kept", "The item has other pictures or another video now, and only the picture of a pin with one picture can be replaced.",
        "Cancel its pin if it shall not go out as it is.");
}
