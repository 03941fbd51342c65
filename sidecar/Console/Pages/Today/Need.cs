namespace Connector.Console.Pages.Today;

/// <summary>One thing that goes no further without a person.</summary>
/// <param name="Status">The state it is in.</param>
/// <param name="Title">How many of what.</param>
/// <param name="Text">What that means.</param>
/// <param name="Address">The page where it is done.</param>
/// <param name="At">When it ends or dies, where that is known.</param>
internal sealed record Need(string Status, string Title, string Text, string Address, DateTimeOffset? At = null);
