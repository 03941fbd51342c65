using Connector.Http;

namespace Connector.Imports;

/// <summary>Tells refusals that go away by themselves, or when somebody connects an account, from those that a row has earned.</summary>
internal static class NotNow
{
    private static readonly TimeSpan Usual = TimeSpan.FromMinutes(1);

    // A check has the code alone.
    private static readonly HashSet<string> Codes = ["reconnect_required", "pinterest_unavailable", "rate_limited"];

    public static bool Is(Problem problem) => problem.Status is 429 or >= 500 || Codes.Contains(problem.Code);

    public static TimeSpan Wait(Problem problem) => problem.RetryAfter > Usual ? problem.RetryAfter.Value : Usual;
}
