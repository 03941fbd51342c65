using Connector.Pinterest;

namespace Connector.Accounts.Calls;

/// <summary>Counts nothing: before the first answer there is no account whose pace a call could count against.</summary>
internal sealed class Uncounted : ICallMeter
{
    public Task BeginAsync(RateCategory category, CancellationToken cancellation) => Task.CompletedTask;

    public void End(RateCategory category, RateReading? reading)
    {
    }
}
