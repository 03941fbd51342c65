using Connector.Tests.Support;
using FastEndpoints;

namespace Connector.Tests.Architecture;

/// <summary>Rules for every class that answers an operation of the API, so that nothing binds, or stays unvalidated, by accident.</summary>
public sealed class OperationRulesTests
{
    private static readonly Type[] Classes =
    [
        .. typeof(Operations).Assembly.GetTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && typeof(BaseEndpoint).IsAssignableFrom(type)),
    ];

    private static readonly Type[] Sources =
        [typeof(QueryParamAttribute), typeof(RouteParamAttribute), typeof(FromHeaderAttribute), typeof(FromBodyAttribute)];

    public static TheoryData<string> Names() => [.. Classes.Select(type => type.FullName!)];

    [Fact]
    public void The_list_of_operations_has_every_operation_once() =>
        Assert.Equal(Classes.Select(type => type.FullName).Order(), Operations.All.Select(type => type.FullName).Order());

    [Theory]
    [MemberData(nameof(Names))]
    public void An_operation_is_in_the_file_of_its_name_in_the_root_folder_of_its_feature(string name)
    {
        var operation = Find(name);
        var feature = operation.Namespace!["Connector.".Length..];
        var file = Repository.Path("sidecar", feature, operation.Name + ".cs");

        Assert.DoesNotContain('.', feature);
        Assert.True(File.Exists(file), $"{file} is missing.");
        Assert.Contains($" class {operation.Name}", File.ReadAllText(file), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_property_of_a_request_names_its_one_source_or_all_are_the_body(string name)
    {
        var properties = RequestOf(name).GetProperties();
        var sources = properties.Select(property => Sources.Count(source => property.IsDefined(source, inherit: true))).ToList();

        Assert.True(
            sources.All(count => count == 0) || sources.All(count => count == 1),
            string.Join(", ", properties.Zip(sources, (property, count) => $"{property.Name}: {count}")));
        Assert.InRange(properties.Count(property => property.IsDefined(typeof(FromBodyAttribute), inherit: true)), 0, 1);
    }

    /// <remarks>A type that is not public is not validated, without a word.</remarks>
    [Theory]
    [MemberData(nameof(Names))]
    public void A_request_and_its_body_are_public(string name)
    {
        var request = RequestOf(name);
        var body = request.GetProperties()
            .SingleOrDefault(property => property.IsDefined(typeof(FromBodyAttribute), inherit: true))?
            .PropertyType;

        Assert.True(request.IsVisible, $"{request.Name} is not public.");
        Assert.True(body?.IsVisible != false, $"{body?.Name} is not public.");
    }

    private static Type Find(string name) => Classes.Single(type => type.FullName == name);

    private static Type RequestOf(string name)
    {
        var type = Find(name);
        while (!type.IsGenericType || type.GetGenericTypeDefinition() != typeof(Endpoint<,>)) type = type.BaseType!;
        return type.GenericTypeArguments[0];
    }
}
