using Connector.Boards;
using Connector.Http;
using Connector.Pins.Texts;

namespace Connector.Pins.Checks;

/// <summary>Checks texts, time and board of a request; accepting, validating, editing and planning ask here.</summary>
internal static class RequestAdvice
{
    public static IEnumerable<Check> Of(CreatePinRequest request, BoardTarget? board, DateTimeOffset now) =>
        [.. OfTexts(TextAdvice.Of(request)), .. OfTime(request.PublishAt, board, now)];

    public static IEnumerable<Check> Of(EditPinRequest request, BoardTarget? board, DateTimeOffset now) =>
        [.. OfTexts(TextAdvice.Of(request)), .. OfTime(request.PublishAt, board, now)];

    public static IEnumerable<Check> Of(PlannedPin pin, BoardTarget board, DateTimeOffset now) => OfTime(pin.PublishAt, board, now);

    private static IEnumerable<Check> OfTexts(IEnumerable<Check> flaws) => flaws.DefaultIfEmpty(Check.Passed(TextAdvice.Name));

    private static IEnumerable<Check> OfTime(DateTimeOffset? publishAt, BoardTarget? board, DateTimeOffset now)
    {
        yield return PublishTime.Check(publishAt, now);
        if (board is not null) yield return BoardCheck.OfVisibility(board);
    }
}
