using Connector.Pinterest;

namespace Connector.Tests.Pinterest;

/// <summary>Pins to create when it does not matter what they show.</summary>
internal static class Sample
{
    public static PinCreate Pin(string boardId, string title = "Soup", string image = "https://example.com/soup.jpg") =>
        new() { BoardId = boardId, Title = title, MediaSource = new ImageUrlSource(image) };
}
