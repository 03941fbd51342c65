namespace Connector.Http;

/// <summary>
/// Writes every problem as JSON, whatever the request accepts: the framework's own writer refuses to, and the caller of a CSV file or of
/// an event stream would get an answer without a body.
/// </summary>
internal sealed class ProblemWriter : IProblemDetailsWriter
{
    public bool CanWrite(ProblemDetailsContext context) => true;

    public ValueTask WriteAsync(ProblemDetailsContext context)
    {
        ProblemJson.Customize(context);
        var details = context.ProblemDetails;
        return new ValueTask(context.HttpContext.Response.WriteAsJsonAsync(
            details, details.GetType(), options: null, "application/problem+json", context.HttpContext.RequestAborted));
    }
}
