using Connector.Accounts;
using Connector.Storage;

namespace Connector.Pins.Lifecycle;

/// <summary>What happens to an account's pins when the account is disconnected, or resumed by a user.</summary>
internal sealed class AccountTransitions(PinTransitions transitions) : IAccountTransitionHandler
{
    public void Deleted(Sql sql, string accountId, DateTimeOffset now)
    {
        transitions.CancelWaiting(sql, accountId, now);
        transitions.EndLookups(sql, accountId, now);
    }

    public void Resumed(Sql sql, string accountId, DateTimeOffset now) => PinTransitions.ReleaseLinks(sql, accountId, now);
}
