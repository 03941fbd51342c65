using Connector.Contract;
using Connector.Contract.Comparing;
using Connector.Contract.Reading;

namespace Connector.Tests.Contract;

/// <summary>What a changed description of Pinterest's means, each change made in a small description.</summary>
public sealed class ContractTests
{
    private const string Description = """
        openapi: 3.0.3
        info: { title: Small, version: "1" }
        paths:
          /boards:
            get:
              x-ratelimit-category: org_read
              x-sandbox: enabled
              security: [{ oauth: ["boards:read"] }]
              parameters:
                - { name: page_size, in: query, schema: { type: integer, minimum: 1, maximum: 250 } }
                - { name: privacy, in: query, schema: { $ref: "#/components/schemas/Privacy" } }
              responses:
                "200":
                  description: Boards
                  content:
                    application/json:
                      schema:
                        allOf:
                          - { type: object, properties: { bookmark: { type: string } } }
                          - { type: object, properties: { items: { type: array, items: { $ref: "#/components/schemas/Board" } } } }
            post:
              x-ratelimit-category: org_write
              requestBody:
                content:
                  application/json:
                    schema:
                      type: object
                      required: [name]
                      properties:
                        name: { type: string, maxLength: 180 }
                        about: { type: string }
              responses: { "201": { description: Made } }
          /news:
            get:
              responses: { "200": { description: News } }
        components:
          securitySchemes: { oauth: { type: http, scheme: bearer } }
          schemas:
            Privacy: { type: string, enum: [PUBLIC, SECRET] }
            Board:
              type: object
              properties: { id: { type: string }, count: { type: integer }, privacy: { $ref: "#/components/schemas/Privacy" } }
        """;

    private static readonly string[] Calls = ["GET /boards", "POST /boards"];

    [Theory]
    [InlineData("maximum: 250", "maximum: 100", "Look GET /boards · query page_size has the limit \"at most 100\"; it was 250")]
    [InlineData("maxLength: 180", "maxLength: 50", "Look POST /boards · body name has the limit \"at most 50\"; it was 180")]
    [InlineData(
        "[PUBLIC, SECRET]", "[PUBLIC, HIDDEN]",
        "Breaks GET /boards · query privacy cannot be SECRET any more", "Look GET /boards · answer items[].privacy can also be HIDDEN",
        "More GET /boards · answer items[].privacy is no longer SECRET", "More GET /boards · query privacy can also be HIDDEN")]
    [InlineData("count: { type: integer }", "count: { type: integer, nullable: true }")]
    [InlineData(
        "count: { type: integer }", "count: { type: string, nullable: true }",
        "Breaks GET /boards · answer items[].count is null or string; it was integer")]
    [InlineData(
        ", enum: [PUBLIC, SECRET]", "", "Look GET /boards · answer items[].privacy can be anything now",
        "More GET /boards · query privacy can be anything now")]
    [InlineData(
        "about: { type: string }", "about: { type: string, enum: [A, B] }", "Breaks POST /boards · body about can only be A, B now")]
    [InlineData(
        "id: { type: string }", "id: { type: string, enum: [A, B] }", "More GET /boards · answer items[].id is only A, B now")]
    [InlineData("[name]", "[name, about]", "Breaks POST /boards · body about is required now")]
    [InlineData("about: { type: string }", "", "Breaks POST /boards · body about is gone")]
    [InlineData("about: { type: string }", "about: { type: integer }", "Breaks POST /boards · body about is integer; it was string")]
    [InlineData("id: { type: string }, ", "", "Look GET /boards · answer items[].id is gone")]
    [InlineData("id: { type: string }", "id: { type: string }, pins: { type: integer }", "More GET /boards · answer items[].pins is new")]
    [InlineData("category: org_read", "category: boards_read", "Breaks GET /boards counts as boards_read, and not as org_read")]
    [InlineData("x-sandbox: enabled", "x-sandbox: disabled", "Look GET /boards is disabled in the sandbox; it was enabled")]
    [InlineData("boards:read", "boards:all", "Look GET /boards needs oauth: boards:all; it needed oauth: boards:read")]
    [InlineData(
        "  /news:", "  /olds:", "More GET /news is gone", "More GET /olds is new")]
    [InlineData("maximum: 250", "maximum: 250")]
    public async Task A_change_is_told_with_what_it_means(string was, string now, params string[] told)
    {
        var older = await FactsAsync(Description);
        var newer = await FactsAsync(Description.Replace(was, now, StringComparison.Ordinal));

        var changes = Comparison.Of(older, newer).Changes;

        Assert.Equal(told, changes.Select(change => $"{change.Weight} {change.Where} {change.What}"));
        Assert.All(changes, change => Assert.NotEmpty(change.Meaning));
        var needsWork = told.Any(line => !line.StartsWith("More", StringComparison.Ordinal));
        Assert.Equal(needsWork ? 1 : 0, Report.Print(new("1", "2", changes), TextWriter.Null));
    }

    [Fact]
    public async Task An_operation_that_is_gone_breaks_what_calls_it()
    {
        var newer = await FactsAsync(Description.Replace("  /boards:", "  /albums:", StringComparison.Ordinal));

        var changes = Comparison.Of(await FactsAsync(Description), newer).Changes;

        Assert.Equal(
            ["Breaks GET /boards", "Breaks POST /boards", "More GET /albums", "More POST /albums"],
            changes.Select(change => $"{change.Weight} {change.Where}"));
    }

    [Theory]
    [InlineData("not: an api")]
    [InlineData("\tnot yaml: [")]
    [InlineData("")]
    public async Task What_is_no_description_is_said(string text) =>
        await Assert.ThrowsAsync<InvalidDataException>(() => FactsAsync(text));

    [Fact]
    public async Task What_is_kept_is_read_as_it_was_written()
    {
        using var file = new TemporaryFile("");
        var facts = await FactsAsync(Description);

        KeptFacts.Write(file.Path, facts);

        Assert.Empty(Comparison.Of(facts, KeptFacts.Read(file.Path)).Changes);
        Assert.Equal(facts.Calls, KeptFacts.Read(file.Path).Calls);
    }

    private static async Task<Facts> FactsAsync(string description)
    {
        using var file = new TemporaryFile(description);
        return await DescriptionFacts.ReadAsync(file.Path, Calls);
    }

    private sealed class TemporaryFile : IDisposable
    {
        public TemporaryFile(string text) => File.WriteAllText(Path, text);

        public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"contract-{Guid.NewGuid():N}.yaml");

        public void Dispose() => File.Delete(Path);
    }
}
