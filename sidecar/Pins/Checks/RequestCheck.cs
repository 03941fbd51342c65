using System.ComponentModel.DataAnnotations;
using Connector.Http;

namespace Connector.Pins.Checks;

/// <summary>
/// Checks the fields of a pin of a batch, of a pin that is only validated, or of a form: FastEndpoints checks only whole requests. The
/// messages are the same.
/// </summary>
internal static class RequestCheck
{
    /// <summary>The pin with what is wrong with its fields, or with its JSON.</summary>
    public static ParsedPin Checked(ParsedPin pin) => pin.Request is { } given ? pin with { Problem = Of(given) } : pin;

    /// <exception cref="ProblemException">Fields of it break rules.</exception>
    public static void Ensure(object request)
    {
        if (Of(Wrong(request, "")) is { } problem) throw new ProblemException(problem);
    }

    private static Problem? Of(CreatePinRequest request) => Of(Wrong(request, "").Concat(Slides(request)));

    private static Problem? Of(IEnumerable<(string Field, string Message)> all)
    {
        var wrong = all.ToLookup(each => each.Field, each => each.Message);
        return wrong.Count == 0 ? null : ProblemJson.Invalid(wrong.Select(each => KeyValuePair.Create(each.Key, each.ToArray())));
    }

    private static IEnumerable<(string Field, string Message)> Slides(CreatePinRequest request) => (request.Carousel ?? [])
        .Index()
        .Where(slide => slide.Item is not null)
        .SelectMany(slide => Wrong(slide.Item, $"{nameof(request.Carousel)}[{slide.Index}]."));

    private static IEnumerable<(string Field, string Message)> Wrong(object given, string prefix)
    {
        var wrong = new List<ValidationResult>();
        Validator.TryValidateObject(given, new ValidationContext(given), wrong, validateAllProperties: true);
        return wrong.SelectMany(result => result.MemberNames.Select(field => (prefix + field, result.ErrorMessage!)));
    }
}
