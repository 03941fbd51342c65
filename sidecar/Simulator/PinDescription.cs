namespace Connector.Simulator;

/// <summary>A pin in Pinterest's words.</summary>
internal static class PinDescription
{
    private static readonly (string Name, int Width)[] Sizes = [("150x150", 150), ("400x300", 400), ("600x", 600), ("1200x", 1200)];

    public static object Of(SimulatedAccount account, SimulatedPin pin) => new
    {
        pin.Id,
        pin.BoardId,
        BoardSectionId = pin.SectionId,
        BoardOwner = new { account.Username },
        pin.Title,
        pin.Description,
        pin.AltText,
        pin.Link,
        pin.DominantColor,
        CreatedAt = SimulatorJson.Time(pin.CreatedAt),
        CreativeType = pin.Images.Count > 1 ? "CAROUSEL" : "REGULAR",
        HasBeenPromoted = false,
        IsOwner = !pin.IsForeign,
        IsStandard = true,
        ParentPinId = (string?)null,
        PinMetrics = (object?)null,
        Media = pin.Images.Count > 1
            ? new { MediaType = "multiple_images", Items = pin.Images.Select(image => Card(pin, image)) }
            : (object)new { MediaType = "image", Images = Renditions(pin, pin.Images[0]) },
    };

    private static object Card(SimulatedPin pin, SimulatedImage image) => new
    {
        ItemType = "image",
        image.Title,
        image.Description,
        image.Link,
        Images = Renditions(pin, image),
    };

    // The addresses look like Pinterest's and lead nowhere; the image itself is never kept.
    private static Dictionary<string, object> Renditions(SimulatedPin pin, SimulatedImage image) => Sizes.ToDictionary(
        size => size.Name,
        object (size) => new
        {
            Url = $"https://i.pinimg.com/{size.Name}/simulated/{pin.Id}.jpg",
            size.Width,
            Height = size.Name == "150x150" ? 150 : Math.Max(1, size.Width * image.Height / image.Width),
        });
}
