namespace Connector.Pins.Lifecycle;

/// <summary>How an attempt ended, as the attempts table has it.</summary>
internal static class AttemptOutcome
{
    /// <summary>Pinterest created the pin.</summary>
    public const string Accepted = "accepted";

    /// <summary>Pinterest answered, and did not create it.</summary>
    public const string Refused = "refused";

    /// <summary>The request provably never left.</summary>
    public const string NotSent = "not_sent";

    /// <summary>Nobody can say whether Pinterest created it.</summary>
    public const string Unknown = "unknown";
}

/// <summary>What followed from an unknown outcome, as the attempts table has it.</summary>
internal static class AttemptConclusion
{
    /// <summary>It was found on its board.</summary>
    public const string Found = "found";

    /// <summary>It was not on its board in repeated lookups, so it was not created.</summary>
    public const string Absent = "absent";

    /// <summary>The lookups could not tell.</summary>
    public const string Undecided = "undecided";

    /// <summary>A person or a workflow said what it was.</summary>
    public const string Resolved = "resolved";
}
