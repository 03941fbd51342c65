using Connector.Accounts;
using Connector.Http;
using Connector.Pinterest;

namespace Connector.Simulator.Control;

/// <summary>The caller's simulated accounts; only to those can anything be ordered.</summary>
internal sealed class SimulatorAccounts(AccountStore accounts)
{
    /// <summary>The named account, or the only simulated one.</summary>
    public AccountRow One(Caller caller, string? accountId) => Matching(caller, accountId) switch
    {
        [] => throw AccountProblems.NoneConnected(caller),
        [var only] => only,
        var several => throw AccountProblems.Ambiguous(several),
    };

    /// <summary>The named account, or every simulated one.</summary>
    public IReadOnlyList<AccountRow> Matching(Caller caller, string? accountId) => accountId is null
        ? accounts.List(caller).FindAll(IsSimulated)
        : accounts.Get(caller, accountId) is var row && IsSimulated(row) ? [row] : throw Real(row);

    private static bool IsSimulated(AccountRow row) => row.Environment == PinterestEnvironment.Simulator;

    private static ProblemException Real(AccountRow row) => Problems.StateConflict(
        $"The account {row.Id} ({row.Username}) is a real one, in the environment {row.Environment.Wire()}; "
            + "faults, resets and this list exist only in the simulator.",
        "Use an account of the environment simulator; POST /v1/accounts with {\"environment\":\"simulator\",\"name\":\"Test\"} makes one.");
}
