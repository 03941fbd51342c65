namespace Connector.Console.Pages.Life;

/// <summary>One thing that happened with a pin.</summary>
/// <param name="At">When.</param>
/// <param name="Title">What.</param>
/// <param name="Text">More of it, in a sentence.</param>
internal sealed record Moment(DateTimeOffset At, string Title, string? Text = null)
{
    /// <summary>What proves it: names and values.</summary>
    public IReadOnlyList<(string Name, string Value)> Evidence { get; init; } = [];
}
