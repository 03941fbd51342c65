using Connector.Http;

namespace Connector.Pins.Published;

/// <summary>What a look at a pin says after it was changed on Pinterest.</summary>
internal static class LookCheck
{
    private const string Name = "live";

    /// <param name="looked">Whether Pinterest could be asked.</param>
    /// <param name="found">Whether the pin is there.</param>
    /// <param name="notTaken">The fields that are otherwise there.</param>
    public static Check Of(bool looked, bool found, IReadOnlyList<PublishedField> notTaken)
    {
        if (!looked)
            return Check.Warning(
                Name, "live_unknown", "Pinterest said that the pin is changed, and could not be asked whether it shows it.",
                "Look later with GET /v1/pins/{id}?live=true.");
        if (!found)
            return Check.Warning(
                Name, "live_gone", "Pinterest said that the pin is changed, and then that there is no such pin.",
                "Look at it on Pinterest; it may have been deleted there.");
        return notTaken.Count == 0
            ? Check.Passed(Name)
            : Check.Warning(
                Name, "live_differs",
                $"Pinterest said that the pin is changed, but shows otherwise: {string.Join(", ", notTaken.Select(field => field.Name))}.",
                "Send the same PATCH again: what took meanwhile is kept then, and nothing is changed twice. If it stays, live.pin has what "
                    + "Pinterest shows, which may be a link or a text that it wrote otherwise.");
    }
}
