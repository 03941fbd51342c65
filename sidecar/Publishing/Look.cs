using System.Text.Json;
using Connector.Api;

namespace Connector.Publishing;

/// <summary>One look at a board for a pin whose outcome is unknown.</summary>
public sealed record Look
{
    public DateTimeOffset At { get; init; }
    /// <summary>found, several, absent, moved (the listing changed while it was read), refused, too_long, unavailable (could not look now).</summary>
    public required string Result { get; init; }
    public int Pages { get; init; }
    public int PinsSeen { get; init; }
    /// <summary>Pins that may be it; matched_by is marker, fingerprint or resemblance.</summary>
    public IReadOnlyList<Candidate> Candidates { get; init; } = [];
    /// <summary>What kept it from seeing clearly.</summary>
    public string? Note { get; init; }

    internal const string Found = "found", Several = "several", Absent = "absent", Moved = "moved", Refused = "refused", TooLong = "too_long", Unavailable = "unavailable";

    internal static IReadOnlyList<Look> Read(string? evidence) => evidence is null ? [] : JsonSerializer.Deserialize<List<Look>>(evidence, Json.Options)!;

    internal static string Write(IEnumerable<Look> looks) => JsonSerializer.Serialize(looks, Json.Options);
}
