using Connector.Simulator.Server;
using Connector.Simulator.State;

namespace Connector.Simulator.Api;

/// <summary>Websites of an account: every one has its code already, but those that end in .invalid.</summary>
internal sealed class WebsiteHandlers(SimulatorState state, TimeProvider clock)
{
    public static SimulatorResponse List(SimulatedCall call) =>
        Paging.Page(call, [.. call.Account.Websites.Values], website => website.Address, Describe);

    public static SimulatorResponse Code(SimulatedCall call)
    {
        var code = Seeded.Token("p", $"{call.Account.Id}/website")[2..34];
        return new SimulatorResponse(200, new
        {
            VerificationCode = code,
            DnsTxtRecord = $"pinterest-site-verification={code}",
            Metatag = $"<meta name=\"p:domain_verify\" content=\"{code}\"/>",
            Filename = $"pinterest-{code[..5]}.html",
            FileContent = $"<meta name=\"p:domain_verify\" content=\"{code}\"/>",
        });
    }

    public SimulatorResponse Verify(SimulatedCall call)
    {
        var address = Host(call.Body.Required("website", 2048));
        if ((call.Body.Text("verification_method") ?? "METATAG") is not ("METATAG" or "FILENAME" or "DNSTXT"))
            throw Refusal.Invalid("'verification_method' is not one of FILENAME, METATAG, DNSTXT");
        // The number is not documented.
        if (address.EndsWith(".invalid", StringComparison.Ordinal))
            throw new Refusal(400, 1, "The verification code was not found on the website.");

        var website = new SimulatedWebsite(address, clock.GetUtcNow());
        state.Record(new WebsiteSaved(call.Account.Id, website));
        return new SimulatorResponse(200, Describe(website));
    }

    private static string Host(string website) =>
        Uri.TryCreate(website.Contains("://", StringComparison.Ordinal) ? website : $"https://{website}", UriKind.Absolute, out var uri)
            && uri.Host.Contains('.', StringComparison.Ordinal)
            ? uri.IdnHost
            : throw Refusal.Invalid($"'{website}' is not a website");

    private static object Describe(SimulatedWebsite website) => new
    {
        Website = website.Address,
        Status = "success",
        VerifiedAt = SimulatorJson.Time(website.VerifiedAt),
    };
}
