using Connector.Accounts.Apps;
using Connector.Accounts.Calls;
using Connector.Accounts.Changes;
using Connector.Accounts.OAuth;
using Connector.Accounts.Reading;
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
        services.AddApps();
        services.AddConnecting();
        services.AddSingleton<AccountStore>();
        services.AddSingleton<AccountEvents>();
        services.AddSingleton<AccountCache>();
        services.AddSingleton<AccountChanges>();
        services.AddSingleton<AccountLog>();
        services.AddSingleton<AccountChoice>();
        services.AddSingleton<AskedScopes>();
        services.AddSingleton<AccountConnector>();
        services.AddSingleton<AccountActions>();
        services.AddSingleton<AccountSessions>();
        services.AddSingleton<DirectWrites>();
        services.AddSingleton<AccountReads>();
        services.AddSingleton<TokenStore>();
        services.AddSingleton<TokenVault>();
        services.AddSingleton<TokenRefresher>();
        services.AddSingleton<ReconnectWarnings>();
        services.AddHostedService<TokenRefreshWorker>();
        return services;
    }

    private static void AddApps(this IServiceCollection services)
    {
        services.AddSingleton<AppStore>();
        services.AddSingleton<AppProbe>();
        services.AddSingleton<PinterestApps>();
    }

    private static void AddConnecting(this IServiceCollection services)
    {
        services.AddSingleton(new SettingsSection(OAuthOptions.Section, typeof(OAuthOptions)));
        services.AddOptions<OAuthOptions>().Configure<IConfiguration>((oauth, configuration) => oauth.Read(configuration));
        services.AddSingleton<ConnectionStore>();
        services.AddSingleton<ReturnAddress>();
        services.AddSingleton<AccountConnections>();
        services.AddSingleton<ConnectionGuard>();
        services.AddSingleton<BrowserCookie>();
        services.AddSingleton<AuthorizeAddress>();
        services.AddSingleton<Consent>();
        services.AddSingleton<FailurePage>();
        services.AddSingleton<SuccessPage>();
        services.AddSingleton<BeginPage>();
        services.AddSingleton<CallbackPage>();
    }
}
