using Connector.Crash;
using Connector.Crash.Clocks;
using Connector.Crash.Disks;
using Connector.Crash.Kills;
using Connector.Crash.Power;
using Connector.Crash.Replicas;
using Connector.Crash.Running;

if (args is ["host", var variant, .. var settings]) return await VariantHost.RunAsync(variant, settings);

var (part, options) = args is ["power" or "disk" or "clock" or "replicas", .. var rest] ? (args[0], rest) : ("kills", args);
if (RunSize.Of(options) is not { } size)
{
    Console.Error.WriteLine(
        "dotnet run -c Release --project tests/crash [-- [power|disk|clock|replicas] [--rounds 25] [--points 1000] [--seed 1]"
            + " [--gap 6] [--without guard|fence|nothing]]");
    return 2;
}

return part switch
{
    "power" => await PowerCuts.RunAsync(size),
    "disk" => await DiskFaults.RunAsync(size),
    "replicas" when size.Without is { } without => await ControlRounds.RunAsync(size, without),
    "replicas" => await ReplicaRounds.RunAsync(size),
    "clock" => await ClockJumps.RunAsync(size),
    _ => await KillRounds.RunAsync(size),
};
