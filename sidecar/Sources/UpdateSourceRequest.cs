using System.ComponentModel.DataAnnotations;
using Connector.Http;
using Connector.Imports;

namespace Connector.Sources;

/// <summary>What changes about a source: a field left out stays.</summary>
public sealed record UpdateSourceRequest : IValidatableObject
{
    /// <summary>Another address; items that are known by their keys stay known.</summary>
    [Text(2048, MinimumLength = 1)]
    public string? Url { get; init; }

    /// <summary>Five minutes to a week.</summary>
    [Range(300, 604_800)]
    public int? CheckEverySeconds { get; init; }

    /// <summary>true: it is not looked at until this is false.</summary>
    public bool? Paused { get; init; }

    /// <summary>The board of items for which nothing else says one: its id or name.</summary>
    [Text(400, MinimumLength = 1)]
    public string? Board { get; init; }

    /// <summary>What is which in it, instead of the account's mapping.</summary>
    public ImportMapping? Map { get; init; }

    /// <summary>Publishes what is new from now on without that anybody looks at it; true needs auto_approve_accepted_by.</summary>
    public bool? AutoApprove { get; init; }

    /// <summary>The name or e-mail address of the person who answers to Pinterest for all that this source will publish.</summary>
    [Text(200, MinimumLength = 1, IsName = true)]
    public string? AutoApproveAcceptedBy { get; init; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Url is null && CheckEverySeconds is null && Paused is null && Board is null && Map is null && AutoApprove is null
            && AutoApproveAcceptedBy is null)
            yield return new("names nothing to change.", ["request"]);
    }
}
