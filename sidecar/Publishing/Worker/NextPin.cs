using Connector.Accounts;
using Connector.Pacing;

namespace Connector.Publishing.Worker;

/// <summary>A pin that was chosen to be claimed, and whose pace was taken.</summary>
/// <param name="Account">Its account.</param>
/// <param name="Pin">As it was found in the queue.</param>
/// <param name="ClockConfirmed">Pinterest's time agrees with ours.</param>
internal sealed record NextPin(AccountRow Account, PacedPin Pin, bool ClockConfirmed);
