using Connector.Pinterest;

namespace Connector.Accounts.Tokens;

/// <summary>The app that simulator accounts are connected with; nothing about it is secret.</summary>
internal static class SimulatorApp
{
    public static readonly AppCredentials Credentials = new("simulator", "simulator");

    public const string RedirectUri = "http://simulator.localhost/callback";
}
