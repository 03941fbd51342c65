using Connector.Storage;
using Microsoft.Extensions.Options;

namespace Connector.Replicas;

/// <summary>Says again and again that this process lives: one row, on a thread and a connection of its own.</summary>
/// <remarks>Behind the queue of writes it would come too late just when there is much to do.</remarks>
internal sealed partial class Heartbeat : IDisposable
{
    // So often within a lease, so that a few may fail.
    private const int BeatsInLease = 8;

    private readonly object _gate = new();
    private readonly DatabaseAside _database;
    private readonly SendDeadline _deadline;
    private readonly ReplicaOptions _options;
    private readonly ILogger<Heartbeat> _logger;
    private Thread? _thread;
    private volatile string _id = "";
    private bool _isStopping, _isLost;

    public Heartbeat(DatabaseAside database, SendDeadline deadline, IOptions<ReplicaOptions> options, ILogger<Heartbeat> logger)
    {
        (_database, _deadline, _options, _logger) = (database, deadline, options.Value, logger);
    }

    /// <summary>This process, as the others know it; another after they have given it up.</summary>
    public string Id => _id;

    public string Name => _options.Name ?? Environment.MachineName;

    /// <summary>Raised when the others have given this process up: it has no account any more.</summary>
    public event Action? Lost;

    /// <summary>Joins the others; the process lives from now on, until it is disposed of.</summary>
    public void Start()
    {
        lock (_gate)
        {
            if (_thread is not null || _isStopping) return;
            Join();
            _thread = new Thread(Run) { IsBackground = true, Name = "heartbeat" };
            _thread.Start();
        }
    }

    /// <summary>Ends it, and lets the others take over at once.</summary>
    public void Dispose() => End(isGoodbye: true);

    /// <summary>Ends it as a crash does: the others wait until the lease is over.</summary>
    public void Abandon() => End(isGoodbye: false);

    private void End(bool isGoodbye)
    {
        Thread? thread;
        lock (_gate)
        {
            if (_isStopping) return;
            _isStopping = true;
            Monitor.PulseAll(_gate);
            thread = _thread;
        }

        thread?.Join();
        _deadline.Over();
        if (isGoodbye && thread is not null) Leave();
        _database.Dispose();
    }

    private void Run()
    {
        while (Wait())
        {
            try
            {
                Beat();
                if (_isLost) Log.Found(_logger, Name, _id);
                _isLost = false;
            }
            catch (Exception error)
            {
                if (!_isLost) Log.Failed(_logger, Name, error.Message);
                _isLost = true;
            }
        }
    }

    /// <summary>Until the next beat is due; false when there is to be none.</summary>
    private bool Wait()
    {
        lock (_gate)
        {
            if (!_isStopping) Monitor.Wait(_gate, _options.Lease / BeatsInLease);
            return !_isStopping;
        }
    }

    private void Beat()
    {
        var begun = _deadline.Now;
        if (_database.Run(sql => ReplicaTable.Renew(sql, _id, _options.Lease)))
        {
            _deadline.Renewed(begun, _options.Lease);
            return;
        }

        // Others may have taken over by now, so whatever this process had counts no more.
        _deadline.Over();
        _id = "";
        Lost?.Invoke();
        Log.GivenUp(_logger, Name);
        Join();
    }

    private void Join()
    {
        var begun = _deadline.Now;
        var id = "rep_" + Guid.NewGuid().ToString("N");
        _database.Run(sql =>
        {
            ReplicaTable.Join(sql, id, Name, _options);
            return true;
        });
        _id = id;
        _deadline.Renewed(begun, _options.Lease);
    }

    private void Leave()
    {
        try
        {
            _database.Run(sql =>
            {
                ReplicaTable.Leave(sql, _id);
                return true;
            });
        }
        catch (Exception error)
        {
            // They wait until the lease is over.
            Log.Failed(_logger, Name, error.Message);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Replica {Name} cannot tell the others that it lives: {Reason} It sends nothing once its lease is "
            + "over, and others take its accounts. It goes on by itself when the database answers.")]
        public static partial void Failed(ILogger logger, string name, string reason);

        [LoggerMessage(LogLevel.Information, "Replica {Name} reaches the others again, as {Id}.")]
        public static partial void Found(ILogger logger, string name, string id);

        [LoggerMessage(LogLevel.Warning, "Replica {Name} was silent for longer than its lease, so others may have taken its accounts. It "
            + "begins anew without any; nothing needs to be done.")]
        public static partial void GivenUp(ILogger logger, string name);
    }
}
