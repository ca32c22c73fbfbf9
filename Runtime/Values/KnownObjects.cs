using System.Globalization;
using System.Net;

namespace Memo.Values;

/// <summary>Objects that the framework has one of, which entries name instead of describing them.</summary>
internal static class KnownObjects
{
    /// <summary>The addresses that cannot be changed.</summary>
    public static IPAddress[] Addresses { get; } =
        [IPAddress.Any, IPAddress.Loopback, IPAddress.Broadcast, IPAddress.None, IPAddress.IPv6Any, IPAddress.IPv6Loopback, IPAddress.IPv6None];

    /// <summary>The unchangeable culture of a name, of which there is one in a process; null if there is none of that name.</summary>
    public static CultureInfo? FindCulture(string name)
    {
        try
        {
            return name.Length == 0 ? CultureInfo.InvariantCulture : CultureInfo.GetCultureInfo(name);
        }
        catch (CultureNotFoundException)
        {
            return null;
        }
    }
}
