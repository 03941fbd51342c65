namespace Connector.Pinterest;

/// <summary>Counts every request an account makes and learns from every answer; no request is sent without it.</summary>
internal interface ICallMeter
{
    /// <summary>Called before each request leaves, each retry too; may throw to refuse the call.</summary>
    Task BeginAsync(RateCategory category, CancellationToken cancellation);

    /// <summary>Called once the call has ended; the reading is null when there was no answer.</summary>
    void End(RateCategory category, RateReading? reading);
}
