namespace Connector.Pacing.Limits;

/// <summary>At most so many calls in any window of that length.</summary>
/// <param name="Rule">Name shown to people: Pinterest's category, or <c>universal</c> for all calls together.</param>
/// <param name="Category">The category it counts; null counts every call.</param>
/// <param name="Scope"><c>account</c>, or <c>app</c> when all accounts of the app share it.</param>
/// <param name="Calls">How many.</param>
/// <param name="Window">In what time.</param>
/// <param name="Source"><c>published</c> by Pinterest, or a <c>setting</c>.</param>
internal sealed record PaceLimit(string Rule, string? Category, string Scope, int Calls, TimeSpan Window, string Source);
