using System.Text.Json;
using System.Text.Json.Serialization;
using Connector.Http;

namespace Connector.Pins;

/// <summary>One look at a board for a pin whose outcome is unknown.</summary>
public sealed record BoardLookup
{
    public DateTimeOffset At { get; init; }
    /// <summary>
    /// found, several, absent, moved (the listing changed while it was read), refused, too_long, unavailable (could not look now).
    /// </summary>
    [OneOf("LookupResult", Found, Several, Absent, Moved, Refused, TooLong, Unavailable)]
    public required string Result { get; init; }
    public int Pages { get; init; }
    public int PinsSeen { get; init; }
    /// <summary>
    /// Pins that may be it; matched_by is marker, fingerprint or resemblance. Once somebody has resolved the pin, those that are not it are
    /// forgotten.
    /// </summary>
    public IReadOnlyList<Candidate> Candidates { get; init; } = [];
    /// <summary>What kept it from seeing clearly.</summary>
    public string? Note { get; init; }

    internal const string Found = "found", Several =
        "several", Absent = "absent", Moved = "moved", Refused = "refused", TooLong = "too_long", Unavailable = "unavailable";

    // What an earlier version wrote is read too, whatever it had besides.
    private static readonly JsonSerializerOptions Stored = new(Json.Options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip };

    internal static IReadOnlyList<BoardLookup> Read(string? evidence) =>
        evidence is null ? [] : JsonSerializer.Deserialize<List<BoardLookup>>(evidence, Stored)!;

    /// <summary>The evidence without the pins that turned out to be others.</summary>
    internal static string? WithoutForeignPins(string? evidence, string? pinterestPinId) => evidence is null
        ? null
        : Write(Read(evidence).Select(
            look => look with { Candidates = [.. look.Candidates.Where(candidate => candidate.PinterestPinId == pinterestPinId)] }));

    internal static string Write(IEnumerable<BoardLookup> looks) => JsonSerializer.Serialize(looks, Json.Options);
}
