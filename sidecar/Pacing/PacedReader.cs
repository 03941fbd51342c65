using Connector.Storage;

namespace Connector.Pacing;

/// <summary>Reads pins without the mapper, which takes three times as long: a queue can have 100,000 pins.</summary>
internal sealed class PacedReader
{
    // Many pins have the same few boards and domains: each text is kept once.
    private readonly HashSet<string> _known = [];

    public PacedPin Read(Statement row) => new()
    {
        Id = row.Text(0)!,
        BoardId = Shared(row.Text(1)!),
        LinkUrl = row.Text(2),
        LinkDomain = row.Text(3) is { } domain ? Shared(domain) : null,
        Priority = row.Number(4)!.Value,
        PlaceAt = row.Time(5)!.Value,
        DueAt = row.Time(6)!.Value,
    };

    private string Shared(string text)
    {
        if (_known.TryGetValue(text, out var known)) return known;
        _known.Add(text);
        return text;
    }
}
