using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Memo.Dependencies;

/// <summary>
/// What a path leads to, from the mode that <c>stat</c> gives. The framework asks for it and keeps it to itself, and only to open a pipe takes bytes from it or
/// waits for ever; so its own native part is asked, which hides that each system lays <c>stat</c> out in its own way.
/// </summary>
[UnsupportedOSPlatform("windows")]
internal static partial class UnixFileKind
{
    public static FileStatusKind Of(int mode) => (mode & 0xF000) switch
    {
        0x8000 => FileStatusKind.Regular,
        0x4000 => FileStatusKind.Directory,
        _ => FileStatusKind.Other,
    };

    /// <summary>Asks what lies at a path where something does. Symbolic links are followed.</summary>
    public static FileStatusKind Of(string path)
    {
        try
        {
            return Stat(path, out var answer) == 0 ? Of(answer.Mode) : FileStatusKind.Unknown;
        }
        catch (Exception reason) when (reason is DllNotFoundException or EntryPointNotFoundException)
        {
            // It is no promise of the framework that this is there.
            return FileStatusKind.Unknown;
        }
    }

    [LibraryImport("libSystem.Native", EntryPoint = "SystemNative_Stat", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Stat(string path, out Answer answer);

    // Larger than what is written, which is more each few years; the mode has kept its place.
    [StructLayout(LayoutKind.Sequential, Size = 512)]
    private struct Answer
    {
        public int Flags;
        public int Mode;
    }
}
