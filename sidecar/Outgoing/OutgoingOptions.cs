using Connector.Outgoing.Guard;
using Connector.Settings;

namespace Connector.Outgoing;

/// <summary>What may be called besides the public internet: section <c>Connector:Network</c>.</summary>
internal sealed class OutgoingOptions
{
    public const string Section = "Connector:Network", AllowPrivateAddressesKey = Section + ":AllowPrivateAddresses";

    /// <summary>Exact host names, with or without a port, addresses, and ranges of addresses.</summary>
    [AllowListEntries]
    public IReadOnlyList<string> AllowPrivateAddresses { get; set; } = [];

    public void Read(IConfiguration configuration) =>
        AllowPrivateAddresses = SettingText.Entries(configuration.GetSection(AllowPrivateAddressesKey));
}

/// <summary>Refuses entries that cannot be read, and names them.</summary>
internal sealed class AllowListEntriesAttribute() : SettingRuleAttribute("host names, addresses and ranges")
{
    public override bool IsValid(object? value) => value is IReadOnlyList<string> entries && entries.All(AllowListEntry.IsValid);

    public override string Explain(string name, string text) =>
        string.Join(' ', SettingText.Split(text).Where(entry => !AllowListEntry.IsValid(entry)).Select(AllowListEntry.Invalid));
}
