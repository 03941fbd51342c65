using Connector.Accounts;
using Connector.Http;
using Connector.Pins;

namespace Connector.Publishing;

/// <summary>Says in the log what has become of a pin, in one sentence: a warning when nothing more happens without a person.</summary>
internal sealed partial class PinLog(AccountStore accounts, PinStore pins, ILogger<PinLog> logger)
{
    /// <summary>Something was written about the pin; its row says what it is now.</summary>
    /// <param name="pinId">Which pin.</param>
    /// <param name="cause">Why, as long as the pin has no error of its own.</param>
    /// <param name="evidence">What tells it, such as the attempt and Pinterest's request.</param>
    public void Write(string pinId, string? cause, string evidence)
    {
        if (pins.Find(pinId) is not { } pin) return;

        var row = accounts.Find(pin.AccountId);
        var account = row?.Label ?? $"{pin.AccountId} (disconnected)";
        // An outage is said once, by the account.
        var level = row?.HeldCode == AccountHold.OutageCode ? LogLevel.Debug : LogLevel.Information;
        var at = Rfc3339.Format(pin.DueAt);
        var remedy = (pin.ErrorRemediation ?? "").Replace("{id}", pin.Id, StringComparison.Ordinal);
        switch (pin.Status)
        {
            case PinStatus.Published:
                Log.Published(logger, pin.Id, account, pin.BoardId, pin.PinterestPinId, evidence);
                break;
            case PinStatus.Failed:
                Log.Failed(logger, pin.Id, account, pin.BoardId, pin.ErrorCode, pin.ErrorMessage, remedy, evidence);
                break;
            case PinStatus.Unconfirmed:
                Log.Unconfirmed(logger, pin.Id, account, pin.BoardId, pin.ErrorMessage, remedy, evidence);
                break;
            case PinStatus.Canceled:
                Log.Canceled(logger, pin.Id, account, pin.ErrorMessage, remedy, evidence);
                break;
            case PinStatus.Publishing:
                var isDead = row?.Status == AccountStatus.ReconnectRequired;
                var when = isDead ? "when the account is connected again" : $"at {at}";
                Log.InDoubt(logger, level, pin.Id, account, pin.BoardId, when, cause, evidence);
                break;
            case var _ when row is not { Status: AccountStatus.Active }:
                Log.WaitsForAccount(logger, level, pin.Id, account, pin.BoardId, cause, evidence);
                break;
            default:
                Log.Waits(logger, level, pin.Id, account, pin.BoardId, at, cause, evidence);
                break;
        }
    }

    /// <summary>Pinterest blocks a domain for an account, and pins that lead there wait.</summary>
    public void LinksHeld(string accountId, string reason, int waiting, DateTimeOffset until)
    {
        var words = reason.Replace("{id}", accountId, StringComparison.Ordinal);
        var account = accounts.Find(accountId)?.Label ?? accountId;
        Log.LinksHeld(logger, account, words, waiting, Rfc3339.Format(until));
    }

    private static partial class Log
    {
        [LoggerMessage(
            Level = LogLevel.Information,
            Message = "Pin {PinId} of account {Account} was published on board {BoardId} as {PinterestPinId} ({Evidence}).")]
        public static partial void Published(
            ILogger logger, string pinId, string account, string boardId, string? pinterestPinId, string evidence);

        [LoggerMessage(
            Level = LogLevel.Warning,
            Message = "Pin {PinId} of account {Account} for board {BoardId} failed and is not sent again: {Code}. {Reason} {Remediation} "
                + "({Evidence})")]
        public static partial void Failed(
            ILogger logger, string pinId, string account, string boardId, string? code, string? reason, string remediation,
            string evidence);

        [LoggerMessage(
            Level = LogLevel.Warning,
            Message = "Pin {PinId} of account {Account} for board {BoardId} is unconfirmed: nobody can say whether it is on Pinterest, so "
                + "it is not sent again. {Reason} {Remediation} ({Evidence})")]
        public static partial void Unconfirmed(
            ILogger logger, string pinId, string account, string boardId, string? reason, string remediation, string evidence);

        [LoggerMessage(
            Level = LogLevel.Information, Message = "Pin {PinId} of account {Account} was canceled. {Reason} {Remediation} ({Evidence})")]
        public static partial void Canceled(
            ILogger logger, string pinId, string account, string? reason, string remediation, string evidence);

        [LoggerMessage(
            Message = "Pin {PinId} of account {Account} may be on Pinterest or not: board {BoardId} is read {When}, and nothing is sent "
                + "before that. {Reason} ({Evidence})")]
        public static partial void InDoubt(
            ILogger logger, LogLevel level, string pinId, string account, string boardId, string when, string? reason, string evidence);

        [LoggerMessage(
            Message = "Pin {PinId} of account {Account} for board {BoardId} is not published yet and waits until the account goes on. "
                + "{Reason} ({Evidence})")]
        public static partial void WaitsForAccount(
            ILogger logger, LogLevel level, string pinId, string account, string boardId, string? reason, string evidence);

        [LoggerMessage(
            Message = "Pin {PinId} of account {Account} for board {BoardId} is not published yet and is tried again, not before {At}. "
                + "{Reason} ({Evidence})")]
        public static partial void Waits(
            ILogger logger, LogLevel level, string pinId, string account, string boardId, string at, string? reason, string evidence);

        [LoggerMessage(
            Level = LogLevel.Warning,
            Message = "Account {Account}: {Reason} {Waiting} queued pins that lead there wait until {Until}; others go on.")]
        public static partial void LinksHeld(
            ILogger logger, string account, string reason, int waiting, string until);
    }
}
