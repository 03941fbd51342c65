using System.ComponentModel.DataAnnotations;
using Connector.Http;
using Connector.Pacing;

namespace Connector.Accounts.Changes;

/// <summary>
/// Settings to change: one left out stays as it is, null means no such rule (or its default, where there must be a value).
/// </summary>
public sealed record AccountSettingsChange : IValidatableObject
{
    private static readonly AccountSettings Default = new();

    private readonly Dictionary<string, Func<AccountSettings, AccountSettings>> _changes = [];

    /// <summary>Pins in any 24 hours; 50 for a new account.</summary>
    [Range(1, 100_000)]
    [Form("must be a whole number from 1 to 100000, such as 50; null means no such limit.")]
    public int? PinsPerDay
    {
        get;
        init => field = Record(nameof(PinsPerDay), value, settings => settings with { PinsPerDay = value });
    }

    /// <summary>Seconds between two pins, at least, up to a week.</summary>
    [Range(0, 604_800)]
    [Form("must be a whole number of seconds from 0 to 604800, such as 900.")]
    public int? MinGapSeconds
    {
        get;
        init => field = Record(nameof(MinGapSeconds), value, settings => settings with { MinGapSeconds = value ?? 0 });
    }

    /// <summary>Makes each gap longer by a random part of it, at most so many per cent.</summary>
    [Range(0, 100)]
    [Form("must be a whole number from 0 to 100, such as 20.")]
    public int? JitterPercent
    {
        get;
        init => field = Record(nameof(JitterPercent), value, settings => settings with { JitterPercent = value ?? 0 });
    }

    /// <summary>Pins on one board in any 7 days.</summary>
    [Range(1, 100_000)]
    [Form("must be a whole number from 1 to 100000, such as 20; null means no such limit.")]
    public int? PinsPerBoardPerWeek
    {
        get;
        init => field = Record(nameof(PinsPerBoardPerWeek), value, settings => settings with { PinsPerBoardPerWeek = value });
    }

    /// <summary>Days between two pins with the same link_url.</summary>
    [Range(1, 365)]
    [Form("must be a whole number of days from 1 to 365, such as 7; null means no such rule.")]
    public int? DaysBetweenSameLink
    {
        get;
        init => field = Record(nameof(DaysBetweenSameLink), value, settings => settings with { DaysBetweenSameLink = value });
    }

    /// <summary>Pins that link to one domain in any 24 hours.</summary>
    [Range(1, 100_000)]
    [Form("must be a whole number from 1 to 100000, such as 10; null means no such limit.")]
    public int? PinsPerDomainPerDay
    {
        get;
        init => field = Record(nameof(PinsPerDomainPerDay), value, settings => settings with { PinsPerDomainPerDay = value });
    }

    /// <summary>Hours of the day, in time_zone, in which nothing goes out, as {"from":"22:00","to":"07:00"}.</summary>
    [Form("""must be two times of day of 24 hours, such as {"from":"22:00","to":"07:00"}; null means no quiet hours.""")]
    public QuietHours? QuietHours
    {
        get;
        init => field = Record(nameof(QuietHours), value, settings => settings with { QuietHours = value });
    }

    /// <summary>Days on which pins go out, in time_zone.</summary>
    [Form("""must be a list of sun, mon, tue, wed, thu, fri and sat, such as ["mon","wed"]; null means every day.""")]
    public IReadOnlyList<Weekday>? Weekdays
    {
        get;
        init => field = Record(nameof(Weekdays), value, settings => settings with { Weekdays = value });
    }

    /// <summary>IANA time zone of quiet_hours and weekdays, such as Europe/Berlin.</summary>
    public string? TimeZone
    {
        get;
        init => field = Record(nameof(TimeZone), value, settings => settings with { TimeZone = value ?? Default.TimeZone });
    }

    /// <summary>How far to stay below Pinterest's limits, in per cent.</summary>
    [Range(0, 50)]
    [Form("must be a whole number from 0 to 50, such as 5.")]
    public int? SafetyMarginPercent
    {
        get;
        init => field = Record(
            nameof(SafetyMarginPercent), value,
            settings => settings with { SafetyMarginPercent = value ?? Default.SafetyMarginPercent });
    }

    /// <summary>Whether links get the parameter pin_ref.</summary>
    [Form("must be true or false.")]
    public bool? LinkMarker
    {
        get;
        init => field = Record(nameof(LinkMarker), value, settings => settings with { LinkMarker = value ?? Default.LinkMarker });
    }

    /// <summary>Whether pictures that Pinterest does not take are made JPEG or PNG.</summary>
    public bool? ConvertImages
    {
        get;
        init => field = Record(nameof(ConvertImages), value, settings => settings with { ConvertImages = value ?? Default.ConvertImages });
    }

    /// <summary>Whether each new pin waits until it is approved; pins that wait already are not changed by it.</summary>
    [Form("must be true or false.")]
    public bool? RequireApproval
    {
        get;
        init => field = Record(
            nameof(RequireApproval), value, settings => settings with { RequireApproval = value ?? Default.RequireApproval });
    }

    /// <summary>Where approval is required: whether a change of what a pin shows, where it goes or when asks again.</summary>
    [Form("must be true or false.")]
    public bool? ApprovalAfterEdit
    {
        get;
        init => field = Record(
            nameof(ApprovalAfterEdit), value, settings => settings with { ApprovalAfterEdit = value ?? Default.ApprovalAfterEdit });
    }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (QuietHours is { } hours && hours.From == hours.To)
            yield return new("must not begin and end at the same time; null means no quiet hours.", [nameof(QuietHours)]);
        if (Weekdays is { Count: 0 }) yield return new("must name at least one day; null means every day.", [nameof(Weekdays)]);
        if (TimeZone is not null && !IsIana(TimeZone))
            yield return new(
                $"is \"{Shown.Cut(TimeZone)}\", and must be the name of an IANA time zone, such as Europe/Berlin or UTC.",
                [nameof(TimeZone)]);
    }

    internal AccountSettings ApplyTo(AccountSettings settings) => _changes.Values.Aggregate(settings, (changed, change) => change(changed));

    private static bool IsIana(string name) => TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) && zone.HasIanaId;

    private T Record<T>(string name, T value, Func<AccountSettings, AccountSettings> change)
    {
        _changes[name] = change;
        return value;
    }
}
