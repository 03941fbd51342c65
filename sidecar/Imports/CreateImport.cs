using Connector.Http;
using Connector.Imports.Intake;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace Connector.Imports;

/// <summary>POST /v1/imports</summary>
internal sealed class CreateImport(ImportIntake intake, ImportFetcher fetcher, IOptions<ImportOptions> options)
    : Operation<CreateImportCall, Results<Accepted<Import>, Ok<Import>>>
{
    private const int MostJsonBytes = 512 * 1024;

    public override void Configure()
    {
        Post("/");
        Group<ImportRoutes>();
        Policies(Scope.Publish);
        Describe(
            "Import a file of products or posts: each row becomes a pin, and a wrong one stops no other. The file is the last part of a "
                + "form (fields such as map stand before it), the body itself, or a url to fetch it from. Answers as soon as it is stored "
                + "(202), or with the earlier import of the same idempotency key (200).",
            404, 409, 413, 422, 503);
        Description(route => route.AddOpenApiOperationTransformer(ImportBodies.DescribeAsync));
    }

    public override async Task<Results<Accepted<Import>, Ok<Import>>> ExecuteAsync(CreateImportCall call, CancellationToken ct)
    {
        HttpContext.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize =
            HttpContext.Request.HasJsonContentType() && !IsFile(call)
            ? MostJsonBytes
            : options.Value.FileBytes + MultipartForm.MostAround + ImportFields.Limits.FieldBytes;

        var (row, isNew) = await Caller.Lifetime.RunAsync(end => AcceptAsync(call, end), ct);
        if (isNew) return TypedResults.Accepted($"/v1/imports/{row.Id}", Import.From(row));

        HttpContext.Response.Headers["Idempotent-Replayed"] = "true";
        return TypedResults.Ok(Import.From(row));
    }

    // A JSON file itself has the content type of a request that only names one, so it has to say what it is.
    private static bool IsFile(CreateImportCall call) =>
        call.Format is ImportFormat.Json or ImportFormat.ShopifyJson or ImportFormat.Ndjson;

    private Task<(ImportRow Row, bool IsNew)> AcceptAsync(CreateImportCall call, CancellationToken cancellation)
    {
        var request = HttpContext.Request;
        return MultipartForm.Is(request) ? FormAsync(call, cancellation)
            : request.HasJsonContentType() && !IsFile(call) ? UrlAsync(call, cancellation)
            : BytesAsync(call, cancellation);
    }

    private async Task<(ImportRow Row, bool IsNew)> FormAsync(CreateImportCall call, CancellationToken cancellation)
    {
        var (said, key, file) = await MultipartForm.ReadAsync(HttpContext.Request, ImportFields.Limits, TakeAsync, Discard, cancellation);
        return await intake.AcceptAsync(Caller, said, key, file, cancellation);

        async Task<(FetchImportRequest, string?, ReceivedFile)> TakeAsync(IReadOnlyDictionary<string, string> fields, SentFile? file)
        {
            var said = ImportFields.OfForm(fields).With(call);
            var key = IdempotencyHeader.Read(HttpContext.Request, said.IdempotencyKey);
            intake.Account(Caller, said);
            if (file is null) throw MultipartForm.Missing();
            return (said, key, await intake.ReceiveAsync(Caller, file.Body, cancellation) with { Name = file.Name });
        }

        ValueTask Discard((FetchImportRequest Said, string? Key, ReceivedFile File) taken) => intake.DiscardAsync(taken.File);
    }

    private async Task<(ImportRow Row, bool IsNew)> UrlAsync(CreateImportCall call, CancellationToken cancellation)
    {
        var asked = (FetchImportRequest)(await JsonBody.ReadAsync(HttpContext.Request, typeof(FetchImportRequest), null, cancellation))!;
        var said = asked.With(call);
        var url = said.Url ?? throw Problems.Invalid("url", "is missing. Give the file's address, or send the file itself.");
        var key = IdempotencyHeader.Read(HttpContext.Request, said.IdempotencyKey);
        // A repeated request fetches nothing.
        if (intake.Earlier(intake.Account(Caller, said), said, key) is { } earlier) return (earlier, false);
        return await intake.AcceptAsync(Caller, said, key, await fetcher.ReceiveAsync(Caller, url, cancellation), cancellation);
    }

    private async Task<(ImportRow Row, bool IsNew)> BytesAsync(CreateImportCall call, CancellationToken cancellation)
    {
        var said = new FetchImportRequest().With(call);
        var key = IdempotencyHeader.Read(HttpContext.Request, null);
        intake.Account(Caller, said);
        var file = await intake.ReceiveAsync(Caller, HttpContext.Request.Body, cancellation);
        return await intake.AcceptAsync(Caller, said, key, file, cancellation);
    }
}
