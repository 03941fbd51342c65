using System.Security.Claims;
using Connector.Http;

namespace Connector.Console.SignIn;

/// <summary>One person's sign-in with a key, as its cookie says.</summary>
/// <param name="Id">Random; forms of the session are bound to it.</param>
/// <param name="WorkspaceId">The key's.</param>
/// <param name="KeyId">The key it lives with.</param>
/// <param name="IdleEnd">Its end if nothing more is asked for.</param>
/// <param name="End">Its end in any case.</param>
internal sealed record Session(string Id, string WorkspaceId, string KeyId, DateTimeOffset IdleEnd, DateTimeOffset End);

/// <summary>A session whose key is good, and who that is.</summary>
internal sealed record OpenSession(Session Session, Caller Caller)
{
    public ClaimsPrincipal Principal
    {
        get
        {
            var identity = new CallerIdentity(Caller, "Session");
            identity.AddClaim(new Claim(ClaimTypes.NameIdentifier, Session.Id));
            return new ClaimsPrincipal(identity);
        }
    }
}
