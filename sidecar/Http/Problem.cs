namespace Connector.Http;

/// <summary>Why a request was refused and what to do about it; written as RFC 9457 problem details.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Code">Stable snake_case code that programs may switch on.</param>
/// <param name="Title">What happened, the same for every occurrence of the code.</param>
/// <param name="Detail">What happened this time.</param>
/// <param name="Remediation">One sentence: what to do.</param>
public sealed record Problem(int Status, string Code, string Title, string Detail, string Remediation)
{
    /// <summary>Which fields of the request are wrong and why, keys as in the request.</summary>
    public IReadOnlyDictionary<string, string[]>? Errors { get; init; }

    /// <summary>When waiting helps, how long.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The same in whole seconds, as it is written: rounded up, and at least one.</summary>
    public long? RetryAfterSeconds => RetryAfter is { } wait ? (long)Math.Ceiling(Math.Max(1, wait.TotalSeconds)) : null;

    /// <summary>The account that a person must connect again; the answer has a link for it.</summary>
    public string? AccountToConnect { get; init; }

    /// <summary>Pinterest's own words, where Pinterest refused.</summary>
    public PinterestRefusal? Pinterest { get; init; }
}

/// <summary>Pinterest's refusal as it came: HTTP status, its own code, its message, and the request id its support asks for.</summary>
public sealed record PinterestRefusal(int? Status, int? Code, string Message, string? RequestId);

/// <summary>Ends a request with a problem, from wherever the fact is known.</summary>
internal sealed class ProblemException(Problem problem) : Exception(problem.Detail)
{
    public Problem Problem { get; } = problem;
}
