using System.Text.Json.Serialization;

namespace Connector.Http.OpenApi;

/// <summary>Why a request was refused and what to do about it: RFC 9457 problem details.</summary>
internal sealed record ProblemBody
{
    /// <summary>urn:pinterest-connector:problem: and the code.</summary>
    public required string Type { get; init; }

    /// <summary>What happened, the same for every occurrence of the code.</summary>
    public required string Title { get; init; }

    /// <summary>The HTTP status.</summary>
    public required int Status { get; init; }

    /// <summary>What happened this time.</summary>
    public required string Detail { get; init; }

    /// <summary>A stable name of the problem, for programs.</summary>
    public required string Code { get; init; }

    /// <summary>What to do, in one sentence.</summary>
    public required string Remediation { get; init; }

    /// <summary>Names this request; the header X-Request-Id says the same.</summary>
    public required string RequestId { get; init; }

    /// <summary>Which fields of the request are wrong and why, keys as in the request.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Errors { get; init; }

    /// <summary>Pinterest's own words, where Pinterest refused.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PinterestRefusal? Pinterest { get; init; }

    /// <summary>Where a person connects the account again, where that is what helps.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ConnectUrl { get; init; }

    /// <summary>After how many seconds another try may succeed, where waiting helps; as header Retry-After too.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? RetryAfterSeconds { get; init; }
}
