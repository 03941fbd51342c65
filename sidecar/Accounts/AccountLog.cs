using System.Collections.Concurrent;
using Connector.Http;

namespace Connector.Accounts;

/// <summary>
/// Says in the log that an account stopped publishing or goes on, once when it begins and once when it ends: a warning where a person or
/// Pinterest must change something.
/// </summary>
internal sealed partial class AccountLog(ILogger<AccountLog> logger)
{
    // During an outage an account may go on for a moment, when it has nothing that could be tried.
    private readonly ConcurrentDictionary<string, bool> _outages = new();

    /// <summary>Its status, or the reason for its hold, may have changed.</summary>
    /// <param name="before">What it was.</param>
    /// <param name="after">What it is.</param>
    /// <param name="byItself">Nobody asked for it.</param>
    public void Changed(AccountRow before, AccountRow after, bool byItself = false)
    {
        var isBack = before.DeletedAt is not null && after.DeletedAt is null;
        if (!isBack && before.Status == after.Status && before.HeldCode == after.HeldCode) return;

        if (before.HeldCode == AccountHold.OutageCode && after.Status == AccountStatus.Active && byItself) return;
        if (after.HeldCode != AccountHold.OutageCode) _outages.TryRemove(after.Id, out _);
        else if (!_outages.TryAdd(after.Id, true)) return;

        var (name, reason) = (after.Label, (after.HeldReason ?? "").Replace("{id}", after.Id, StringComparison.Ordinal));
        if (after.Status == AccountStatus.ReconnectRequired) Log.ReconnectRequired(logger, name, reason);
        else if (after.Status == AccountStatus.Active && isBack) Log.Connected(logger, name);
        else if (after.Status == AccountStatus.Active) Log.GoesOn(logger, name, before.HeldCode ?? before.Status);
        else if (after.HeldCode == AccountHold.ByUser.Code) Log.HeldByUser(logger, name, reason, after.Id);
        else if (after.HeldUntil is { } until) Log.HeldFor(logger, name, after.HeldCode!, reason, Rfc3339.Format(until));
        else Log.Held(logger, name, after.HeldCode!, reason, after.Id);
    }

    /// <summary>Pinterest answers it again.</summary>
    /// <param name="row">The account.</param>
    /// <param name="wasHeld">It was held until now.</param>
    public void OutageEnded(AccountRow row, bool wasHeld)
    {
        if (_outages.TryRemove(row.Id, out _) || wasHeld) Log.GoesOn(logger, row.Label, AccountHold.OutageCode);
    }

    /// <summary>It is new.</summary>
    public void Connected(AccountRow row) => Log.Connected(logger, row.Label);

    /// <summary>Somebody disconnected it.</summary>
    public void Disconnected(AccountRow row) => Log.Disconnected(logger, row.Label);

    private static partial class Log
    {
        [LoggerMessage(
            Level = LogLevel.Warning,
            Message = "Account {Account} must be connected again with POST /v1/accounts; until then its pins wait (reconnect_required): "
                + "{Reason}")]
        public static partial void ReconnectRequired(ILogger logger, string account, string reason);

        [LoggerMessage(
            Level = LogLevel.Warning,
            Message = "Account {Account} is held and its pins wait ({Code}): {Reason} It is tried again by itself at {Until}, and again "
                + "until it works; the log says when it goes on.")]
        public static partial void HeldFor(ILogger logger, string account, string code, string reason, string until);

        [LoggerMessage(
            Level = LogLevel.Warning,
            Message = "Account {Account} is held and its pins wait ({Code}): {Reason} It is not tried again by itself: when the cause is "
                + "gone, POST /v1/accounts/{AccountId}/resume.")]
        public static partial void Held(ILogger logger, string account, string code, string reason, string accountId);

        [LoggerMessage(
            Level = LogLevel.Information,
            Message = "Account {Account} is held and its pins wait: {Reason} To resume it: POST /v1/accounts/{AccountId}/resume.")]
        public static partial void HeldByUser(ILogger logger, string account, string reason, string accountId);

        [LoggerMessage(Level = LogLevel.Information, Message = "Account {Account} goes on; what had stopped it ({Code}) is over.")]
        public static partial void GoesOn(ILogger logger, string account, string code);

        [LoggerMessage(Level = LogLevel.Information, Message = "Account {Account} was connected; its pins are published.")]
        public static partial void Connected(ILogger logger, string account);

        [LoggerMessage(
            Level = LogLevel.Information, Message = "Account {Account} was disconnected: its tokens are wiped, what waited is canceled.")]
        public static partial void Disconnected(ILogger logger, string account);
    }
}
