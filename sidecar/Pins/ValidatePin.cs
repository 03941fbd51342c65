using System.ComponentModel;
using Connector.Http;
using FastEndpoints;

namespace Connector.Pins;

/// <summary>A pin to check, and which checks over the network to make.</summary>
public sealed record ValidatePinCall
{
    [FromBody, RequiredBody]
    public ParsedPin Body { get; init; } = null!;

    [QueryParam, Description(
        "Whether what lies behind addresses of pictures and videos is fetched and checked (the default); nothing of it is kept.")]
    public bool FetchMedia { get; init; } = true;

    [QueryParam, Description("Whether the page at link_url is opened too.")]
    public bool OpenLink { get; init; }
}

/// <summary>
/// What accepting a pin would say: whether it would be accepted, every check, what its names stand for, and when it would be published.
/// </summary>
public sealed record Inspection(bool Valid, IReadOnlyList<Check> Checks, Resolved Resolved, Eta? Eta);

/// <summary>What the names in a request stand for; null where that is not known.</summary>
public sealed record Resolved(string? AccountId, string? BoardId, string? BoardSectionId);

/// <summary>POST /v1/pins/validate</summary>
internal sealed class ValidatePin(NewPins pins) : Operation<ValidatePinCall, Inspection>
{
    public override void Configure()
    {
        Post("/validate");
        Group<PinRoutes>();
        Policies(Scope.Read);
        MaxRequestBodySize(RequestSizes.MaxBodyBytes);
        Describe(
            "Check a pin, given as to POST /v1/pins, without storing anything: all that is wrong with it, what might be, and when it "
                + "would be published.",
            413);
    }

    public override Task<Inspection> ExecuteAsync(ValidatePinCall call, CancellationToken ct) => Caller.Lifetime.RunAsync(
        end => pins.InspectAsync(Caller, call.Body, call.FetchMedia, call.OpenLink, end), ct);
}
