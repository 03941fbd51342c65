using System.ComponentModel;
using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;

namespace Connector.Http;

/// <summary>Names the query parameters of the wrong type: endpoints bound at compile time answer such a request 400 and nothing else.</summary>
/// <remarks>https://learn.microsoft.com/aspnet/core/fundamentals/aot/request-delegate-generator/rdg</remarks>
internal static class UnreadableQuery
{
    public static Problem? Explain(HttpContext http)
    {
        var errors = (http.GetEndpoint()?.Metadata.GetOrderedMetadata<IParameterBindingMetadata>() ?? [])
            .Where(parameter => parameter.HasTryParse)
            .Select(parameter => (Name: NameOf(parameter.ParameterInfo), parameter.ParameterInfo.ParameterType))
            .Select(parameter => (parameter.Name, parameter.ParameterType, Text: http.Request.Query[parameter.Name].ToString()))
            .Where(given => given.Text.Length > 0 && !TypeDescriptor.GetConverter(given.ParameterType).IsValid(given.Text))
            .ToDictionary(given => given.Name, given => new[] { $"cannot be read from \"{given.Text}\"." });
        return errors.Count == 0 ? null : Problems.InvalidFields(errors);
    }

    private static string NameOf(ParameterInfo parameter) =>
        parameter.GetCustomAttributes().OfType<IFromQueryMetadata>().FirstOrDefault()?.Name ?? parameter.Name!;
}
