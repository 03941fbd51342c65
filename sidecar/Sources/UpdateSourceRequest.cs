using System.ComponentModel.DataAnnotations;
using Connector.Http;
using Connector.Imports;

namespace Connector.Sources;

/// <summary>
/// What changes about a source: a field left out stays, and so does one that is ""; null clears board, map and check_every_seconds.
/// </summary>
public sealed record UpdateSourceRequest : IValidatableObject
{
    private readonly HashSet<string> _given = [];

    /// <summary>Another address; items that are known by their keys stay known. It cannot be cleared.</summary>
    [Text(2048, MinimumLength = 1)]
    public string? Url { get; init => field = Given(nameof(Url), value); }

    /// <summary>Five minutes to a week; null means an hour.</summary>
    [Range(300, 604_800)]
    public int? CheckEverySeconds { get; init => field = Given(nameof(CheckEverySeconds), value); }

    /// <summary>true: it is not looked at until this is false.</summary>
    public bool? Paused { get; init; }

    /// <summary>The board of items for which nothing else says one: its id or name; null means none.</summary>
    [Text(400, MinimumLength = 1)]
    public string? Board { get; init => field = Given(nameof(Board), value); }

    /// <summary>What is which in it, instead of the account's mapping; null means that the account's mapping counts.</summary>
    public ImportMapping? Map { get; init => field = Given(nameof(Map), value); }

    /// <summary>Publishes what is new from now on without that anybody looks at it; true needs auto_approve_accepted_by.</summary>
    public bool? AutoApprove { get; init; }

    /// <summary>The name or e-mail address of the person who answers to Pinterest for all that this source will publish.</summary>
    [Text(200, MinimumLength = 1, IsName = true)]
    public string? AutoApproveAcceptedBy { get; init; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (_given.Count == 0 && Paused is null && AutoApprove is null && AutoApproveAcceptedBy is null)
            yield return new("names nothing to change.", ["request"]);
        if (Has(nameof(Url)) && Url is null) yield return new("cannot be cleared: a source needs an address.", [nameof(Url)]);
    }

    /// <summary>Whether the field was said, be it null.</summary>
    internal bool Has(string name) => _given.Contains(name);

    private T Given<T>(string name, T value)
    {
        _given.Add(name);
        return value;
    }
}
