using System.Data.Common;
using Azure;

namespace Synerity.SupportBot.Storage;

/// <summary>Tells the store being away, which passes, from a bug, which does not.</summary>
public static class StoreFault
{
    /// <summary>True for what the stores throw when they are slow, busy or away.</summary>
    public static bool Is(Exception fault) =>
        fault is DbException or RequestFailedException or IOException or TimeoutException or OperationCanceledException or ObjectDisposedException or ConflictException
        || (fault is AggregateException several && several.InnerExceptions.All(Is));
}
