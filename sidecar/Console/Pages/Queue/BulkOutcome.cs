using Connector.Http;
using Connector.Pins;

namespace Connector.Console.Pages.Queue;

/// <summary>What became of one of many pins: done, or why not.</summary>
/// <param name="Id">Of the pin.</param>
/// <param name="Title">Its title; the id where it has none, or is not seen.</param>
/// <param name="Problem">Null when it is done.</param>
internal sealed record BulkOutcome(string Id, string Title, Problem? Problem)
{
    public static string TitleOf(Pin? pin, string id) => pin?.Title is { Length: > 0 } title ? title : id;
}
