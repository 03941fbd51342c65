using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Connector.Http;
using Connector.Seasons;

namespace Connector.Pins;

/// <summary>A pin that might be published. Whatever else a pin has may be there and makes no difference.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Skip)]
public sealed record PlannedPin
{
    /// <summary>The account; may be left out when the workspace has exactly one.</summary>
    [Text(64)]
    public string? AccountId { get; init; }

    /// <summary>Pinterest's board id. Either this or board.</summary>
    [Pattern(@"^\d{1,32}$", ErrorMessage = "must be Pinterest's numeric board id; give a board's name as board.")]
    public string? BoardId { get; init; }

    /// <summary>A board's id or exact name.</summary>
    [Text(400, MinimumLength = 1)]
    public string? Board { get; init; }

    /// <summary>Where a click leads; counts for rules about links and domains.</summary>
    [WebAddress]
    public string? LinkUrl { get; init; }

    /// <summary>Not before this time, with an offset.</summary>
    public DateTimeOffset? PublishAt { get; init; }

    /// <summary>The day of the event that it is for: without publish_at it goes when the season begins.</summary>
    public DateOnly? EventDate { get; init; }

    /// <summary>How many days before event_date the season begins; 75 if left out.</summary>
    [Range(1, SeasonWindow.MostLeadDays)]
    public int? LeadDays { get; init; }

    /// <summary>-10 to 10; a higher one is published first.</summary>
    [Range(-10, 10)]
    public int Priority { get; init; }
}

/// <summary>Pins that might be published, behind all that waits already.</summary>
public sealed record PlanRequest : IValidatableObject
{
    private const int Most = 500;

    // Without any attribute of validation FastEndpoints would not check the request at all, nor call Validate.
    /// <summary>1 to 500 pins.</summary>
    [Required]
    public required IReadOnlyList<PlannedPin> Pins { get; init; }

    /// <summary>
    /// Spreads pins with the same account, event_date and lead_days over what is left of their season, as POST /v1/pins/batch does; false
    /// if left out.
    /// </summary>
    public bool? Spread { get; init; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Pins.Count is 0 or > Most) yield return new($"must be 1 to {Most} pins; there are {Pins.Count}.", [nameof(Pins)]);
        foreach (var (index, pin) in Pins.Index())
            if (pin.BoardId is null == pin.Board is null)
                yield return new("needs exactly one of board_id and board.", [$"{nameof(Pins)}[{index}]"]);
        foreach (var (index, pin) in Pins.Index())
            if (SeasonRules.Check(pin.EventDate, pin.LeadDays) is { } wrong)
                yield return new(wrong.ErrorMessage, [$"{nameof(Pins)}[{index}].{nameof(pin.LeadDays)}"]);
    }
}

/// <summary>
/// When a planned pin would be published; expected_at is null while its account is held. The rule is a limit of Pinterest's or a
/// setting of the account's, null when none delays it.
/// </summary>
public sealed record PlannedGo(
    int Index, string AccountId, string BoardId, DateTimeOffset? ExpectedAt, int? Position, string? Rule, string? Message)
{
    /// <summary>
    /// What may not be meant: a time long past or far ahead, a board that nobody else sees, a pin that comes late for its season; and that
    /// the pin would have to be approved.
    /// </summary>
    public IReadOnlyList<Check> Warnings { get; init; } = [];

    /// <summary>The time that was asked for, or that spread gives it.</summary>
    public DateTimeOffset? PublishAt { get; init; }

    /// <summary>The season of its event; null when it has none.</summary>
    public Season? Season { get; init; }
}

/// <summary>
/// What leaving out a rule would change: when the last of the planned pins would be published, and how many seconds sooner that is.
/// </summary>
public sealed record SoonerWithout(string Rule, DateTimeOffset LastAt, long SecondsSooner);

/// <summary>An account's part of a plan; last_at is when the last of the planned pins would be published.</summary>
public sealed record PlannedAccount(string AccountId, int Pins, DateTimeOffset? LastAt, IReadOnlyList<SoonerWithout> Sooner);

/// <summary>When each pin would be published, in the order given, and what would make it sooner.</summary>
public sealed record Plan(IReadOnlyList<PlannedGo> Pins, IReadOnlyList<PlannedAccount> Accounts);

/// <summary>POST /v1/plan</summary>
internal sealed class PlanPins(PinPlans plans) : Operation<PlanRequest, Plan>
{
    public override void Configure()
    {
        Post("/v1/plan");
        Description(route => route.WithTags("Pins"));
        Policies(Scope.Read);
        Describe(
            "Tell when up to 500 pins would be published if they were accepted (and approved) now, which rule decides, and what would be "
                + "sooner without it. Nothing is stored.",
            404, 422);
    }

    public override Task<Plan> ExecuteAsync(PlanRequest request, CancellationToken ct) => plans.ReadAsync(Caller, request, ct);
}
