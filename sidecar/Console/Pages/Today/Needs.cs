using Connector.Accounts;
using Connector.Pins;

namespace Connector.Console.Pages.Today;

/// <summary>Says what needs a person: pins in a state that ends only by somebody's choice, and accounts that do not publish.</summary>
internal static class Needs
{
    /// <summary>How long before the end of a refresh token it is said.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromDays(14);

    /// <param name="count">How many pins are in a state.</param>
    public static IEnumerable<Need> OfPins(Func<string, long> count)
    {
        if (count(PinStatus.AwaitingApproval) is > 0 and var awaiting)
            yield return new Need(
                PinStatus.AwaitingApproval, awaiting == 1 ? "1 pin waits for approval" : $"{awaiting:N0} pins wait for approval",
                "They go out once somebody has approved them.", "/approve");
        if (count(PinStatus.Unconfirmed) is > 0 and var unconfirmed)
            yield return new Need(
                PinStatus.Unconfirmed,
                unconfirmed == 1 ? "1 pin is unconfirmed" : $"{unconfirmed:N0} pins are unconfirmed",
                "Look at the board and say whether they are there.",
                "/queue?status=unconfirmed");
        if (count(PinStatus.Failed) is > 0 and var failed)
            yield return new Need(
                PinStatus.Failed,
                failed == 1 ? "1 pin failed" : $"{failed:N0} pins failed",
                "See why, change what is wrong, and try again.",
                "/queue?status=failed");
    }

    public static IEnumerable<Need> OfAccount(Account account, DateTimeOffset now)
    {
        if (account.Status == AccountStatus.ReconnectRequired)
            yield return new Need(
                account.Status, $"{account.Name} must be connected again", account.HeldReason ?? "", $"/accounts/{account.Id}/connect");
        else if (account.Status == AccountStatus.Held)
            yield return new Need(
                account.Status, $"{account.Name} is held", account.HeldReason ?? "", $"/accounts/{account.Id}", account.HeldUntil);
        if (account.Status != AccountStatus.ReconnectRequired && account.RefreshTokenExpiresAt is { } end && end - now < Soon)
            yield return new Need(
                "expiring", $"{account.Name} will have to be connected again", "Its refresh token ends.",
                $"/accounts/{account.Id}/connect", end);
    }
}
