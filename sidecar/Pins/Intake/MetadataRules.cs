using System.Text.Json;

namespace Connector.Pins.Intake;

/// <summary>What a caller may attach to a pin.</summary>
internal static class MetadataRules
{
    private const int MaxKeys = 20, MaxLength = 500, MaxKeyLength = 100;

    public static string? Check(IReadOnlyDictionary<string, string?>? metadata)
    {
        if (metadata is null) return null;
        if (metadata.Count > MaxKeys) return $"has {metadata.Count} keys; at most {MaxKeys} are allowed.";

        foreach (var (key, value) in metadata)
        {
            if (key.Length is 0 or > MaxKeyLength) return $"has a key of {key.Length} characters; 1 to {MaxKeyLength} are allowed.";
            if (value is null) return $"has no value for \"{key}\"; leave the key out instead.";
            if (value.Length > MaxLength && value.EnumerateRunes().Count() > MaxLength)
                return $"has a value for \"{key}\" of more than {MaxLength} characters.";
            if (key.Contains('\0', StringComparison.Ordinal) || value.Contains('\0', StringComparison.Ordinal))
                return $"contains the NUL character in \"{key.Replace("\0", "", StringComparison.Ordinal)}\" or its value.";
        }

        return null;
    }

    public static string? Store(IReadOnlyDictionary<string, string?>? metadata) =>
        metadata is { Count: > 0 } ? JsonSerializer.Serialize(metadata) : null;
}
