using Connector.Accounts;
using Connector.Pacing;

namespace Connector.Publishing.Worker;

/// <summary>A pin that was chosen to be claimed, and whose pace was taken.</summary>
/// <param name="Account">Its account.</param>
/// <param name="Pin">As it was found in the queue.</param>
/// <param name="ChosenAt">When its pace was taken, which is when its attempt begins.</param>
/// <param name="ClockConfirmed">Pinterest's time agrees with ours.</param>
/// <param name="StillStands">Whether it may still be claimed; asked in the transaction, so it waits for nothing.</param>
internal sealed record NextPin(AccountRow Account, PacedPin Pin, DateTimeOffset ChosenAt, bool ClockConfirmed, Func<bool> StillStands)
{
    /// <summary>Limits of which other processes use a part; null when there are none.</summary>
    public CallBudget? Budget { get; init; }

    /// <summary>Whether they had used up the budget when it was to be claimed.</summary>
    public bool IsSpent { get; set; }

    public ChosenPin Chosen => new(Pin, ChosenAt);
}
