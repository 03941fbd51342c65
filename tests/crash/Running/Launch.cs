namespace Connector.Crash.Running;

/// <summary>How a sidecar is started, each time with the same data at the same address.</summary>
internal sealed record Launch(string Program, string Data, Uri Address, Uri Simulator)
{
    /// <summary>What stands before the sidecar's own settings.</summary>
    public string[] Before { get; init; } = [];

    /// <summary>Settings as <c>Connector:Section:Name=value</c>.</summary>
    public string[] Settings { get; init; } = [];

    /// <summary>A line for its standard input, written as soon as it runs.</summary>
    public string? StandardInput { get; init; }

    /// <summary>Keeps to Pinterest's limits; else many more pins are published in a short run.</summary>
    public bool IsPaced { get; init; }

    /// <summary>The file that all it prints is added to.</summary>
    public string? Log { get; init; }

    private static readonly string[] WithoutPacing =
    [
        "--Connector:Pacing:OrgWrite=1000000",
        "--Connector:Pacing:OrgRead=1000000",
        "--Connector:Pacing:Universal=1000000",
    ];

    public IEnumerable<string> Arguments =>
    [
        .. Before,
        $"--urls={Address}",
        $"--Logging:LogLevel:Default={(Log is null ? "Error" : "Warning")}",
        $"--Connector:DataDirectory={Data}",
        $"--Connector:BootstrapApiKey={Sidecar.Key}",
        $"--Connector:Simulator:Url={Simulator}",
        "--Connector:RequestLimit:PerSecond=1000000",
        "--Connector:RequestLimit:Burst=1000000",
        .. IsPaced ? [] : WithoutPacing,
        "--Connector:Pinterest:RequestTimeout=00:00:05",
        "--Connector:Reconciling:Looks=1,2,3",
        .. Settings.Select(setting => "--" + setting),
    ];
}
