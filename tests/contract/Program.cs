using Connector.Contract;
using Connector.Contract.Comparing;
using Connector.Contract.Reading;

const string Usage = """
    What a newer description of Pinterest's API means for the connector. The description is v5/openapi.yaml of a release of
    https://github.com/pinterest/api-description

    dotnet run --project tests/contract -- DESCRIPTION              compares it with what is kept in kept.json
    dotnet run --project tests/contract -- OLDER NEWER              compares two descriptions
    dotnet run --project tests/contract -- keep DESCRIPTION KEPT    writes what is kept from now on
    """;

try
{
    var kept = KeptFacts.Read(KeptFacts.Usual);
    switch (args)
    {
        case ["keep", var source, var target]:
            KeptFacts.Write(target, await DescriptionFacts.ReadAsync(source, kept.Calls));
            return 0;
        case [var newer]:
            return Report.Print(Comparison.Of(kept, await DescriptionFacts.ReadAsync(newer, kept.Calls)), Console.Out);
        case [var older, var newer]:
            return Report.Print(
                Comparison.Of(await DescriptionFacts.ReadAsync(older, kept.Calls), await DescriptionFacts.ReadAsync(newer, kept.Calls)),
                Console.Out);
        default:
            Console.Error.WriteLine(Usage);
            return 2;
    }
}
catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException)
{
    Console.Error.WriteLine(error.Message);
    return 2;
}
