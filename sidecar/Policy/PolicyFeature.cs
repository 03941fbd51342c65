using Connector.Accounts;
using Connector.Policy.Erasing;
using Connector.Settings;

namespace Connector.Policy;

/// <summary>Registers what tells people, and Pinterest's reviewers, what this installation does and keeps.</summary>
internal static class PolicyFeature
{
    public static IServiceCollection AddPolicy(this IServiceCollection services)
    {
        services.AddSettings<PolicyOptions>(PolicyOptions.Section);
        services.AddSingleton<StoredData>();
        services.AddSingleton<PolicyFacts>();
        services.AddSingleton<PolicyReports>();
        services.AddSingleton<ErasedFiles>();
        services.AddSingleton<IAccountEraser, AccountEraser>();
        return services;
    }
}
