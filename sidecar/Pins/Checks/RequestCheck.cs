using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Connector.Http;

namespace Connector.Pins.Checks;

/// <summary>Checks the fields of a pin where ASP.NET Core does not: for one of many, and for one that is only looked at. The words are the same.</summary>
internal static class RequestCheck
{
    /// <summary>What is wrong with the fields; null when nothing is.</summary>
    public static Problem? Of(CreatePinRequest request)
    {
        var slides = (request.Carousel ?? []).Index().Where(slide => slide.Item is not null).SelectMany(slide => Of(slide.Item, $"{nameof(request.Carousel)}[{slide.Index}]."));
        var wrong = Of(request, "").Concat(slides).ToLookup(each => each.Field, each => each.Message);
        if (wrong.Count == 0)
        {
            wrong = request.Validate(new ValidationContext(request))
                .SelectMany(result => result.MemberNames.Select(field => (Field: field, Message: result.ErrorMessage!)))
                .ToLookup(each => each.Field, each => each.Message);
        }

        return wrong.Count == 0 ? null : ProblemJson.Invalid(wrong.Select(each => KeyValuePair.Create(each.Key, each.ToArray())));
    }

    private static IEnumerable<(string Field, string Message)> Of(object given, string prefix) => given.GetType().GetProperties().SelectMany(property => Of(given, property, prefix));

    private static IEnumerable<(string Field, string Message)> Of(object given, PropertyInfo property, string prefix)
    {
        var wrong = new List<ValidationResult>();
        Validator.TryValidateProperty(property.GetValue(given), new ValidationContext(given) { MemberName = property.Name }, wrong);
        return wrong.Select(result => (prefix + property.Name, result.ErrorMessage!));
    }
}
