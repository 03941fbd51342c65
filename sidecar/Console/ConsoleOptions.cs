using System.ComponentModel.DataAnnotations;

namespace Connector.Console;

/// <summary>The pages for people: section <c>Connector:Console</c>.</summary>
internal sealed class ConsoleOptions
{
    public const string Section = "Connector:Console";

    /// <summary>Whether there are pages at all; without them nothing of them is registered or mapped.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>After so long without a request one must sign in again, 1 to 10,080.</summary>
    [Range(1, 10_080)]
    public int IdleMinutes { get; set; } = 120;

    /// <summary>After so long one must sign in again in any case, 1 to 720.</summary>
    [Range(1, 720)]
    public int SessionHours { get; set; } = 24;

    /// <summary>Read before there are services, and before the settings are checked.</summary>
    public static bool IsEnabled(IConfiguration configuration) =>
        !bool.TryParse(configuration[$"{Section}:{nameof(Enabled)}"], out var enabled) || enabled;
}
