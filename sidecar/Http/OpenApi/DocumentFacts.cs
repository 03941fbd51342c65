using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Connector.Http.OpenApi;

/// <summary>What the description says of the API as a whole.</summary>
internal static class DocumentFacts
{
    private static readonly Dictionary<string, string> Tags = new()
    {
        ["Accounts"] = "Pinterest accounts that are connected: their tokens, their pace, and whether they publish.",
        ["Boards"] = "Boards and sections as Pinterest has them; nothing of them is stored here.",
        ["Pins"] = "Pins to publish: accepted and stored at once, sent at the pace of their account, followed until their status is final.",
        ["Assets"] = "Image and video files that pins can be made of. A file is kept until it expires and no pin needs it.",
        ["Imports"] = "Tables, shop exports and feeds whose rows become pins: how far each is, and what became of every row.",
        ["Sources"] = "Feeds, sitemaps and lists of products that are looked at again and again: what is new in them becomes pins.",
        ["Metrics"] = "Numbers from Pinterest as flat rows, in JSON or CSV.",
        ["Audience"] = "What people on Pinterest search for, and what an audience is like; read from Pinterest, and not stored.",
        ["Catalogs"] = "A shop's catalogs of products and the feeds that fill them, as Pinterest has them; nothing of them is stored here.",
        ["Webhooks"] = "Events: posted to your addresses with a signature, listed, or followed as a stream.",
        ["Policy"] = "What this installation does with Pinterest's API and keeps, and the way to Standard access.",
        ["Simulator"] = "The built-in Pinterest, for accounts of the environment simulator. Faults can be ordered to see how a workflow "
            + "takes them.",
        ["Health"] = "Whether the process is alive and ready, for which no API key is needed, and which others there are.",
        ["Keys"] = "API keys and what they may do.",
    };

    public static Task Write(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellation)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Pinterest Connector",
            Version = "1",
            Description = "Publish to Pinterest without duplicates and under its limits. "
                + "Errors are RFC 9457 problem details with code, remediation and request_id.",
            License = new OpenApiLicense { Name = "MIT", Identifier = "MIT" },
            Contact = new OpenApiContact { Name = "The Pinterest Connector authors" },
        };
        // Where the document is read from is where the API is.
        document.Servers = [new OpenApiServer { Url = "/", Description = "The connector that this description comes from." }];
        document.Tags = document.Tags?.Select(tag => new OpenApiTag { Name = tag.Name, Description = Tags[tag.Name!] }).ToHashSet();
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme> { [OperationTexts.ApiKey] = ApiKey };
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(OperationTexts.ApiKey, document)] = [] }];
        return Task.CompletedTask;
    }

    private static OpenApiSecurityScheme ApiKey => new()
    {
        Type = SecuritySchemeType.Http,
        Scheme = "bearer",
        Description = "An API key (pck_…); X-API-Key works as well, and Basic with the key as the password.",
    };
}
