using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Connector.Http;
using Connector.Pins;
using FastEndpoints;

namespace Connector.Imports;

/// <summary>What is said about a file in the address; a form's fields and a JSON body can say the same, and count before it.</summary>
public sealed record CreateImportCall
{
    [QueryParam, Description("The account; may be left out when the workspace has exactly one.")]
    public string? AccountId { get; init; }

    [QueryParam, Description("What kind of file it is; found out if left out."), OneOf(typeof(ImportFormat))]
    public string? Format { get; init; }

    [QueryParam, Description("The board of rows for which nothing else says one: its id or name.")]
    public string? Board { get; init; }

    [QueryParam, Description("Only shows what each row would become: no pin is made.")]
    public bool DryRun { get; init; }

    [QueryParam, Description("What the import is called; the name of the file if left out.")]
    public string? Name { get; init; }

    [QueryParam, Description("The day of the event that all of it is for: rows without a day or a time of their own wait for its season.")]
    public DateOnly? EventDate { get; init; }

    [QueryParam, Range(1, SeasonRules.MostLeadDays), Description("How many days before event_date the season begins; 75 if left out.")]
    public int? LeadDays { get; init; }

    [QueryParam, Description("Spreads rows over what is left of their season, in the order of the file, instead of all as it begins.")]
    public bool? Spread { get; init; }
}

/// <summary>Where a file lies that is to be imported.</summary>
public sealed record FetchImportRequest
{
    /// <summary>https, and public unless Connector:Network:AllowPrivateAddresses opens more.</summary>
    public string? Url { get; init; }

    /// <summary>The account; may be left out when the workspace has exactly one.</summary>
    [Text(64)]
    public string? AccountId { get; init; }

    /// <summary>What kind of file it is; found out if left out.</summary>
    [OneOf(typeof(ImportFormat))]
    public string? Format { get; init; }

    /// <summary>The board of rows for which nothing else says one: its id or name.</summary>
    [Text(400, MinimumLength = 1)]
    public string? Board { get; init; }

    /// <summary>Only shows what each row would become: no pin is made.</summary>
    public bool? DryRun { get; init; }

    /// <summary>
    /// The day of the event that all of it is for, such as 2026-12-25: rows without a day or a time of their own wait for its season.
    /// </summary>
    public DateOnly? EventDate { get; init; }

    /// <summary>How many days before event_date the season begins; 75 if left out.</summary>
    [Range(1, SeasonRules.MostLeadDays)]
    public int? LeadDays { get; init; }

    /// <summary>
    /// Spreads rows with the same event_date and lead_days over what is left of their season, in the order of the file, instead of
    /// publishing all of them as it begins; false if left out.
    /// </summary>
    public bool? Spread { get; init; }

    /// <summary>What the import is called.</summary>
    [Text(200, IsName = true)]
    public string? Name { get; init; }

    /// <summary>What is which in the file, instead of the account's mapping.</summary>
    public ImportMapping? Map { get; init; }

    /// <summary>The same key with the same request gives the same import of the account; also as header Idempotency-Key.</summary>
    [Text(255, MinimumLength = 1)]
    public string? IdempotencyKey { get; init; }
}
