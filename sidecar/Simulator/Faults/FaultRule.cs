using System.IO.Enumeration;

namespace Connector.Simulator.Faults;

/// <summary>A fault that was ordered for an account: which fault, for which calls, and how often.</summary>
internal sealed record FaultRule(string Account, string Fault)
{
    /// <summary>Which calls it affects, <c>*</c> standing for any letters; the fault's own default when not given.</summary>
    public string? Operation { get; init; }

    /// <summary>How often; once, or as often as falls into <see cref="Seconds"/> for a fault that lasts.</summary>
    public int? Times { get; init; }

    public double Probability { get; init; } = 1;
    public int Seed { get; init; }

    /// <summary>How long it takes or lasts, where that means something.</summary>
    public double? Seconds { get; init; }

    /// <summary>Which status an undocumented answer has.</summary>
    public int? Status { get; init; }

    /// <summary>Whether a rate limit explains itself in headers.</summary>
    public bool Headers { get; init; } = true;

    public bool AppliesTo(string operation) => FileSystemName.MatchesSimpleExpression(Operation, operation, ignoreCase: false);
}
