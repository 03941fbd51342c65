using Connector.Http;

namespace Connector.Imports.Work;

/// <summary>Tells refusals that go away by themselves, or when somebody connects an account, from those that a row has earned.</summary>
internal static class NotNow
{
    private static readonly TimeSpan Usual = TimeSpan.FromMinutes(1);

    public static bool Is(Problem problem) => problem.Status is 429 or >= 500 || problem.Code == "reconnect_required";

    public static TimeSpan Wait(Problem problem) => problem.RetryAfter > Usual ? problem.RetryAfter.Value : Usual;
}
