using System.ComponentModel;
using Connector.Http;
using Connector.Pins.Checks;
using Connector.Pins.Intake;
using Connector.Pins.Lifecycle;
using Microsoft.AspNetCore.Mvc;

namespace Connector.Pins;

/// <summary>POST /v1/pins/validate</summary>
public sealed class ValidatePin : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/validate", Handle).WithName(nameof(ValidatePin)).RequireScope(Scope.Read)
        .WithMetadata(new RequestSizeLimitAttribute(PinRules.MaxBodyBytes)).ProducesProblem(413);

    /// <summary>Check a pin, given as to POST /v1/pins, without storing anything: all that is wrong with it, what might be, and when it would go.</summary>
    internal static async Task<Inspection> Handle(
        PinInBatch request, Caller caller, PinInspector inspector, CancellationToken cancellation,
        [Description("Whether what lies behind addresses of pictures and videos is fetched and looked at (the default); nothing of it is kept."), FromQuery(Name = "fetch_media")] bool fetchMedia = true,
        [Description("Whether the page at link_url is opened too."), FromQuery(Name = "open_link")] bool openLink = false)
    {
        var problem = request.Problem ?? RequestCheck.Of(request.Request!);
        return problem is null
            ? await inspector.InspectAsync(caller, request.Request!, new RequestedChecks(Board: true, fetchMedia, openLink), cancellation)
            : new Inspection(false, [Check.Failed("fields", problem)], new Resolved(null, null, null), null);
    }
}
