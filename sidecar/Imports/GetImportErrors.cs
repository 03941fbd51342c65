using Connector.Http;
using Connector.Imports.Store;
using Connector.Imports.Work;

namespace Connector.Imports;

/// <summary>GET /v1/imports/{id}/errors.csv</summary>
internal sealed class GetImportErrors(ImportStore imports, ErrorsCsv errors) : Operation<IdCall, IResult>
{
    public override void Configure()
    {
        Get("/{id}/errors.csv");
        Group<ImportRoutes>();
        Policies(Scope.Read);
        Describe(
            "Get the rows that are wrong as CSV, each as it was, with what is wrong in front: to be corrected and imported again.", 404);
        Description(route => route.Produces<string>(200, "text/csv"));
    }

    public override Task<IResult> ExecuteAsync(IdCall call, CancellationToken ct)
    {
        var row = imports.Get(Caller, call.Id);
        return Task.FromResult(Results.Stream(body => errors.WriteAsync(row, body, ct), ErrorsCsv.ContentType, "errors.csv"));
    }
}
