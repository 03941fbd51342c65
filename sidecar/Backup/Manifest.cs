namespace Connector.Backup;

/// <summary>What a backup contains.</summary>
/// <param name="CreatedAt">Just before the database was copied; what was sent later is not in it.</param>
/// <param name="ProgramVersion">The program that wrote it.</param>
/// <param name="SchemaVersion">The schema of its database.</param>
/// <param name="Pins">How many pins it holds.</param>
/// <param name="Accounts">How many connected accounts it holds.</param>
/// <param name="Files">Every other file in it, by name, with its SHA-256.</param>
internal sealed record Manifest(
    DateTimeOffset CreatedAt, string ProgramVersion, long SchemaVersion, long Pins, long Accounts,
    IReadOnlyDictionary<string, string> Files)
{
    public static string ThisProgram => typeof(Manifest).Assembly.GetName().Version!.ToString(3);

    public string Contents => $"pins: {Pins}, accounts: {Accounts}";
}
