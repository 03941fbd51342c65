using System.Text.Json;
using System.Text.Json.Serialization;
using Connector.Http;

namespace Connector.Pins.Lifecycle;

/// <summary>What one reading of a board found out about a pin whose outcome is unknown.</summary>
public sealed record BoardLookup
{
    public DateTimeOffset At { get; init; }
    /// <summary>
    /// found, several, absent, moved (the listing changed while it was read), refused, too_long, unavailable (the board could not be read).
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
    /// <summary>Why the result is uncertain, or why the board was not read.</summary>
    public string? Note { get; init; }

    internal const string Found = "found", Several = "several", Absent = "absent", Moved = "moved";
    internal const string Refused = "refused", TooLong = "too_long", Unavailable = "unavailable";

    // What an earlier version wrote is read too, whatever it had besides.
    private static readonly JsonSerializerOptions Stored = new(Json.Options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip };

    internal static IReadOnlyList<BoardLookup> Read(string? evidence) =>
        evidence is null ? [] : JsonSerializer.Deserialize<List<BoardLookup>>(evidence, Stored)!;

    /// <summary>The evidence without the pins that turned out to be others.</summary>
    internal static string? WithoutForeignPins(string? evidence, string? pinterestPinId) =>
        evidence is null ? null : Write(Read(evidence).Select(lookup => lookup.Only(pinterestPinId)));

    internal static string Write(IEnumerable<BoardLookup> lookups) => JsonSerializer.Serialize(lookups, Json.Options);

    private BoardLookup Only(string? pinterestPinId) =>
        this with { Candidates = [.. Candidates.Where(candidate => candidate.PinterestPinId == pinterestPinId)] };
}
