using Connector.Accounts;
using Connector.Simulator.Api;
using Connector.Simulator.Server;
using Connector.Simulator.State;
using Microsoft.AspNetCore.WebUtilities;

namespace Connector.Simulator.OAuth;

/// <summary>What happens when somebody presses a button on the consent page: answers where the browser goes next.</summary>
internal sealed class ConsentHandlers(SimulatorState state, AccountOpener accounts, GivenCodes codes, TimeProvider clock)
{
    public const string Operation = "give_consent";

    public async Task<BegunCall> BeginAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var consent = new GivenConsent(
            form["client_id"].ToString(), form["redirect_uri"].ToString(), form["state"].ToString(), form["scope"].ToString(),
            form["allow"] == "true", form["business"] == "true");
        lock (state.Gate)
        {
            var account = accounts.Open(form["user"].ToString(), RehearsalApp.WorkspaceOf(consent.AppId));
            return new(new SimulatedCall(http, Operation, account), call => Answer(call, consent));
        }
    }

    private SimulatorResponse Answer(SimulatedCall call, GivenConsent consent)
    {
        if (call.Account.IsBusiness != consent.IsBusiness)
            state.Record(new AccountKindSet(clock.GetUtcNow(), call.Account.Id, consent.IsBusiness));
        var known = call.MixesState ? Seeded.Token("state", consent.State) : consent.State;
        if (!consent.IsAllowed || call.DeniesConsent)
            return SendOn(
                consent.RedirectUri, ("error", "access_denied"), ("error_description", "The user denied access."), ("state", known));

        var scopes = PinterestScopes.Split(consent.Scopes).Where(scope => scope != call.LackingScope);
        var code = codes.Give(call.Account.Id, consent.AppId, consent.RedirectUri, string.Join(',', scopes));
        return SendOn(consent.RedirectUri, ("code", code), ("state", known));
    }

    private static SimulatorResponse SendOn(string address, params (string Name, string Value)[] query) => new(200, new
    {
        Location = QueryHelpers.AddQueryString(address, query.Select(each => KeyValuePair.Create(each.Name, (string?)each.Value))),
    });

    private sealed record GivenConsent(
        string AppId, string RedirectUri, string State, string Scopes, bool IsAllowed, bool IsBusiness);
}
