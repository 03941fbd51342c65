using Connector.Accounts;
using Connector.Console.Pages.Queue;
using Connector.Console.Requests;
using Connector.Console.Shell;
using Connector.Console.SignIn;
using Connector.Http;
using Connector.Keys;
using Microsoft.AspNetCore.Antiforgery;

namespace Connector.Console;

/// <summary>Registers the pages for people and serves them; not called when they are switched off.</summary>
internal static class ConsoleFeature
{
    public static IServiceCollection AddConsole(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddHttpContextAccessor();
        services.AddAntiforgery(forms =>
        {
            forms.FormFieldName = "forgery_token";
            forms.HeaderName = "X-Forgery-Token";
            forms.Cookie.Name = "connector_forgery";
            forms.Cookie.SameSite = SameSiteMode.Strict;
            forms.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            forms.SuppressXFrameOptionsHeader = true;
        });
        services.AddSingleton(new BackLink("Publish a pin", "/pins/new", BackLinkUse.Connected));
        services.AddSingleton(new BackLink("Make a new link", "/accounts/connect", BackLinkUse.DeadLink));
        services.AddSingleton(new BackLink("Go to the accounts", "/accounts", BackLinkUse.Always));
        services.AddSingleton<SignInLinks>();
        services.AddSingleton<SignInAttempts>();
        services.AddSingleton<Sessions>();
        services.AddSingleton<EndedSessions>();
        services.AddSingleton<KnownHosts>();
        services.AddSingleton<Notices>();
        services.AddSingleton<ErrorPages>();
        services.AddSingleton<ConsoleRequests>();
        services.AddSingleton<BulkActions>();
        services.AddSingleton<BoardNames>();
        return services;
    }

    /// <summary>To be called after authentication by key and before authorization.</summary>
    public static void UseConsole(this WebApplication app)
    {
        app.Use(app.Services.GetRequiredService<ConsoleRequests>().HandleAsync);
        app.UseAntiforgery();
        app.Use(ConsoleRequests.RefuseForged);
    }

    public static void MapConsole(this WebApplication app)
    {
        app.MapGet("/console/{file}", AssetFiles.Serve).AllowAnonymous().ExcludeFromDescription();
        var pages = app.MapGroup("").WithMetadata(new ConsoleEndpoint(), new RequireAntiforgeryTokenAttribute()).ExcludeFromDescription();
        pages.MapPost("/sign-out", SignOut.Handle);
        pages.MapGet("/policy/{file}", PolicyFiles.Serve).WithMetadata(new NeedsScopeAttribute(Scope.Read));
        pages.MapGet("/pictures/{assetId}", PictureFiles.ServeAsync);
        pages.MapPost(PictureUploads.Path, PictureUploads.Handle)
            .WithMetadata(new NeedsScopeAttribute(Scope.Publish), new RequireAntiforgeryTokenAttribute(required: false));
        pages.MapRazorComponents<App>();
    }
}
