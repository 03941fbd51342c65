using Connector.Accounts.Calls;
using Connector.Accounts.Changes;
using Connector.Accounts.Tokens;
using Connector.Settings;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;

namespace Connector.Accounts;

/// <summary>Registers accounts, their tokens and the key ring that seals these.</summary>
internal static class AccountsFeature
{
    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddSettings<MasterKeyOptions>(MasterKeyOptions.Section);
        services.AddDataProtection().SetApplicationName("pinterest-connector");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>, KeyRingStorage>();
        services.AddExceptionHandler<PinterestProblemHandler>();
        services.AddSingleton<AccountStore>();
        services.AddSingleton<AccountCache>();
        services.AddSingleton<AccountChanges>();
        services.AddSingleton<AccountLog>();
        services.AddSingleton<AccountChoice>();
        services.AddSingleton<AccountConnector>();
        services.AddSingleton<AccountActions>();
        services.AddSingleton<AccountSessions>();
        services.AddSingleton<TokenStore>();
        services.AddSingleton<TokenVault>();
        services.AddSingleton<TokenRefresher>();
        services.AddHostedService<TokenRefreshWorker>();
        return services;
    }
}
