using System.ComponentModel;
using Connector.Http;
using Connector.Pins.Checks;
using Connector.Pins.Intake;
using Connector.Pins.View;
using FastEndpoints;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Connector.Pins;

/// <summary>A pin to publish, and what is checked before it is accepted.</summary>
public sealed record CreatePinCall
{
    [FromBody, CheckedBody]
    public CreatePinRequest Body { get; init; } = null!;

    [QueryParam, Description(
        "Whether what lies behind addresses of pictures and videos is fetched and checked before the pin is accepted, " +
        "and Pinterest asked about the board, as POST /v1/pins/validate does; seconds, usually.")]
    public bool FetchMedia { get; init; }

    [QueryParam, Description("Whether the page at link_url is opened too.")]
    public bool OpenLink { get; init; }
}

/// <summary>POST /v1/pins</summary>
internal sealed class CreatePin(PinIntake intake, PinView view) : Operation<CreatePinCall, Results<Accepted<Pin>, Ok<Pin>>>
{
    public override void Configure()
    {
        Post("/");
        Group<PinRoutes>();
        Policies(Scope.Publish);
        MaxRequestBodySize(RequestSizes.MaxBodyBytes);
        Describe(
            "Publish a pin: answers as soon as it is safely stored (202), or with the earlier pin of the same idempotency key (200).",
            404, 413, 422, 503);
    }

    public override async Task<Results<Accepted<Pin>, Ok<Pin>>> ExecuteAsync(CreatePinCall call, CancellationToken ct)
    {
        RequestCheck.Ensure(call.Body);
        var key = IdempotencyHeader.Read(HttpContext.Request, call.Body.IdempotencyKey);
        var request = IdempotencyHeader.IsBlank(HttpContext.Request) ? call.Body with { HasBlankKey = true } : call.Body;
        var wanted = new RequestedChecks(Board: call.FetchMedia, call.FetchMedia, call.OpenLink);
        var pin = await Caller.Lifetime.RunAsync(end => intake.AcceptAsync(Caller, request, key, wanted, end), ct);
        if (pin.Account is { } account)
            return TypedResults.Accepted($"/v1/pins/{pin.Row!.Id}", pin.With(view.ShowAccepted(pin.Row, account)));

        HttpContext.Response.Headers["Idempotent-Replayed"] = "true";
        return TypedResults.Ok(view.Show(pin.Row!));
    }
}
