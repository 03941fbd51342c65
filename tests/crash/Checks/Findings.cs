namespace Connector.Crash.Checks;

/// <summary>What a comparison of both sides came to.</summary>
internal sealed record Findings
{
    public required int Accepted { get; init; }
    public required int Published { get; init; }
    public required int Unconfirmed { get; init; }

    /// <summary>Of the unconfirmed ones, those that are on Pinterest.</summary>
    public required int UnconfirmedThere { get; init; }
    public required IReadOnlyList<string> Lost { get; init; }
    public required IReadOnlyList<string> Duplicated { get; init; }

    /// <summary>Everything else that breaks a promise.</summary>
    public required IReadOnlyList<string> Wrong { get; init; }

    public IReadOnlyList<(string Name, object Value)> Rows =>
    [
        ("accepted", Accepted),
        ("published", Published),
        ("unconfirmed", $"{Unconfirmed} ({UnconfirmedThere} of them on Pinterest)"),
        ("lost", Lost.Count),
        ("duplicated", Duplicated.Count),
    ];

    public IEnumerable<string> Broken => [.. Lost, .. Duplicated, .. Wrong];
}
