namespace Connector.Pacing;

/// <summary>What an answer of Pinterest's said about rates.</summary>
/// <param name="Remaining">Calls left of the limit nearest to exhaustion, until <paramref name="ResetIn"/> has passed.</param>
/// <param name="ResetIn">Until that limit is full again.</param>
/// <param name="RetryAfter">How long Pinterest asked to wait.</param>
/// <param name="Refused">The call was refused for its rate.</param>
/// <param name="At">When the answer began; by then the call had been counted.</param>
/// <param name="Limits">Every limit named: calls, window, and Pinterest's name for it.</param>
internal sealed record PaceReading(
    int? Remaining,
    TimeSpan? ResetIn,
    TimeSpan? RetryAfter,
    bool Refused,
    IReadOnlyList<(int Calls, TimeSpan Window, string? Name)> Limits,
    DateTimeOffset At);
