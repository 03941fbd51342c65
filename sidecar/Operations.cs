using Connector.Accounts;
using Connector.Boards;
using Connector.Keys;
using Connector.Metrics;

namespace Connector;

/// <summary>Every operation of the API: its table of contents.</summary>
internal static class Operations
{
    public static readonly IReadOnlyList<Type> All = [.. Keys, .. Accounts, .. Boards, .. Metrics];

    private static IEnumerable<Type> Keys =>
        [typeof(WhoAmI), typeof(CreateKey), typeof(ListKeys), typeof(RevokeKey)];

    private static IEnumerable<Type> Accounts =>
    [
        typeof(ConnectAccount), typeof(ListAccounts), typeof(GetAccount), typeof(UpdateAccount), typeof(DeleteAccount),
        typeof(HoldAccount), typeof(ResumeAccount), typeof(Readiness),
    ];

    private static IEnumerable<Type> Boards =>
    [
        typeof(ListBoards), typeof(CreateBoard), typeof(GetBoard), typeof(UpdateBoard), typeof(DeleteBoard),
        typeof(ListSections), typeof(CreateSection), typeof(UpdateSection), typeof(DeleteSection),
    ];

    private static IEnumerable<Type> Metrics =>
        [typeof(GetPinMetrics), typeof(GetPinsMetrics), typeof(GetAccountMetrics), typeof(GetTopPins)];
}
