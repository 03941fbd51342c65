using System.ComponentModel.DataAnnotations;
using Connector.Settings;

namespace Connector.Simulator;

/// <summary>Where the simulator listens and what it remembers: section <c>Connector:Simulator</c>.</summary>
internal sealed class SimulatorOptions
{
    public const string Section = "Connector:Simulator", JournalName = "simulator.jsonl";

    /// <summary>0 takes any free port.</summary>
    [Range(0, 65535)]
    public int Port { get; set; }

    /// <summary>A simulator that runs in another process on this machine; then none is started here.</summary>
    [ThisMachine]
    public Uri? Url { get; set; }

    /// <summary>Whether the listing of a board shows the pins in its sections too, which Pinterest does not document.</summary>
    public bool BoardListsSectionPins { get; set; } = true;

    /// <summary>How long an uploaded video is processed.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan MediaProcessing { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a feed of products is processed.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "7.00:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan FeedProcessing { get; set; } = TimeSpan.FromHours(2);

    /// <summary>Where boards and pins are kept over a restart; empty keeps them in memory only.</summary>
    [JournalFile]
    public string? JournalPath { get; set; }

    /// <summary>The file in which this process keeps them; null when it keeps none.</summary>
    public string? JournalFile => Url is null && JournalPath is { Length: > 0 } path ? Path.GetFullPath(path) : null;
}

/// <summary>An address on this machine: accounts of the simulator can reach no other.</summary>
internal sealed class ThisMachineAttribute() : SettingRuleAttribute("an http address on this machine, such as http://127.0.0.1:5290")
{
    public override bool IsValid(object? value) => value is null
        || (value is Uri { IsAbsoluteUri: true, Scheme: "http", UserInfo: "" } url && SafeAddressAttribute.IsThisMachine(url));
}
