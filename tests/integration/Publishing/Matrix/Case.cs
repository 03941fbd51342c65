using Connector.Simulator.Faults;
using Connector.Tests.Support;

namespace Connector.Tests.Publishing.Matrix;

/// <summary>A fault at a point of the flow, as often and as long as ordered.</summary>
internal abstract record Case(Point Point, string Fault, int Times, double? Seconds)
{
    /// <summary>An answer that is late, but not too late.</summary>
    public const double Late = 4;

    /// <summary>An answer that comes when nobody waits for it any more.</summary>
    public static readonly double TooLate = ManualClock.Stall.TotalSeconds;

    /// <summary>Whether a rate limit explains itself.</summary>
    public bool Headers { get; init; } = true;

    /// <summary>Which status an undocumented answer has.</summary>
    public int? Status { get; init; }

    public FaultRule Order => new("", Fault)
    {
        Operation = Point.Operation(),
        Times = Times,
        Seconds = Seconds,
        Headers = Headers,
        Status = Status,
    };
}

/// <summary>What becomes of a pin.</summary>
internal sealed record PinCase(Point Point, string Fault, int Times = 1, double? Seconds = null) : Case(Point, Fault, Times, Seconds)
{
    /// <summary>Faults that strike along with it.</summary>
    public FaultRule[] With { get; init; } = [];

    /// <summary>The pin has no link, and so no marker.</summary>
    public bool Linkless { get; init; }

    /// <summary>What the pin says it waits for once the fault has struck; null when it does not come to wait.</summary>
    public string? WaitsFor { get; init; }

    /// <summary>Why the account stops, when it does.</summary>
    public string? Held { get; init; }

    /// <summary>How its attempts ended, and what was concluded from the lookups on the board.</summary>
    public string Attempts { get; init; } = "accepted";

    public string Ends { get; init; } = "published";
    public string? Error { get; init; }

    /// <summary>How many pins there are on the simulator in the end.</summary>
    public int Pins { get; init; } = 1;

    public string Name =>
        $"{Point}, {Fault} × {Times}{(Seconds is { } s ? $", {s} s" : "")}{(Headers ? "" : ", unexplained")}"
        + $"{(Status is { } status ? $", {status}" : "")}{(Linkless ? ", no link" : "")}"
        + $"{string.Concat(With.Select(w => $", {w.Fault} {w.Seconds}"))}";
}

/// <summary>What a caller is answered.</summary>
internal sealed record CallCase(Point Point, string Fault, int Times = 1, double? Seconds = null) : Case(Point, Fault, Times, Seconds)
{
    /// <summary>The problem's HTTP status and code; null when the caller notices nothing.</summary>
    public (int Status, string Code)? Told { get; init; }

    /// <summary>How often Pinterest was called.</summary>
    public int Calls { get; init; } = 1;

    /// <summary>Whether Pinterest has done what was asked.</summary>
    public bool Done { get; init; }

    /// <summary>The account must be connected again.</summary>
    public bool Reconnect { get; init; }

    public string Name => $"{Point}, {Fault} × {Times}{(Seconds is { } s ? $", {s} s" : "")}{(Headers ? "" : ", unexplained")}";
}
