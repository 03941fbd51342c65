using Connector.Tests.Support;

namespace Connector.Tests.Webhooks;

/// <summary>
/// A program that tells whether a delivery is genuine: those of the recipes, and the published library of Standard Webhooks.
/// </summary>
public sealed record Verifier(string Program, string Script)
{
    public const string Published = "standardwebhooks";

    private static readonly Lazy<Task<Verifier>> Library = new(InstallAsync);

    public static Verifier Named(string name) =>
        new(Path.GetExtension(name) switch { ".sh" => "bash", ".mjs" => "node", _ => "python3" }, Recipes.Script(name));

    public static async Task<Verifier> FindAsync(string name) => name == Published ? await Library.Value : Named(name);

    public Task<Ran> RunAsync(Heard heard, string secret, long? now = null)
    {
        var environment = new Dictionary<string, string> { ["WEBHOOK_SECRET"] = secret };
        if (now is not null) environment["WEBHOOK_NOW"] = $"{now}";
        return Tool.RunAsync(Program, [Script, heard.Id, heard.Timestamp, heard.Signature], environment, heard.Body);
    }

    /// <summary>In a copy, so that nothing is left in the repository.</summary>
    private static async Task<Verifier> InstallAsync()
    {
        var folder = Directory.CreateTempSubdirectory("connector-standardwebhooks-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        foreach (var file in Directory.GetFiles(Repository.Path("tests", "e2e", "Webhooks", Published)))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));

        var npm = await Tool.RunAsync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], folder: folder);
        Assert.True(
            npm.ExitCode == 0, $"npm could not install the published verifier of Standard Webhooks; it needs a registry:\n{npm.Error}");
        return new Verifier("node", Path.Combine(folder, "verify.mjs"));
    }
}
