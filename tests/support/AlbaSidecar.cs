using Alba;
using Connector.Cli;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Connector.Tests.Support;

/// <summary>Starts the sidecar on Alba's server in memory.</summary>
internal static class AlbaSidecar
{
    public static async Task<IAlbaHost> StartAsync(WebApplicationBuilder builder)
    {
        WebApplication? app = null;
        // Alba starts what it built at once: what the sidecar does before its start has to be a part of the start.
        builder.Services.Insert(0, ServiceDescriptor.Singleton<IHostedService>(new BeforeStart(() => app!.PrepareAsync())));
        builder.Services.AddTransient<IStartupFilter, BodySizeLimit>();
        try
        {
            var host = await AlbaHost.For(builder, built => ConnectorApp.Use(app = built));
            // Kestrel allows none either.
            host.Server.AllowSynchronousIO = false;
            await host.Services.FinishStartAsync();
            return host.BeforeEach(http => http.Request.Headers.Authorization = "Bearer " + SidecarApp.BootstrapKey);
        }
        catch
        {
            if (app is not null) await app.DisposeAsync();
            throw;
        }
    }

    private sealed class BeforeStart(Func<Task> prepare) : IHostedLifecycleService
    {
        public Task StartingAsync(CancellationToken cancellationToken) => prepare();

        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }

    /// <summary>Operations set the largest body they take, and the server in memory has no such setting; it never refuses a body.</summary>
    private sealed class BodySizeLimit : IStartupFilter, IHttpMaxRequestBodySizeFeature
    {
        public bool IsReadOnly => false;

        public long? MaxRequestBodySize { get; set; }

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((HttpContext http, RequestDelegate rest) =>
            {
                http.Features.Set<IHttpMaxRequestBodySizeFeature>(new BodySizeLimit());
                return rest(http);
            });
            next(app);
        };
    }
}
