using System.ComponentModel;
using Connector.Http;
using Connector.Pins.Checks;
using Connector.Pins.Intake;
using Connector.Pins.Lifecycle;
using Connector.Pins.View;
using Microsoft.AspNetCore.Mvc;

namespace Connector.Pins;

/// <summary>POST /v1/pins</summary>
public sealed class CreatePin : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/", Handle).WithName(nameof(CreatePin)).RequireScope(Scope.Publish)
        .WithMetadata(new RequestSizeLimitAttribute(PinRules.MaxBodyBytes))
        .Produces<Pin>(202).Produces<Pin>(200).ProducesProblem(404).ProducesProblem(413).ProducesProblem(422).ProducesProblem(503);

    /// <summary>Publish a pin: answers as soon as it is safely stored (202), or with the earlier pin of the same idempotency key (200).</summary>
    internal static async Task<IResult> Handle(
        CreatePinRequest request, Caller caller, PinIntake intake, PinView view, HttpContext http, CancellationToken cancellation,
        [Description("Whether what lies behind addresses of pictures and videos is fetched and looked at before the pin is accepted, and Pinterest asked about the board, as POST /v1/pins/validate does; seconds, usually."), FromQuery(Name = "fetch_media")] bool fetchMedia = false,
        [Description("Whether the page at link_url is opened too."), FromQuery(Name = "open_link")] bool openLink = false)
    {
        var key = IdempotencyKeys.Read(http.Request, request.IdempotencyKey);
        var pin = await intake.AcceptAsync(caller, request, key, new RequestedChecks(Board: fetchMedia, fetchMedia, openLink), cancellation);
        if (pin.Account is not null) return TypedResults.Accepted($"/v1/pins/{pin.Row!.Id}", view.ShowAccepted(pin.Row, pin.Account) with { Warnings = pin.Warnings });

        http.Response.Headers["Idempotent-Replayed"] = "true";
        return TypedResults.Ok(view.Show(pin.Row!));
    }
}
