using System.ComponentModel.DataAnnotations;
using Connector.Accounts;
using Connector.Http;
using Connector.Simulator.Faults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Connector.Simulator;

/// <summary>A fault to order for a simulator account.</summary>
public sealed record OrderFaultRequest
{
    /// <summary>A simulator account; may be left out when there is only one.</summary>
    [Text(100, MinimumLength = 1)]
    public string? AccountId { get; init; }

    /// <summary>What is to happen, such as accept_then_drop; GET /v1/simulator/faults lists all.</summary>
    [Required, Text(100, MinimumLength = 1)]
    [OneOf(typeof(FaultCatalog), Name = "FaultName")]
    public string? Fault { get; init; }

    /// <summary>How often; if left out once, or for a fault that lasts any number of times within seconds.</summary>
    [Range(1, 1_000_000)]
    public int? Times { get; init; }

    /// <summary>How likely it happens to a call, from 0 to 1; 1 if left out.</summary>
    [Range(0.0, 1.0)]
    public double? Probability { get; init; }

    /// <summary>How long the fault takes or lasts, where that means something; 60 if left out.</summary>
    [Range(0.001, 86_400.0)]
    public double? Seconds { get; init; }

    /// <summary>The status of an undocumented answer, such as 302 or 418; 409 if left out.</summary>
    [Range(300, 599)]
    public int? Status { get; init; }

    /// <summary>Which calls it affects instead of the fault's own, such as list_boards; * stands for any letters.</summary>
    [Pattern("^[a-z_*]{1,50}$", ErrorMessage = "must be the name of an operation such as create_pin; * stands for any letters.")]
    public string? Operation { get; init; }

    /// <summary>Whether rate_limited explains itself in headers; true if left out.</summary>
    public bool? Headers { get; init; }

    /// <summary>With the same seed and probability the same calls are affected; 0 if left out.</summary>
    public int? Seed { get; init; }

    internal FaultRule For(AccountRow account) => new(account.PinterestUserId, Fault!)
    {
        Times = Times,
        Probability = Probability ?? 1,
        Seconds = Seconds,
        Status = Status,
        Operation = Operation,
        Headers = Headers ?? true,
        Seed = Seed ?? 0,
    };
}

/// <summary>POST /v1/simulator/faults</summary>
internal sealed class OrderFault(SimulatorActions actions) : Operation<OrderFaultRequest, Created<OrderedFault>>
{
    public override void Configure()
    {
        Post("/faults");
        Group<SimulatorRoutes>();
        Policies(Scope.Admin);
        Describe("Order a fault for a simulator account, to see how your workflow takes it.");
    }

    public override async Task<Created<OrderedFault>> ExecuteAsync(OrderFaultRequest request, CancellationToken ct) =>
        TypedResults.Created("/v1/simulator/faults", await actions.OrderAsync(Caller, request, ct));
}
