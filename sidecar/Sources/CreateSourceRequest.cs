using System.ComponentModel.DataAnnotations;
using Connector.Http;
using Connector.Imports;

namespace Connector.Sources;

/// <summary>What is watched, how often, and how far back the first run goes.</summary>
public sealed record CreateSourceRequest
{
    /// <summary>Seconds between two checks, unless something else is said.</summary>
    public const int UsualSeconds = 3600;

    /// <summary>
    /// A feed, a sitemap with pictures, a shop's products.json or a merchant feed: https, and public unless
    /// Connector:Network:AllowPrivateAddresses opens more.
    /// </summary>
    [Required, Text(2048)]
    public string Url { get; init; } = "";

    /// <summary>The account; may be left out when the workspace has exactly one.</summary>
    [Text(64)]
    public string? AccountId { get; init; }

    /// <summary>Five minutes to a week; an hour if left out.</summary>
    [Range(300, 604_800)]
    public int? CheckEverySeconds { get; init; }

    /// <summary>
    /// How far back the first run goes: all (every item that is there becomes a pin), new_only (only items that appear later), or a
    /// time with an offset (items that say they were published or changed since then; one without a date counts as old).
    /// </summary>
    [Required(ErrorMessage = SourceStart.Missing), Text(40)]
    public string Start { get; init; } = "";

    /// <summary>The board of items for which nothing else says one: its id or name.</summary>
    [Text(400, MinimumLength = 1)]
    public string? Board { get; init; }

    /// <summary>What is which in it, instead of the account's mapping.</summary>
    public ImportMapping? Map { get; init; }

    /// <summary>Sets it up without looking at it yet.</summary>
    public bool? Paused { get; init; }

    /// <summary>
    /// Publishes what is new without that anybody looks at it; without it each pin awaits approval, because Pinterest wants each pin to be
    /// chosen by a person. It needs auto_approve_accepted_by.
    /// </summary>
    public bool? AutoApprove { get; init; }

    /// <summary>The name or e-mail address of the person who answers to Pinterest for all that this source will publish.</summary>
    [Text(200, MinimumLength = 1, IsName = true)]
    public string? AutoApproveAcceptedBy { get; init; }
}
