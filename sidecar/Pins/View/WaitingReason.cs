using Connector.Accounts;
using Connector.Pacing;

namespace Connector.Pins.View;

/// <summary>Says why a pin waits: pure, so that every state has its sentence in a table of tests.</summary>
internal static class WaitingReason
{
    public static WaitingFor? For(
        PinRow pin, string accountStatus, AccountHold? hold, PaceDecision pace, Expected? expected, DateTimeOffset now) =>
        pin.Status switch
        {
            _ when PinStatus.IsFinal(pin.Status) => null,
            PinStatus.AwaitingApproval => ForApproval,
            // Without a valid token the board cannot be read, so reconciliation waits for the account.
            PinStatus.Publishing when pin.WaitCode is not null && accountStatus == AccountStatus.ReconnectRequired => AccountHeld(hold),
            PinStatus.Publishing when pin.WaitCode is { } code => new(code, pin.WaitMessage!, pin.DueAt),
            PinStatus.Publishing => new(WaitCode.Publishing, "The request is with Pinterest; its answer is awaited.", null),
            _ when accountStatus != AccountStatus.Active => AccountHeld(hold),
            PinStatus.Scheduled when pin.DueAt > now && pin is { PublishAt: null, EventDate: { } day } =>
                new(WaitCode.Season, $"The season of its event, {day}, has not begun.", pin.DueAt),
            PinStatus.Scheduled when pin.DueAt > now => new(WaitCode.PublishAt, "Its time has not come.", pin.DueAt),
            _ when pin.AwaitsVideo => new(WaitCode.MediaProcessing, pin.WaitMessage
                ?? "Its video is brought to Pinterest before the pin can be created; that has not begun yet.", pin.WaitUntil),
            _ when pin.DueAt > now && pin.WaitCode is { } code => new(code, pin.WaitMessage!, pin.DueAt),
            // A rule about its own board, link or domain explains more than one about all pins.
            _ when expected?.Why is { } why && expected.At > now && expected.Rule != pace.Rule =>
                new(WaitCode.Pace, Behind(expected) + why, expected.At),
            _ when !pace.IsNow => new(WaitCode.Pace, Behind(expected) + pace.Message, expected?.At ?? pace.NotBefore),
            _ when expected?.Position > 1 => new(WaitCode.Pace, Behind(expected).Trim(), expected.At),
            _ => new(WaitCode.Pace, "It is next in line.", expected?.At ?? now),
        };

    /// <summary>Of every pin that somebody has to approve.</summary>
    public static WaitingFor ForApproval { get; } = new(
        WaitCode.Approval,
        "It waits until somebody approves it: POST /v1/pins/{id}/approve, or reject. When it goes is known after that.", null);

    private static string Behind(Expected? expected) => expected switch
    {
        { Position: 2 } => "1 of this account's pins goes first. ",
        { Position: > 2 } => $"{expected.Position - 1} of this account's pins go first. ",
        _ => "",
    };

    // A disconnected account has no row, and so no reason.
    private static WaitingFor AccountHeld(AccountHold? hold) =>
        new(WaitCode.AccountHold, hold?.Reason
            ?? "The account was disconnected; connect the same Pinterest user again with POST /v1/accounts.", hold?.Until);
}
