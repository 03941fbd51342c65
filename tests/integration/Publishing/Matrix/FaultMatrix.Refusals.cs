namespace Connector.Tests.Publishing.Matrix;

internal static partial class FaultMatrix
{
    private static Point[] AboutABoard =>
    [
        .. Points.SectionLists, Point.GetBoard, Point.BoardPins, Point.SectionPins, Point.UpdateBoard, Point.DeleteBoard,
        Point.CreateSection, Point.UpdateSection, Point.DeleteSection,
    ];

    /// <summary>Pinterest says no, and the caller hears why and what to do.</summary>
    private static IEnumerable<CallCase> RefusalsAt(Point point)
    {
        yield return new(point, "rate_limited", 1, 60) { Told = (429, "rate_limited") };
        yield return new(point, "rate_limited", 1, 60) { Headers = false, Told = (429, "rate_limited") };
        yield return new(point, "spam_blocked") { Told = (403, "spam_blocked") };
        yield return new(point, "app_not_approved") { Told = (403, "capability_unavailable") };
        // What is known as a capability of the account is told by its name, with the scope that lacks.
        var isCapability = Points.Audience.Except([Point.Businesses]).Concat(Points.PinLists).Append(Point.LivePin).Contains(point);
        yield return new(point, "scope_missing") { Told = (403, isCapability ? "capability_unavailable" : "scope_missing") };
        yield return new(point, "data_access_denied") { Told = (403, "capability_unavailable") };

        // Asked for several pins at once, Pinterest may refuse what it shows of each alone.
        var oneByOne = point == Point.SeveralPinsMetrics;
        yield return new(point, "feature_restricted") { Told = oneByOne ? null : (403, "capability_unavailable") };
        yield return new(point, "forbidden") { Told = oneByOne ? null : (403, "pinterest_refused") };

        if (point == Point.ConnectWithToken)
        {
            yield return new(point, "token_expired") { Told = (400, "validation_failed") };
        }
        else
        {
            yield return new(point, "token_expired") { Calls = 2, Done = true };
            yield return new(point, "token_expired", 2) { Calls = 2, Told = (409, "reconnect_required"), Reconnect = true };
        }

        // What is to be deleted and is not there is deleted.
        if (AboutABoard.Contains(point))
            yield return new(point, "board_gone") { Told = Points.Deletions.Contains(point) ? null : (404, "board_not_found") };
    }
}
