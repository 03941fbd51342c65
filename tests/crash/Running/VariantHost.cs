using Connector.Cli;
using Connector.Crash.Clocks;
using Connector.Crash.Power;
using Connector.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Connector.Crash.Running;

/// <summary>Hosts a sidecar with one thing changed, in a process of its own.</summary>
internal static class VariantHost
{
    /// <summary>The sidecar with a clock that is set by lines on its standard input.</summary>
    public const string Clock = "clock";

    /// <summary>The sidecar with a database that does not wait for the disk: the control of the power cuts.</summary>
    public const string Unsafe = "unsafe";

    public static async Task<int> RunAsync(string variant, string[] settings)
    {
        await using var app = ConnectorApp.Build(settings, services => services.Replace(variant switch
        {
            Clock => ServiceDescriptor.Singleton<TimeProvider>(JumpingClock.SetBy(System.Console.In)),
            Unsafe => ServiceDescriptor.Singleton<Database, UnsafeDatabase>(),
            _ => throw new ArgumentException($"There is no variant \"{variant}\"."),
        }));
        await app.ServeAsync();
        return 0;
    }
}
