using System.ComponentModel.DataAnnotations;
using Connector.Http;

namespace Connector.Catalogs;

/// <summary>When Pinterest is to process a feed each day.</summary>
public sealed record FeedScheduleRequest
{
    /// <summary>Such as 02:30.</summary>
    [Required, Pattern(@"^([01]\d|2[0-3]):[0-5]\d$", ErrorMessage = "must be a time such as 02:30.")]
    public string Time { get; init; } = "";

    /// <summary>A time zone such as Europe/Berlin.</summary>
    [Required, Text(64, MinimumLength = 1)]
    public string Timezone { get; init; } = "";
}

/// <summary>What Pinterest fetches a feed with; passed on to Pinterest and kept nowhere else.</summary>
public sealed record FeedCredentialsRequest
{
    [Required, Text(255, MinimumLength = 1)]
    public string Username { get; init; } = "";

    [Required, Text(255, MinimumLength = 1)]
    public string Password { get; init; } = "";

    public override string ToString() => "credentials of a feed";
}

/// <summary>What a feed is made or changed with.</summary>
public record FeedSettings : IValidatableObject
{
    internal const string Place = @"^(https?|s?ftp)://\S+$";

    /// <summary>What it is called; no two feeds of an account have the same name.</summary>
    [Text(255, MinimumLength = 1)]
    public string? Name { get; init; }

    /// <summary>TSV, CSV or XML.</summary>
    [AllowedValues(null, "TSV", "CSV", "XML", ErrorMessage = "must be TSV, CSV or XML.")]
    public string? Format { get; init; }

    /// <summary>Where Pinterest fetches it: an http, https, ftp or sftp address that is reachable from the internet.</summary>
    [Text(2000), Pattern(Place, ErrorMessage = "must be an address that begins with https://, http://, sftp:// or ftp://.")]
    public string? Location { get; init; }

    /// <summary>The type of its catalog: RETAIL (the default), HOTEL or CREATIVE_ASSETS.</summary>
    [AllowedValues(null, "RETAIL", "HOTEL", "CREATIVE_ASSETS", ErrorMessage = "must be RETAIL, HOTEL or CREATIVE_ASSETS.")]
    public string? CatalogType { get; init; }

    /// <summary>The currency of prices without one, such as USD.</summary>
    [Pattern("^[A-Z]{3}$", ErrorMessage = "must be a currency such as USD.")]
    public string? DefaultCurrency { get; init; }

    /// <summary>Of products that do not say it: IN_STOCK, OUT_OF_STOCK or PREORDER.</summary>
    [AllowedValues(null, "IN_STOCK", "OUT_OF_STOCK", "PREORDER", ErrorMessage = "must be IN_STOCK, OUT_OF_STOCK or PREORDER.")]
    public string? DefaultAvailability { get; init; }

    /// <summary>When Pinterest is to process it each day; without it Pinterest chooses.</summary>
    public FeedScheduleRequest? PreferredProcessingSchedule { get; init; }

    /// <summary>For a file that needs a username and a password.</summary>
    public FeedCredentialsRequest? Credentials { get; init; }

    /// <summary>ACTIVE (the default), or INACTIVE: Pinterest does not process it.</summary>
    [AllowedValues(null, "ACTIVE", "INACTIVE", ErrorMessage = "must be ACTIVE or INACTIVE.")]
    public string? Status { get; init; }

    public virtual IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Uri.TryCreate(Location, UriKind.Absolute, out var address) && address.UserInfo.Length > 0)
            yield return new ValidationResult("must not contain a username or password; give them as credentials.", ["location"]);
    }

    /// <summary>By Pinterest's names; what was not said is left out.</summary>
    internal virtual Dictionary<string, object?> Fields()
    {
        (string Name, object? Value)[] all =
        [
            ("catalog_type", CatalogType ?? "RETAIL"), ("name", Name), ("format", Format), ("location", Location),
            ("default_currency", DefaultCurrency), ("default_availability", DefaultAvailability),
            ("preferred_processing_schedule", PreferredProcessingSchedule), ("credentials", Credentials), ("status", Status),
        ];
        return all.Where(field => field.Value is not null).ToDictionary(field => field.Name, field => field.Value);
    }
}
