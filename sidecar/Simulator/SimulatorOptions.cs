namespace Connector.Simulator;

/// <summary>Where the simulator listens and what it remembers: section <c>Connector:Simulator</c>.</summary>
internal sealed class SimulatorOptions
{
    public const string Section = "Connector:Simulator";

    /// <summary>0 takes any free port.</summary>
    public int Port { get; set; }

    /// <summary>A simulator that runs in another process on this machine; then none is started here.</summary>
    public Uri? Url { get; set; }

    /// <summary>Whether the listing of a board shows the pins in its sections too, which Pinterest does not document.</summary>
    public bool BoardListsSectionPins { get; set; } = true;

    /// <summary>How long an uploaded video is processed.</summary>
    public TimeSpan MediaProcessing { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Where boards and pins are kept over a restart; empty keeps them in memory only.</summary>
    public string? JournalPath { get; set; }
}
