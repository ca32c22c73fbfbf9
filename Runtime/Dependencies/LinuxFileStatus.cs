using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Memo.Dependencies;

/// <summary>The system call <c>statx</c>: the one that has the same layout on every processor (Linux man pages, statx(2)).</summary>
[SupportedOSPlatform("linux")]
internal static partial class LinuxFileStatus
{
    private const int CurrentDirectory = -100; // AT_FDCWD
    private const uint Wanted = 0x1 | 0x40 | 0x80 | 0x100 | 0x200; // type, modification time, change time, inode, size
    private const int NoEntry = 2; // ENOENT
    private const int NotADirectory = 20; // ENOTDIR: a part of the path is a file, so nothing lies below it

    private static volatile bool _missing;

    /// <summary>Asks for a file's status.</summary>
    /// <returns>False if the system does not know the call, which old ones and some sandboxes do not.</returns>
    public static bool TryGet(string path, out FileStatus status)
    {
        status = default;
        if (_missing) return false;
        try
        {
            if (StatX(CurrentDirectory, path, 0, Wanted, out var answer) == 0)
            {
                if ((answer.Mask & Wanted) != Wanted) return false;
                status = new(UnixFileKind.Of(answer.Mode), new FileIdentity(((ulong)answer.DeviceMajor << 32) | answer.DeviceMinor, answer.Inode,
                    answer.Size, answer.Modified.Seconds, answer.Modified.Nanoseconds, answer.Changed.Seconds, answer.Changed.Nanoseconds));
                return true;
            }
        }
        catch (Exception reason) when (reason is DllNotFoundException or EntryPointNotFoundException)
        {
            // A C library of before 2018, or another one: the portable way serves.
            _missing = true;
            return false;
        }
        if (Marshal.GetLastPInvokeError() is not (NoEntry or NotADirectory)) return false;
        status = FileStatus.Absent;
        return true;
    }

    [LibraryImport("libc", EntryPoint = "statx", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int StatX(int directory, string path, int flags, uint mask, out Answer answer);

    [StructLayout(LayoutKind.Sequential)]
    private struct Time
    {
        public long Seconds;
        public uint Nanoseconds;
        public int Reserved;
    }

    [StructLayout(LayoutKind.Sequential, Size = 256)]
    private struct Answer
    {
        public uint Mask;
        public uint BlockSize;
        public ulong Attributes;
        public uint Links;
        public uint User;
        public uint Group;
        public ushort Mode;
        public ushort Spare;
        public ulong Inode;
        public ulong Size;
        public ulong Blocks;
        public ulong AttributesMask;
        public Time Accessed;
        public Time Born;
        public Time Changed;
        public Time Modified;
        public uint SpecialMajor;
        public uint SpecialMinor;
        public uint DeviceMajor;
        public uint DeviceMinor;
    }
}
