using Connector.Accounts;
using Connector.Agents;
using Connector.Assets;
using Connector.Audience;
using Connector.Boards;
using Connector.Catalogs;
using Connector.Cli;
using Connector.Console;
using Connector.Http;
using Connector.Imports;
using Connector.Keys;
using Connector.Metrics;
using Connector.Outgoing;
using Connector.Pacing;
using Connector.Pins;
using Connector.Pinterest;
using Connector.Policy;
using Connector.Publishing;
using Connector.Replicas;
using Connector.Settings;
using Connector.Simulator;
using Connector.Sources;
using Connector.Storage;
using Connector.Webhooks;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;

namespace Connector;

/// <summary>Builds the sidecar: the services of each feature, then the pipeline every request passes.</summary>
internal static class ConnectorApp
{
    public const string DefaultUrl = "http://127.0.0.1:5280";

    /// <param name="arguments">Settings as <c>--Section:Name=value</c>.</param>
    /// <param name="replace">Lets a test replace services, such as the clock.</param>
    public static WebApplication Build(string[] arguments, Action<IServiceCollection>? replace = null)
    {
        var builder = Builder(arguments);
        replace?.Invoke(builder.Services);
        return builder.Build();
    }

    /// <summary>The services, without the operations: all that a command needs. Nothing is opened yet.</summary>
    /// <exception cref="OptionsValidationException">Settings are wrong; it holds one line for each.</exception>
    public static WebApplicationBuilder Builder(string[] arguments)
    {
        // Settings are read once: a file watcher would react to every write to a data directory inside the working directory.
        var builder = WebApplication.CreateSlimBuilder(["--hostBuilder:reloadConfigOnChange=false", .. arguments]);
        if (builder.Configuration["urls"] is not { Length: > 0 }) builder.WebHost.UseUrls(DefaultUrl);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 1024 * 1024;
        });
        builder.Logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.UseUtcTimestamp = true;
            console.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z' ";
        });
        // AddSimpleConsole chooses its own form, whatever the setting says.
        if (builder.Configuration["Logging:Console:FormatterName"] is { } form)
            builder.Services.Configure<ConsoleLoggerOptions>(console => console.FormatterName = form);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        builder.Logging.AddFilter("FastEndpoints", LogLevel.Warning);
        // Two lines a message, and an error for each of a caller's mistakes; what goes wrong in a tool is logged by ToolHandlers.
        builder.Logging.AddFilter("ModelContextProtocol", LogLevel.None);
        // It writes addresses with their query, and that of Pinterest's way back holds a code; for its scopes, which no line here shows, it
        // would also make an Activity for each request.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        var start = new StartState();
        builder.Services.AddSingleton(start);
        // Until it serves, an error of these ends the start, which says it in one line: see StartFailure.
        builder.Logging.AddFilter(
            "Microsoft.Extensions.Hosting.Internal.Host", level => level >= (start.IsComplete ? LogLevel.Warning : LogLevel.Critical));
        // Without a master key, Data Protection warns at each start that its keys are not encrypted. MasterKey is in settings.md.
        builder.Logging.AddFilter(
            "Microsoft.AspNetCore.DataProtection", level => level >= (start.IsComplete ? LogLevel.Error : LogLevel.Critical));
        Configure(builder);
        SettingsCheck.Ensure(
        [
            .. SettingsCheck.Wrong(builder.Configuration, SettingsSection.SettingsOf(builder.Services)),
            .. StorageFeature.Wrong(builder.Configuration),
            .. AssetsFeature.Wrong(builder.Configuration),
            .. HostSettings.Wrong(builder.Configuration),
        ]);
        return builder;
    }

    /// <summary>The pipeline every request passes, and the operations at its end.</summary>
    public static void Use(WebApplication app)
    {
        var hasConsole = ConsoleOptions.IsEnabled(app.Configuration);
        app.UseRequests();
        if (hasConsole) app.UseConsole();
        app.UseOperations();
        app.MapAgents();
        app.MapConnectPages();
        app.MapSimulatorPages();
        if (hasConsole) app.MapConsole();
        BuildOnce(app);
    }

    /// <summary>Builds the endpoints, which compiles code for each; to be called beside the start of the server.</summary>
    public static int BuildEndpoints(IEndpointRouteBuilder routes) => routes.DataSources.Sum(source => source.Endpoints.Count);

    /// <summary>Does what the first requests would have to wait for.</summary>
    public static void WarmUp(IServiceProvider services) => services.WarmUpPins();

    /// <summary>
    /// Routing and authorization each keep the endpoints they were given, and each would build all of them: a third of the first request.
    /// </summary>
    private static void BuildOnce(IEndpointRouteBuilder routes)
    {
        var all = new CompositeEndpointDataSource([.. routes.DataSources]);
        routes.DataSources.Clear();
        routes.DataSources.Add(all);
    }

    private static void Configure(WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(Random.Shared);

        services.AddHttp(Operations.All);
        services.AddStorage(builder.Configuration);
        services.AddReplicas(StorageFeature.IsShared(builder.Configuration));
        services.AddKeys();
        services.AddOutgoing();
        services.AddWebhooks(StorageFeature.IsShared(builder.Configuration));
        services.AddPinterest();
        services.AddSimulator();
        services.AddPacing();
        services.AddAccounts();
        services.AddBoards();
        services.AddAssets(builder.Configuration);
        services.AddPins();
        services.AddImports();
        services.AddSources();
        services.AddPinMetrics();
        services.AddAudience();
        services.AddCatalogs();
        services.AddCatalogItems();
        services.AddPolicy();
        services.AddPublishing(StorageFeature.IsShared(builder.Configuration));
        services.AddSettings<ConsoleOptions>(ConsoleOptions.Section);
        if (ConsoleOptions.IsEnabled(builder.Configuration)) services.AddConsole();
        services.AddAgents(ConsoleOptions.IsEnabled(builder.Configuration));
        // The last, because it takes whatever the handlers of the features leave.
        services.AddExceptionHandler<UnexpectedErrors>();
    }
}
