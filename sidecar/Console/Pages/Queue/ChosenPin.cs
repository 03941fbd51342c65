using Connector.Http;

namespace Connector.Console.Pages.Queue;

/// <summary>A pin whose box was chosen.</summary>
/// <param name="Id">Of the pin.</param>
/// <param name="SeenAt">The updated_at that the page showed; only the box of a pin that waits for approval has one.</param>
internal sealed record ChosenPin(string Id, DateTimeOffset? SeenAt)
{
    /// <summary>The pins of these boxes, each once.</summary>
    public static IReadOnlyList<ChosenPin> Of(IEnumerable<string> boxes) =>
    [
        .. boxes
            .Select(box => box.Split(' ', 2))
            .Select(parts => new ChosenPin(parts[0], parts is [_, var at] ? Rfc3339.TryParse(at) : null))
            .DistinctBy(pin => pin.Id),
    ];
}
