using Connector.Cli;
using Connector.Crash.Clocks;
using Connector.Crash.Power;
using Connector.Crash.Replicas;
using Connector.Replicas;
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

    /// <summary>A replica that looks late whether it may still send, without the guard, the fence or nothing.</summary>
    public const string Without = "without-";

    public static async Task<int> RunAsync(string variant, string[] settings)
    {
        await using var app = ConnectorApp.Build(settings, services => services.Replace(variant switch
        {
            Clock => ServiceDescriptor.Singleton<TimeProvider>(JumpingClock.SetBy(System.Console.In)),
            Without + RunSize.Guard => ServiceDescriptor.Singleton(provider => LateLeases(provider, hasGuard: false)),
            Without + RunSize.Fence => ServiceDescriptor.Singleton(provider => LateLeases(provider, hasFence: false)),
            Without + RunSize.Nothing => ServiceDescriptor.Singleton(provider => LateLeases(provider)),
            Unsafe => ServiceDescriptor.Singleton<Database, UnsafeDatabase>(),
            _ => throw new ArgumentException($"There is no variant \"{variant}\"."),
        }));
        await app.ServeAsync();
        return 0;
    }

    private static IAccountLeases LateLeases(IServiceProvider provider, bool hasGuard = true, bool hasFence = true) => new LateLeases(
        provider.GetRequiredService<AccountLeases>(), provider.GetRequiredService<SendDeadline>(), hasGuard, hasFence);
}
