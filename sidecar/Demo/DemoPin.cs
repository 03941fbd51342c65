namespace Connector.Demo;

/// <summary>A pin as the API shows it; the fields that the demo reads.</summary>
internal sealed record DemoPin(string Id, string Status)
{
    /// <summary>image, video or carousel.</summary>
    public string? MediaType { get; init; }

    /// <summary>Whether nothing is behind its id.</summary>
    public bool Simulated { get; init; }

    public string? PinterestPinId { get; init; }

    public DemoWait? WaitingFor { get; init; }

    public DemoEta? Eta { get; init; }

    public int AttemptCount { get; init; }

    public string? ErrorMessage { get; init; }

    public string? ErrorRemediation { get; init; }

    public bool IsFinal => Status is "published" or "failed" or "unconfirmed" or "canceled";
}

/// <summary>Why a pin waits.</summary>
internal sealed record DemoWait(string Code, string Message);

/// <summary>When a pin is expected to be published.</summary>
internal sealed record DemoEta(DateTimeOffset? NotBefore, DateTimeOffset? ExpectedAt);

/// <summary>The figures of one pin; null is "not reported", never zero.</summary>
internal sealed record DemoFigures(string? PinId, long? Impressions, long? Saves, long? PinClicks, long? OutboundClicks);

/// <summary>A list answer of the API.</summary>
internal sealed record DemoPage<T>(IReadOnlyList<T> Items, string? NextCursor);

/// <summary>A picture or video of a pin: its address, or the id of the file that was given.</summary>
internal sealed record DemoMedia(string? ImageUrl, string? AssetId);

/// <summary>Anything the API makes, by its id.</summary>
internal sealed record DemoId(string Id);

/// <summary>Why the API refused (RFC 9457).</summary>
internal sealed record DemoProblem(string? Title, string? Detail, string? Remediation, Dictionary<string, string[]>? Errors)
{
    public string Sentence => string.Join(' ', new[] { Fields ?? Detail ?? Title, Remediation }.Where(part => !string.IsNullOrEmpty(part)));

    private string? Fields =>
        Errors is { Count: > 0 } ? string.Join("; ", Errors.Select(e => $"{e.Key}: {string.Join(' ', e.Value)}")) + "." : null;
}
