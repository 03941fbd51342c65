using System.Globalization;

namespace Connector.Crash.Clocks;

/// <summary>A wall clock that can be set; timers that run are not changed by it.</summary>
internal sealed class JumpingClock : TimeProvider
{
    private long _off;

    /// <summary>How far it is from the right time.</summary>
    public TimeSpan Off
    {
        get => TimeSpan.FromTicks(Interlocked.Read(ref _off));
        set => Interlocked.Exchange(ref _off, value.Ticks);
    }

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Off;

    /// <summary>Each line says how far it is off from then on; the first is waited for.</summary>
    public static JumpingClock SetBy(TextReader lines)
    {
        var clock = new JumpingClock { Off = Read(lines.ReadLine()!) };
        _ = Task.Run(async () =>
        {
            while (await lines.ReadLineAsync() is { } line) clock.Off = Read(line);
        });
        return clock;
    }

    private static TimeSpan Read(string line) => TimeSpan.Parse(line, CultureInfo.InvariantCulture);
}
