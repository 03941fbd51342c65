using Connector.Accounts.Reading;
using Connector.Http;

namespace Connector.Accounts;

/// <summary>What to put on a website, in one of three places; then claim it with POST /v1/accounts/{id}/websites.</summary>
public sealed record WebsiteCode
{
    /// <summary>The code alone.</summary>
    public required string Code { get; init; }
    /// <summary>For the method metatag: goes into the head of the home page.</summary>
    public string? Metatag { get; init; }
    /// <summary>For the method filename: the name of a file in the root folder.</summary>
    public string? Filename { get; init; }
    /// <summary>What is in that file.</summary>
    public string? FileContent { get; init; }
    /// <summary>For the method dnstxt: a TXT record of the domain.</summary>
    public string? DnsTxtRecord { get; init; }
}

/// <summary>GET /v1/accounts/{id}/websites/code</summary>
internal sealed class GetWebsiteCode(AccountReads reads) : Operation<IdCall, WebsiteCode>
{
    public override void Configure()
    {
        Get("/{id}/websites/code");
        Group<AccountRoutes>();
        Policies(Scope.Read);
        Describe("Get what to put on a website so that it can be claimed: a tag, a file or a DNS record.", 404);
    }

    public override async Task<WebsiteCode> ExecuteAsync(IdCall call, CancellationToken ct)
    {
        var code = await reads.CallAsync(
            Caller, call.Id, AccountCapabilities.WebsiteCode,
            (pinterest, session, token) => pinterest.GetVerificationAsync(session, token), ct);
        return new WebsiteCode
        {
            Code = code.VerificationCode!,
            Metatag = code.Metatag,
            Filename = code.Filename,
            FileContent = code.FileContent,
            DnsTxtRecord = code.DnsTxtRecord,
        };
    }
}
