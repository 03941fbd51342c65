using Connector.Accounts;
using Connector.Http;

namespace Connector.Simulator.Faults;

/// <summary>An order for a fault, and what is left of it.</summary>
public sealed record OrderedFault
{
    public required string AccountId { get; init; }
    [OneOf(typeof(KnownFaults), Name = "FaultName")]
    public required string Fault { get; init; }
    /// <summary>The calls it befalls; * stands for any letters.</summary>
    public required string Operation { get; init; }
    /// <summary>How often it will still strike; null is as often as falls into seconds.</summary>
    public int? Times { get; init; }
    public required double Probability { get; init; }
    /// <summary>How long it takes, or for a fault that lasts how long it goes on.</summary>
    public double? Seconds { get; init; }
    public required bool Headers { get; init; }
    public required int Seed { get; init; }

    internal static OrderedFault From(AccountRow account, FaultOrder order) => new()
    {
        AccountId = account.Id,
        Fault = order.Fault,
        Operation = order.Operation!,
        Times = order.Times,
        Probability = order.Probability,
        Seconds = order.Seconds,
        Headers = order.Headers,
        Seed = order.Seed,
    };
}

/// <summary>A fault that can be ordered.</summary>
/// <param name="Fault">Its name.</param>
/// <param name="Description">What happens.</param>
/// <param name="Operation">The calls it befalls unless the order names others; * stands for any letters.</param>
/// <param name="Lasts">It goes on until its seconds are over, rather than once.</param>
public sealed record KnownFault(
    [property: OneOf(typeof(KnownFaults), Name = "FaultName")] string Fault,
    string Description,
    string Operation,
    bool Lasts);

/// <summary>The open orders, and what can be ordered.</summary>
public sealed record FaultList
{
    /// <summary>The open orders, oldest first; those that have struck as often as they should are gone.</summary>
    public required IReadOnlyList<OrderedFault> Items { get; init; }
    public string? NextCursor { get; init; }
    /// <summary>Every fault there is.</summary>
    public required IReadOnlyList<KnownFault> Faults { get; init; }
    /// <summary>The calls that a fault can befall.</summary>
    public required IReadOnlyList<string> Operations { get; init; }
}
