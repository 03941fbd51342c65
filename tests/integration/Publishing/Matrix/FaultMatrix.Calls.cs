namespace Connector.Tests.Publishing.Matrix;

internal static partial class FaultMatrix
{
    private static (int, string) Unavailable => (503, "pinterest_unavailable");

    private static (int, string) NotUnderstood => (502, "pinterest_unavailable");

    // Of these the pin, board or answer is there and only the caller does not learn of it.
    private static string[] LostAfter => ["accept_then_drop", "error_after_create", "truncated_body"];

    private static string[] LostBefore => ["drop_before_read", "server_error"];

    private static string[] Slow => ["slow_headers", "slow_body"];

    /// <summary>A read is tried three times.</summary>
    private static IEnumerable<CallCase> ReadsAt(Point point) =>
    [
        .. LostAfter.Concat(LostBefore).SelectMany(fault => new CallCase[]
        {
            new(point, fault) { Calls = 2 },
            new(point, fault, 3) { Calls = 3, Told = Unavailable },
        }),
        .. Slow.SelectMany(fault => new CallCase[]
        {
            new(point, fault, 1, Case.Late),
            new(point, fault, 1, Case.TooLate) { Calls = 2 },
            new(point, fault, 3, Case.TooLate) { Calls = 3, Told = Unavailable },
        }),
        new(point, "html") { Told = NotUnderstood },
        .. point is Point.GetBoard or Point.ConnectWithToken or Point.LivePin
            ? [new CallCase(point, "no_id") { Told = NotUnderstood }]
            : Array.Empty<CallCase>(),
        .. Points.BoardLists.Concat(Points.SectionLists).Contains(point)
            ? [new CallCase(point, "list_short", 1000) { Calls = 2 }]
            : Array.Empty<CallCase>(),
        .. RefusalsAt(point),
    ];

    /// <summary>A change is sent once, because nobody knows whether a lost one was made.</summary>
    private static IEnumerable<CallCase> ChangesAt(Point point) =>
    [
        .. DeletionsAt(point),
        new(point, "truncated_body") { Told = Unavailable, Done = true },
        new(point, "slow_body", 1, Case.Late) { Done = true },
        new(point, "slow_body", 1, Case.TooLate) { Told = Unavailable, Done = true },
        new(point, "html") { Told = NotUnderstood, Done = true },
        new(point, "no_id") { Told = NotUnderstood, Done = true },
    ];

    private static IEnumerable<CallCase> DeletionsAt(Point point) =>
    [
        new(point, "accept_then_drop") { Told = Unavailable, Done = true },
        new(point, "error_after_create") { Told = Unavailable, Done = true },
        new(point, "drop_before_read") { Told = Unavailable },
        new(point, "server_error") { Told = Unavailable },
        new(point, "slow_headers", 1, Case.Late) { Done = true },
        new(point, "slow_headers", 1, Case.TooLate) { Told = Unavailable, Done = true },
        new(point, "conflict") { Told = (409, "conflict") },
        .. RefusalsAt(point),
    ];

    /// <summary>A code from the consent page is good once; a simulator account's comes from us.</summary>
    private static IEnumerable<CallCase> Codes =>
    [
        .. LostAfter.Concat(LostBefore).Select(fault => new CallCase(Point.ConnectWithCode, fault) { Told = Unavailable }),
        .. Slow.SelectMany(fault => new CallCase[]
        {
            new(Point.ConnectWithCode, fault, 1, Case.Late),
            new(Point.ConnectWithCode, fault, 1, Case.TooLate) { Told = Unavailable },
        }),
        new(Point.ConnectWithCode, "html") { Told = NotUnderstood },
        new(Point.ConnectWithCode, "rate_limited", 1, 60) { Told = (429, "rate_limited") },
        new(Point.ConnectWithCode, "token_expired") { Told = (409, "reconnect_required") },
        new(Point.ConnectWithCode, "app_not_approved") { Told = (403, "capability_unavailable") },
    ];
}
