using Connector.Accounts;
using Connector.Http;
using Connector.Pinterest;

namespace Connector.Catalogs.Items;

/// <summary>What is done after a batch could not be sent.</summary>
internal enum AfterFailure
{
    /// <summary>The batch is sent again later: it was not taken, or taking it twice changes nothing.</summary>
    Wait,

    /// <summary>Pinterest refused this batch; the next one may be right.</summary>
    Refused,

    /// <summary>It may have been taken, and sending it again could do harm.</summary>
    Unconfirmed,

    /// <summary>Pinterest would refuse every other batch as well.</summary>
    JobFails,
}

/// <summary>Decides what is done after a batch could not be sent.</summary>
internal static class SendFailure
{
    /// <summary>So often a batch is sent whose answer is lost each time.</summary>
    public const int MostTries = 10;

    private static readonly HashSet<string> Waits = ["reconnect_required", "pinterest_unavailable", "rate_limited", "account_held"];

    private static readonly FailureKind[] OfBatch = [FailureKind.Invalid, FailureKind.LinkInvalid, FailureKind.LinkBlocked];

    /// <param name="failure">What Pinterest said; null where the connector did not ask it.</param>
    /// <param name="problem">The same as a refusal of ours.</param>
    /// <param name="operation">What the batch does.</param>
    /// <param name="tries">How often the batch was sent, this time included.</param>
    public static AfterFailure Judge(PinterestFailure? failure, Problem problem, string operation, long tries)
    {
        if (failure?.MayBeDone == true)
            return operation == ItemOperation.Create || tries >= MostTries ? AfterFailure.Unconfirmed : AfterFailure.Wait;
        if (failure is not null && OfBatch.Contains(failure.Kind)) return AfterFailure.Refused;
        return problem.Status is 429 or >= 500 || Waits.Contains(problem.Code) ? AfterFailure.Wait : AfterFailure.JobFails;
    }

    public static Problem ProblemOf(Exception error) =>
        error is ProblemException known ? known.Problem : PinterestProblems.Of(error) ?? Problems.OfStatus(500);
}
