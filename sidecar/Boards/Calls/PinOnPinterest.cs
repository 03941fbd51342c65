using Connector.Accounts;
using Connector.Http;
using Connector.Pinterest;

namespace Connector.Boards.Calls;

/// <summary>Refusals about pins that are on Pinterest.</summary>
internal static class PinOnPinterest
{
    public static ProblemException NotAnId(string given) => new(new(
        404, "not_found", "There is no such pin.", $"\"{Shown.Cut(given)}\" is not Pinterest's id of a pin, which is digits.",
        "Use the number in the pin's address on Pinterest; of a pin of the connector it is pinterest_pin_id."));

    public static ProblemException SaveUnknown(string boardId, PinterestException lost) => new(new(
        502, "outcome_unknown", "Nobody knows whether the pin was saved.", lost.Failure.Message,
        $"Look whether it is on the board, GET /v1/boards/{boardId}/pins, before you send this again: each call that arrives makes a pin.")
    { Pinterest = PinterestProblems.RefusalOf(lost.Failure) });
}
