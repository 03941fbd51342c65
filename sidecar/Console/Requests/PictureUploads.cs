using Connector.Assets;
using Connector.Http;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.Options;

namespace Connector.Console.Requests;

/// <summary>
/// POST /pins/new/picture: a file for a new pin. It is streamed, so the forgery token is checked here and stands before the file; elsewhere
/// the framework would read the whole form first.
/// </summary>
internal static class PictureUploads
{
    public const string Path = "/pins/new/picture";

    public static async Task<IResult> Handle(
        HttpContext http, AssetForms forms, IAntiforgery forgery, IOptions<AntiforgeryOptions> names)
    {
        if (http.Request.ContentType?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) != true)
            throw new ProblemException(ConsoleProblems.Forged());

        var account = "";
        var asset = await forms.KeepAsync(http, Caller.Of(http.User)!, async fields =>
        {
            var header = names.Value.HeaderName!;
            http.Request.Headers[header] = fields.GetValueOrDefault(names.Value.FormFieldName);
            account = fields.GetValueOrDefault("account", "");
            if (!http.Request.Headers.ContainsKey(header) || !await forgery.IsRequestValidAsync(http))
                throw new ProblemException(ConsoleProblems.Forged());
        });
        return Results.LocalRedirect($"/pins/new{QueryString.Create("account", account).Add("asset_id", asset.Id)}");
    }
}
