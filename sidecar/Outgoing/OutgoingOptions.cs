using Connector.Outgoing.Guard;
using Microsoft.Extensions.Options;

namespace Connector.Outgoing;

/// <summary>What may be called besides the public internet: section <c>Connector:Network</c>.</summary>
internal sealed class OutgoingOptions
{
    public const string AllowPrivateAddressesKey = "Connector:Network:AllowPrivateAddresses";

    /// <summary>Exact host names, with or without a port, addresses, and ranges of addresses.</summary>
    public IReadOnlyList<string> AllowPrivateAddresses { get; set; } = [];

    /// <summary>A list, or one value separated by commas or spaces, as people write it in an environment variable.</summary>
    public void Read(IConfiguration configuration)
    {
        var setting = configuration.GetSection(AllowPrivateAddressesKey);
        AllowPrivateAddresses = [.. setting.GetChildren().Prepend(setting).SelectMany(Entries)];
    }

    private static string[] Entries(IConfigurationSection section) =>
        (section.Value ?? "").Split([',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

/// <summary>Refuses to start with an entry that cannot be read.</summary>
internal sealed class OutgoingOptionsCheck : IValidateOptions<OutgoingOptions>
{
    public ValidateOptionsResult Validate(string? name, OutgoingOptions options)
    {
        var invalid = options.AllowPrivateAddresses.Where(entry => !AllowListEntry.IsValid(entry)).Select(AllowListEntry.Invalid).ToList();
        return invalid.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(invalid);
    }
}
