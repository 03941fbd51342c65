using Connector.Http;
using Connector.Pinterest;

namespace Connector.Accounts;

/// <summary>Which account a request means when it need not say.</summary>
internal sealed class AccountChoice(AccountStore accounts)
{
    /// <summary>The named account, or the only one. Simulator accounts do not count once a real one is connected.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="accountId">What the request says; null when it does not.</param>
    /// <param name="field">Where in the request it stands.</param>
    public AccountRow Of(Caller caller, string? accountId, string field = "account_id")
    {
        if (accountId is not null) return accounts.Seen(caller, accountId) ?? throw Problems.AccountNotFound(accountId, field);

        return Candidates(caller) switch
        {
            [] => throw AccountProblems.NoneConnected(caller),
            [var only] => only,
            var several => throw AccountProblems.Ambiguous(several),
        };
    }

    /// <summary>The account of a request that names none; null when there is none, or several.</summary>
    public AccountRow? Default(Caller caller) => Candidates(caller) is [var only] ? only : null;

    private List<AccountRow> Candidates(Caller caller)
    {
        var all = accounts.List(caller);
        var real = all.FindAll(a => a.Environment != PinterestEnvironment.Simulator);
        return real.Count > 0 ? real : all;
    }
}
