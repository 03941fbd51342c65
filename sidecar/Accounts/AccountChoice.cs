using Connector.Http;
using Connector.Pinterest;

namespace Connector.Accounts;

/// <summary>Which account a request means when it need not say.</summary>
internal sealed class AccountChoice(AccountStore accounts)
{
    /// <summary>The named account, or the only one. Simulator accounts do not count once a real one is connected.</summary>
    public AccountRow Of(Caller caller, string? accountId)
    {
        if (accountId is not null) return accounts.Get(caller, accountId);

        return Candidates(caller) switch
        {
            [] => throw AccountProblems.NoneConnected(),
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
