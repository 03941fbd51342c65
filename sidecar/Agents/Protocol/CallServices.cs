using Connector.Http;
using ModelContextProtocol.Server;

namespace Connector.Agents.Protocol;

/// <summary>What a message of the protocol carries for us.</summary>
internal static class CallServices
{
    public static T Of<T>(this MessageContext call)
        where T : notnull => call.Services!.GetRequiredService<T>();

    /// <summary>Whose key it is; nobody comes so far without one.</summary>
    public static Caller Caller(this MessageContext call) => Http.Caller.Of(call.User!)!;

    /// <exception cref="ProblemException">The key does not cover the scope.</exception>
    public static void EnsureScope(this Caller caller, string scope)
    {
        if (!Scope.Covers(caller.Scopes, scope)) throw new ProblemException(Problems.InsufficientScope(scope));
    }
}
