using System.ComponentModel.DataAnnotations;
using Connector.Accounts.Reading;
using Connector.Http;
using Connector.Pinterest;
using FastEndpoints;

namespace Connector.Accounts;

/// <summary>Which website, and where its code is.</summary>
public sealed record ClaimWebsiteRequest
{
    /// <summary>Its address or domain, such as shop.example.com.</summary>
    [Required, Text(2048, MinimumLength = 1)]
    public string Website { get; init; } = "";

    /// <summary>metatag (the default), filename or dnstxt.</summary>
    [AllowedValues(null, "metatag", "filename", "dnstxt", ErrorMessage = "must be metatag, filename or dnstxt.")]
    public string? Method { get; init; }
}

/// <summary>For which account.</summary>
public sealed record ClaimWebsiteCall : IdCall
{
    [FromBody, RequiredBody]
    public ClaimWebsiteRequest Body { get; init; } = null!;
}

/// <summary>POST /v1/accounts/{id}/websites</summary>
internal sealed class ClaimWebsite(AccountReads reads) : Operation<ClaimWebsiteCall, Website>
{
    public override void Configure()
    {
        Post("/{id}/websites");
        Group<AccountRoutes>();
        Policies(Scope.Admin);
        Describe(
            "Have Pinterest look for the code on a website and claim it for the account. The account needs the scope user_accounts:write.",
            404);
    }

    public override async Task<Website> ExecuteAsync(ClaimWebsiteCall call, CancellationToken ct)
    {
        var claim = new WebsiteClaim(call.Body.Website, (call.Body.Method ?? "metatag").ToUpperInvariant());
        return Website.From(await reads.CallAsync(
            Caller, call.Id, AccountCapabilities.ClaimWebsites,
            (pinterest, session, token) => pinterest.ClaimWebsiteAsync(session, claim, token), ct));
    }
}
