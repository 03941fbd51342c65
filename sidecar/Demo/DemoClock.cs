namespace Connector.Demo;

/// <summary>The clock of everything in the demo; days can pass on it, since figures are late by days and nobody waits that long.</summary>
internal sealed class DemoClock : TimeProvider
{
    private long _ahead;

    /// <summary>Lets time pass at once.</summary>
    public void Pass(TimeSpan time) => Interlocked.Add(ref _ahead, time.Ticks);

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref _ahead));
}
