using System.ComponentModel.DataAnnotations;
using Connector.Http;
using Connector.Pinterest;

namespace Connector.Accounts;

/// <summary>Your own Pinterest app.</summary>
public sealed record SetAppRequest
{
    /// <summary>Pinterest's id of the app, a number.</summary>
    [Required, Text(100, MinimumLength = 1), HeaderText]
    [Pattern("^[^:]*$", ErrorMessage = "must be the number that Pinterest shows as App ID.")]
    public string? AppId { get; init; }

    /// <summary>Pinterest's secret of the app; may be left out to change another field of an app that was entered before.</summary>
    [Text(500, MinimumLength = 1), HeaderText]
    public string? AppSecret { get; init; }

    /// <summary>What Pinterest has given the app: trial or standard, which it is if left out.</summary>
    [OneOf("AccessTier", "trial", "standard")]
    [AllowedValues(null, "trial", "standard", ErrorMessage = "must be trial or standard.")]
    public string? AccessTier { get; init; }

    public override string ToString() => $"app {AppId}";
}

/// <summary>PUT /v1/app</summary>
internal sealed class SetApp(PinterestApps apps) : Operation<SetAppRequest, PinterestApp>
{
    public override void Configure()
    {
        Put("/v1/app");
        Description(route => route.WithTags("Accounts"));
        Policies(Scope.Admin);
        Describe(
            "Enter your Pinterest app: its id and secret are tried against Pinterest, sealed, and used to connect accounts from now on. "
                + "The secret is never shown. Needs a key without account_ids.", 409, 422);
    }

    public override Task<PinterestApp> ExecuteAsync(SetAppRequest request, CancellationToken ct) => apps.SetAsync(
        Caller, request.AppId!, request.AppSecret,
        request.AccessTier is { } tier ? Enum.Parse<AccessTier>(tier, ignoreCase: true) : null, ct);
}
