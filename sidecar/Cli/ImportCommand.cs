using System.Text.Json.Nodes;

namespace Connector.Cli;

/// <summary><c>connector import FILE</c>: sends a file to a running sidecar and shows how its rows become pins.</summary>
internal sealed class ImportCommand(HttpClient http, TextWriter output, ProgressBar bar, TimeProvider clock)
{
    public const string KeyVariable = "CONNECTOR_API_KEY";

    private const string Usage =
        $"""
        connector import FILE [--dry-run] [--map FILE] [--account ID] [--board NAME] [--format FORMAT]
          [--event-date DAY [--lead-days DAYS]] [--spread] [--url URL]
          --dry-run       shows what each row would become; no pin is made
          --map FILE      what is which in the file, as JSON, instead of the account's mapping
          --account ID    the account; needed when the workspace has several
          --board NAME    the board of rows for which nothing else says one
          --format        what kind of file it is, if that is not found out
          --event-date    the day of the event that all of it is for, such as 2026-12-25: pins wait for its season
          --lead-days     how many days before it the season begins; 75 if left out
          --spread        spreads pins over their season instead of publishing all of them as it begins
          --url URL       the sidecar; by default where ASPNETCORE_URLS says, or {ConnectorApp.DefaultUrl}
        The API key is taken from {KeyVariable}.
        """;

    private const int MostShown = 20;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors)
    {
        if (ImportArguments.Parse(args) is not { } arguments)
        {
            await errors.WriteLineAsync(Usage);
            return 2;
        }

        if (Environment.GetEnvironmentVariable(KeyVariable) is not { Length: > 0 } key)
        {
            await errors.WriteLineAsync($"The API key is missing: put it into the environment variable {KeyVariable}.");
            return 2;
        }

        using var http = new HttpClient { BaseAddress = arguments.Sidecar, Timeout = TimeSpan.FromMinutes(30) };
        http.DefaultRequestHeaders.Authorization = new("Bearer", key);
        var command = new ImportCommand(http, output, ProgressBar.ForConsole(output), TimeProvider.System);
        try
        {
            return await command.RunAsync(arguments);
        }
        catch (HttpRequestException unreachable)
        {
            await errors.WriteLineAsync($"The sidecar at {arguments.Sidecar} does not answer: {unreachable.Message}");
            return 1;
        }
        catch (Exception refused) when (refused is CommandFailedException or IOException or UnauthorizedAccessException)
        {
            await errors.WriteLineAsync(refused.Message);
            return 1;
        }
    }

    /// <summary>0 when every row is well, 1 when some are not.</summary>
    public async Task<int> RunAsync(ImportArguments arguments)
    {
        var import = await SendAsync(arguments);
        while (import["ended_at"] is null)
        {
            bar.Show((long)import["done"]!, (long?)import["total"], (string?)import["waiting_for"]?["message"]);
            await Task.Delay(Pause, clock);
            import = await ReadAsync(http.GetAsync(new Uri($"/v1/imports/{import["id"]}", UriKind.Relative)));
        }

        bar.Show((long)import["done"]!, (long?)import["total"], null);
        bar.End();
        await ReportAsync(import, arguments.IsDryRun);
        return (string?)import["status"] == "completed" ? 0 : 1;
    }

    private async Task<JsonNode> SendAsync(ImportArguments arguments)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in arguments.Fields()) form.Add(new StringContent(value), name);
        form.Add(new StreamContent(File.OpenRead(arguments.File)), "file", Path.GetFileName(arguments.File));
        return await ReadAsync(http.PostAsync(new Uri("/v1/imports", UriKind.Relative), form));
    }

    private async Task ReportAsync(JsonNode import, bool isDryRun)
    {
        var (made, there) = isDryRun ? ("would be made", "are there already") : ("are made", "were there already");
        await output.WriteLineAsync(
            $"{import["created"]} pins {made}, {import["existing"]} {there}, {import["skipped"]} rows are left out, "
                + $"{import["failed"]} are wrong. ({import["id"]}, {import["status"]})");
        if (import["expected_at"] is { } last) await output.WriteLineAsync($"The last of them would go out at {last}.");
        if (import["error_message"] is { } error) await output.WriteLineAsync($"{error} {import["error_remediation"]}");
        if ((long)import["failed"]! == 0) return;

        var wrong = await ReadAsync(http.GetAsync(
            new Uri($"/v1/imports/{import["id"]}/results?status=failed&limit={MostShown}", UriKind.Relative)));
        foreach (var result in wrong["items"]!.AsArray())
            await output.WriteLineAsync($"  row {result!["row"]}: {result["problem"]?["message"]}");
        await output.WriteLineAsync($"GET /v1/imports/{import["id"]}/errors.csv has all of them, to be corrected and imported again.");
    }

    private static async Task<JsonNode> ReadAsync(Task<HttpResponseMessage> sent)
    {
        using var answer = await sent;
        var text = await answer.Content.ReadAsStringAsync();
        if (answer.IsSuccessStatusCode) return JsonNode.Parse(text)!;

        var problem = answer.Content.Headers.ContentType?.MediaType == "application/problem+json" ? JsonNode.Parse(text) : null;
        throw new CommandFailedException(
            problem is null ? $"The sidecar answered {(int)answer.StatusCode}." : $"{problem["detail"]} {problem["remediation"]}");
    }

    private sealed class CommandFailedException(string message) : Exception(message);
}
