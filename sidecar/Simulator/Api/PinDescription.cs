using Connector.Simulator.Server;
using Connector.Simulator.State;

namespace Connector.Simulator.Api;

/// <summary>A pin as Pinterest's API describes it.</summary>
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
        CreativeType = pin.Video is not null ? "VIDEO" : pin.Images.Count > 1 ? "CAROUSEL" : "REGULAR",
        HasBeenPromoted = false,
        IsOwner = !pin.IsForeign,
        IsStandard = true,
        pin.ParentPinId,
        PinMetrics = (object?)null,
        Media = Media(pin),
    };

    private static object Media(SimulatedPin pin)
    {
        if (pin.Video is not null)
        {
            // The simulator does not decode the file; Pinterest too may not know these yet.
            return new
            {
                MediaType = "video",
                CoverImageUrl = Address(pin, "600x"),
                Duration = (long?)null,
                Width = (int?)null,
                Height = (int?)null,
                VideoUrl = (string?)null,
                Images = Renditions(pin, pin.Images[0]),
            };
        }

        return pin.Images.Count > 1
            ? new { MediaType = "multiple_images", Items = pin.Images.Select(image => Card(pin, image)) }
            : new { MediaType = "image", Images = Renditions(pin, pin.Images[0]) };
    }

    private static object Card(SimulatedPin pin, SimulatedImage image) => new
    {
        ItemType = "image",
        image.Title,
        image.Description,
        image.Link,
        Images = Renditions(pin, image),
    };

    // Formed like Pinterest's addresses. Nothing is behind it, because the image itself is never kept.
    private static string Address(SimulatedPin pin, string size) => $"https://i.pinimg.com/{size}/simulated/{pin.Id}.jpg";

    private static Dictionary<string, object> Renditions(SimulatedPin pin, SimulatedImage image) => Sizes.ToDictionary(
        size => size.Name,
        object (size) => new
        {
            Url = Address(pin, size.Name),
            size.Width,
            Height = size.Name == "150x150" ? 150 : Math.Max(1, size.Width * image.Height / image.Width),
        });
}
