using Connector.Accounts;
using Connector.Http;
using Connector.Pinterest;

namespace Connector.Policy;

/// <summary>What this installation does with Pinterest's API, of its settings and rows.</summary>
public sealed record PolicyReport
{
    public DateTimeOffset At { get; init; }
    /// <summary>Who runs it; null when it is not set.</summary>
    public string? Operator { get; init; }
    /// <summary>What it is used for; null when it is not set.</summary>
    public string? Purpose { get; init; }
    /// <summary>Where people ask about their data; null when it is not set.</summary>
    public string? Contact { get; init; }
    /// <summary>Where the privacy policy is published; null when it is not set.</summary>
    public string? PrivacyUrl { get; init; }
    /// <summary>Settings without which the report says less than a reviewer asks for.</summary>
    public required IReadOnlyList<string> MissingSettings { get; init; }
    public required PinterestApp App { get; init; }
    /// <summary>What people are asked for when they connect an account.</summary>
    public required IReadOnlyList<PolicyScope> Scopes { get; init; }
    /// <summary>The accounts that the key sees.</summary>
    public required IReadOnlyList<PolicyAccount> Accounts { get; init; }
    public required PolicyAutomation Automation { get; init; }
    /// <summary>Every column that is stored, and the files beside the database.</summary>
    public required IReadOnlyList<StoredColumn> Stored { get; init; }
    /// <summary>Where this app stands on its way to Standard access.</summary>
    public required StandardAccess StandardAccess { get; init; }
}

/// <summary>A scope, and what the connector needs it for.</summary>
public sealed record PolicyScope(string Name, string Purpose);

/// <summary>A connected account, with the rules that bind it.</summary>
public sealed record PolicyAccount
{
    public required string Id { get; init; }
    public required string Name { get; init; }
    public PinterestEnvironment Environment { get; init; }
    /// <summary>As Pinterest says, such as BUSINESS; null when it did not say.</summary>
    public string? AccountType { get; init; }
    public required IReadOnlyList<string> Scopes { get; init; }
    /// <summary>Whether a person lets each pin go.</summary>
    public bool RequireApproval { get; init; }
    public int? PinsPerDay { get; init; }
    public int MinGapSeconds { get; init; }
    public int? PinsPerDomainPerDay { get; init; }
    /// <summary>Pins of the last days that are still kept, which were published.</summary>
    public long Published { get; init; }
    /// <summary>Pins that wait for a person.</summary>
    public long AwaitingApproval { get; init; }
}

/// <summary>How pins come without a call for each of them.</summary>
public sealed record PolicyAutomation
{
    /// <summary>Feeds and sitemaps of which pins are made.</summary>
    public long Sources { get; init; }
    /// <summary>Of these, those whose pins go out without approval.</summary>
    public long SourcesWithoutApproval { get; init; }
    /// <summary>Files of pins that are still kept.</summary>
    public long Imports { get; init; }
    /// <summary>Feeds of catalogs at which Pinterest is asked how it processed them.</summary>
    public long CatalogFeeds { get; init; }
}

/// <summary>The way from Trial to Standard access.</summary>
public sealed record StandardAccess
{
    public required IReadOnlyList<AccessStep> Steps { get; init; }
    /// <summary>What to show in the video that Pinterest asks for, scene by scene.</summary>
    public required IReadOnlyList<string> Video { get; init; }
    /// <summary>What other applicants met, and what helped.</summary>
    public required IReadOnlyList<AccessLesson> Lessons { get; init; }
}

/// <summary>One step, and whether it is done.</summary>
/// <param name="Code">Which step.</param>
/// <param name="State">done; missing; or by_hand, where the connector cannot know.</param>
/// <param name="Title">The step.</param>
/// <param name="Detail">What was found, and what to do next.</param>
public sealed record AccessStep(
    string Code, [property: OneOf("StepState", AccessStates.Done, AccessStates.Missing, AccessStates.ByHand)] string State, string Title,
    string Detail);

/// <summary>What an applicant met, and what to do about it.</summary>
public sealed record AccessLesson(string Met, string Helps);

/// <summary>Whether a step is done.</summary>
internal static class AccessStates
{
    public const string Done = "done", Missing = "missing", ByHand = "by_hand";
}
