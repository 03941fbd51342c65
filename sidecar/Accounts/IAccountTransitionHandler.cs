using Connector.Storage;

namespace Connector.Accounts;

/// <summary>What else changes when an account does, in the same transaction; implemented by the features that own it.</summary>
internal interface IAccountTransitionHandler
{
    /// <summary>The account was disconnected and will never publish again.</summary>
    void Deleted(Sql sql, string accountId, DateTimeOffset now);

    /// <summary>A user resumed the account, so that also single links that Pinterest had blocked are tried again.</summary>
    void Resumed(Sql sql, string accountId, DateTimeOffset now);
}
