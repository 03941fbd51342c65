using Connector.Accounts;
using Connector.Http;
using Connector.Simulator.Faults;

namespace Connector.Simulator;

/// <summary>A fault that was ordered, and what is left of it.</summary>
public sealed record OrderedFault
{
    public required string AccountId { get; init; }
    [OneOf(typeof(FaultCatalog), Name = "FaultName")]
    public required string Fault { get; init; }
    /// <summary>The calls it affects; * stands for any letters.</summary>
    public required string Operation { get; init; }
    /// <summary>How often it will still happen; null is any number of times within seconds.</summary>
    public int? Times { get; init; }
    public required double Probability { get; init; }
    /// <summary>How long it takes, or for a fault that lasts how long it goes on.</summary>
    public double? Seconds { get; init; }
    /// <summary>The status of an undocumented answer; null is 409.</summary>
    public int? Status { get; init; }
    public required bool Headers { get; init; }
    public required int Seed { get; init; }

    internal static OrderedFault From(AccountRow account, FaultRule rule) => new()
    {
        AccountId = account.Id,
        Fault = rule.Fault,
        Operation = rule.Operation!,
        Times = rule.Times,
        Probability = rule.Probability,
        Seconds = rule.Seconds,
        Status = rule.Status,
        Headers = rule.Headers,
        Seed = rule.Seed,
    };
}

/// <summary>A fault that can be ordered.</summary>
/// <param name="Fault">Its name.</param>
/// <param name="Description">What happens.</param>
/// <param name="Operation">The calls it affects unless the order names others; * stands for any letters.</param>
/// <param name="Lasts">It goes on until its seconds are over, rather than once.</param>
public sealed record KnownFault(
    [property: OneOf(typeof(FaultCatalog), Name = "FaultName")] string Fault,
    string Description,
    string Operation,
    bool Lasts);

/// <summary>The active faults, and what can be ordered.</summary>
public sealed record FaultList
{
    /// <summary>The active faults, oldest first; those that have happened as often as they were ordered are gone.</summary>
    public required IReadOnlyList<OrderedFault> Items { get; init; }
    public string? NextCursor { get; init; }
    /// <summary>Every fault there is.</summary>
    public required IReadOnlyList<KnownFault> Faults { get; init; }
    /// <summary>The calls that a fault can affect.</summary>
    public required IReadOnlyList<string> Operations { get; init; }
}
