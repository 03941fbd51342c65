using System.ComponentModel.DataAnnotations;
using Connector.Http;

namespace Connector.Pins.Checks;

/// <summary>
/// Checks the fields of a pin, or of a form, by their attributes: FastEndpoints checks only whole requests, and takes longer. The messages
/// are the same.
/// </summary>
internal static class RequestCheck
{
    /// <summary>The pin with what is wrong with its fields, or with its JSON.</summary>
    public static ParsedPin Checked(ParsedPin pin) => pin.Request is { } given && Of(given) is { } problem
        ? pin with { Problem = problem }
        : pin;

    /// <exception cref="ProblemException">A field is wrong, or there is no body.</exception>
    public static void Ensure(CreatePinRequest? request)
    {
        if (request is null) throw Problems.Invalid("body", RequiredBodyAttribute.Missing);
        if (Of(request) is { } problem) throw new ProblemException(problem);
    }

    /// <exception cref="ProblemException">Fields of it break rules.</exception>
    public static void Ensure(object request)
    {
        if (Of(Wrong(request, "")) is { } problem) throw new ProblemException(problem);
    }

    private static Problem? Of(CreatePinRequest request) =>
        SurelyValid.Is(request) ? null : Of(Wrong(request, "").Concat(Slides(request)));

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
