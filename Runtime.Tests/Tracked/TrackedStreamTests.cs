using System.Security.Cryptography;
using System.Text;

namespace Memo.Runtime.Tests.Tracked;

/// <summary>Streams over tracked files: however they are read, what is recorded is what was read, or nothing is stored.</summary>
public sealed class TrackedStreamTests : TrackedTests
{
    private readonly string _path;

    public TrackedStreamTests() => _path = Bench.Write("a.bin", Content('a'));

    private static IEnumerable<TestCaseData> Ways =>
    [
        Way("Read into an array", stream => stream.Read(new byte[100], 10, 50)),
        Way("Read into a span", stream => stream.Read(new byte[100].AsSpan(10, 50))),
        Way("ReadByte", stream => stream.ReadByte()),
        Way("ReadAsync into an array", stream => stream.ReadAsync(new byte[100], 10, 50).Result),
        Way("ReadAsync into memory", stream => stream.ReadAsync(new byte[100].AsMemory(10, 50)).AsTask().Result),
        Way("BeginRead", stream => stream.EndRead(stream.BeginRead(new byte[100], 0, 50, null, null))),
        Way("ReadExactly", stream => stream.ReadExactly(new byte[100])),
        Way("ReadAtLeast", stream => stream.ReadAtLeast(new byte[100], 20)),
        Way("CopyTo", stream => stream.CopyTo(new MemoryStream())),
        Way("CopyToAsync", stream => stream.CopyToAsync(new MemoryStream()).Wait()),
        Way("BinaryReader", stream => new BinaryReader(stream).ReadInt32()),
        Way("StreamReader", stream => new StreamReader(stream).ReadLine()),
        Way("SHA256", stream => SHA256.HashData(stream)),
        Way("Nothing", static _ => { }),
        Way("Length", stream => stream.Length),
        Way("Seek to the end", stream => stream.Seek(0, SeekOrigin.End)),
        Way("Seek from the end", stream => (stream.Seek(-5, SeekOrigin.End), stream.ReadByte())),
        Way("Read and rewind", stream => (stream.ReadByte(), stream.Position = 0, stream.ReadByte())),
        Way("Read to the end and rewind", stream => (stream.Read(new byte[100_000], 0, 100_000), stream.Position = 0, stream.ReadByte())),
        Way("Skip", stream => (stream.ReadByte(), stream.Seek(1000, SeekOrigin.Current), stream.ReadByte())),
        Way("Skip and copy", stream => (stream.Position = 7, Copied(stream))),
    ];

    [TestCaseSource(nameof(Ways))]
    public void A_change_of_a_byte_anywhere_makes_the_method_run(Action<Stream> read)
    {
        string Body()
        {
            using var stream = TrackedFile.OpenRead(_path);
            read(stream);
            return "";
        }
        AssertRemembered(Body, "");
        foreach (var changed in (int[])[0, 60, 19_999])
        {
            Bench.Write("a.bin", Content('a', changed));
            AssertRerun(Body, "", $"file {_path}");
        }
        Bench.Write("a.bin", Content('a'));
        AssertHit(Body, "");
    }

    [TestCaseSource(nameof(Ways))]
    public void It_gives_what_the_stream_of_File_gives(Action<Stream> read)
    {
        string Read(Func<FileStream> open)
        {
            using var stream = open();
            read(stream);
            var place = stream.Position;
            var rest = Copied(stream);
            stream.Position = 3;
            return $"{place} {stream.Length} {stream.Position} {stream.CanSeek} {stream.CanRead} {stream.CanWrite} {stream.Name} {Convert.ToHexString(rest)} {stream.ReadByte()}";
        }
        File.WriteAllBytes(_path, [.. Enumerable.Range(0, 20_000).Select(i => (byte)(i * 7))]);
        Assert.That(Run(() => Read(() => TrackedFile.OpenRead(_path))), Is.EqualTo(Read(() => File.OpenRead(_path))));
        Assert.That(Bench.Entries, Has.Length.EqualTo(1));
    }

    // Every sequence of steps gives what the stream of File gives, and what is recorded is what the file is.
    [Test]
    public void It_gives_what_the_stream_of_File_gives_in_whatever_order([Range(1, 60)] int seed)
    {
        File.WriteAllBytes(_path, [.. Enumerable.Range(0, seed % 3 == 0 ? 100 : 20_000).Select(i => (byte)(i * seed))]);
        var expected = Steps(new Random(seed), File.OpenRead(_path));
        AssertRemembered(() => Steps(new Random(seed), TrackedFile.OpenRead(_path)), expected);
        Assert.That(File.ReadAllText(Bench.SingleEntry), Does.Contain(Bench.Start().Surroundings.Files.Of(_path).Fingerprint));
    }

    private static string Steps(Random random, FileStream stream)
    {
        using var closed = stream;
        var log = new StringBuilder();
        for (var steps = random.Next(1, 12); steps > 0; steps--)
        {
            var buffer = new byte[random.Next(3) == 0 ? random.Next(30_000) : random.Next(200)];
            switch (random.Next(9))
            {
                case 0:
                    log.Append(stream.ReadByte());
                    break;
                case 1:
                    log.Append(stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false));
                    break;
                case 2:
                    log.Append(stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false).AsTask().Result);
                    break;
                case 3:
                    log.Append(stream.Seek(random.Next(25_000), SeekOrigin.Begin));
                    break;
                case 4:
                    log.Append(stream.Seek(random.Next(100), SeekOrigin.Current));
                    break;
                case 5:
                    log.Append(stream.Seek(-random.Next(100), SeekOrigin.End));
                    break;
                case 6:
                    log.Append(stream.Position).Append('/').Append(stream.Length);
                    break;
                case 7:
                    log.Append(Convert.ToHexString(Copied(stream)));
                    break;
                default:
                    stream.Flush();
                    break;
            }
            log.Append(' ').Append(Convert.ToHexString(SHA256.HashData(buffer))).AppendLine();
        }
        return log.ToString();
    }

    [Test]
    public async Task It_may_be_closed_without_holding_a_thread()
    {
        Task<string?> Call() => RunAsync(async () =>
        {
            await using var stream = TrackedFile.OpenRead(_path);
            var buffer = new byte[10];
            await stream.ReadExactlyAsync(buffer);
            return Encoding.UTF8.GetString(buffer);
        });
        await Call();
        await Call();
        Assert.That(TakeRuns(), Is.EqualTo(1));
        Bench.Write("a.bin", Content('a', 15_000));
        await Call();
        Assert.That(TakeRuns(), Is.EqualTo(1));
    }

    [Test]
    public void A_stream_that_is_open_when_the_call_ends_is_not_remembered()
    {
        Bench.Write("a.bin", "a\nb");
        var open = new List<IDisposable>();
        AssertNotStored(() =>
        {
            open.Add(TrackedFile.OpenRead(_path));
            return "";
        }, "", $"file {_path} is still open when the call ends");
        AssertNotStored(() =>
        {
            var reader = TrackedFile.OpenText(_path);
            open.Add(reader);
            return reader.ReadLine();
        }, "a", $"file {_path} is still open when the call ends");
        var lines = TrackedFile.ReadLines(_path);
        AssertNotStored(() =>
        {
            lines = TrackedFile.ReadLines(_path);
            return "";
        }, "", $"file {_path} is still open when the call ends");
        Assert.That(lines.Count(), Is.EqualTo(2));
        open.ForEach(stream => stream.Dispose());
        Assert.That(Bench.Entries, Is.Empty);
    }

    [Test]
    public void A_stream_that_was_read_to_its_end_is_known_without_being_closed()
    {
        string Body() => $"{TrackedFile.OpenText(_path).ReadToEnd().Length}";
        AssertRemembered(Body, "20000");
        Bench.Write("a.bin", "short");
        AssertRerun(Body, "5", $"file {_path}");
    }

    [Test]
    public void What_is_read_after_the_call_ended_is_no_part_of_it()
    {
        FileStream? left = null;
        AssertRemembered(() =>
        {
            left = TrackedFile.OpenRead(_path);
            left.CopyTo(Stream.Null);
            return "";
        }, "");
        Bench.Write("b.bin", "");
        File.AppendAllText(_path, "more");
        Assert.That(left!.ReadByte(), Is.EqualTo((int)'m'));
        left.Dispose();
        File.WriteAllText(_path, Content('a'));
        AssertHit(() => "", "");
    }

    [Test]
    public void Lines_that_are_not_all_asked_for_are_recorded_all()
    {
        Bench.Write("a.bin", "one\ntwo\nthree");
        string Body() => TrackedFile.ReadLines(_path).First();
        AssertRemembered(Body, "one");
        Bench.Write("a.bin", "one\ntwo\nfour");
        AssertRerun(Body, "one", $"file {_path}");
    }

    [TestCase("before")]
    [TestCase("after")]
    [TestCase("end")]
    public void A_file_that_changes_while_it_is_read_is_not_remembered(string moment)
    {
        AssertNotStored(() =>
        {
            File.WriteAllText(_path, Content('a'));
            using var stream = TrackedFile.OpenRead(_path);
            if (moment != "before") stream.ReadExactly(new byte[10]);
            if (moment == "end") stream.CopyTo(Stream.Null);
            File.AppendAllText(_path, "b");
            stream.CopyTo(Stream.Null);
            return "";
        }, "", $"file {_path} changed while it was read");
    }

    [TestCase(0)]
    [TestCase(1_000)]
    [TestCase(32 * 1024)]
    [TestCase(100_000)]
    public void How_far_a_reader_is_ahead_is_the_same_within_and_outside_of_calls(int length)
    {
        var path = Bench.Write("a", string.Concat(Enumerable.Repeat("line\n", length / 5)));
        string Read()
        {
            using var reader = TrackedFile.OpenText(path);
            return $"{reader.ReadLine()} {reader.BaseStream.Position} {reader.ReadToEnd().Length} {reader.BaseStream.Position}";
        }

        AssertRemembered(Read, Read());
    }

    [Test]
    public void A_file_that_shrinks_while_it_is_read_is_not_remembered() => AssertNotStored(() =>
    {
        File.WriteAllText(_path, Content('a'));
        using var stream = TrackedFile.OpenRead(_path);
        var length = stream.Length;
        File.WriteAllText(_path, "a");
        stream.CopyTo(Stream.Null);
        return $"{length}";
    }, "20000", $"file {_path} changed while it was read");

    [Test]
    public void A_file_that_changes_before_somebody_jumps_is_not_remembered() => AssertNotStored(() =>
    {
        File.WriteAllText(_path, Content('a'));
        using var stream = TrackedFile.OpenRead(_path);
        stream.ReadExactly(new byte[100]);
        File.WriteAllText(_path, Content('b'));
        stream.Position = 15_000;
        return $"{(char)stream.ReadByte()}";
    }, "b", $"file {_path} changed while it was read");

    [Test]
    public void A_file_that_is_replaced_by_one_of_the_same_content_is_the_same()
    {
        if (!OperatingSystem.IsLinux()) Assert.Ignore("Elsewhere an open file is not replaced.");
        string Body() => TrackedFile.ReadAllText(_path);
        AssertRemembered(Body, Content('a'));
        File.Move(Bench.Write("b.bin", Content('a')), _path, overwrite: true);
        AssertHit(Body, Content('a'));
    }

    [Test]
    public void Whoever_jumps_in_a_very_large_file_is_not_remembered_and_whoever_does_not_is()
    {
        using (var file = File.Create(_path)) file.SetLength((64 << 20) + 1);
        AssertNotStored(() =>
        {
            using var stream = TrackedFile.OpenRead(_path);
            stream.Seek(-1, SeekOrigin.End);
            return $"{stream.ReadByte()} {stream.ReadByte()}";
        }, "0 -1", $"file {_path} is read out of order, and is too large to be copied for that");
        string Body()
        {
            using var stream = TrackedFile.OpenRead(_path);
            return $"{stream.ReadByte()} {stream.Length}";
        }
        AssertRemembered(Body, "0 67108865");
    }

    [Test]
    public void Whoever_takes_the_handle_is_not_remembered() => AssertNotStored(() =>
    {
        using var stream = TrackedFile.OpenRead(_path);
        var one = new byte[1];
        RandomAccess.Read(stream.SafeFileHandle, one, 100);
        return $"{(char)one[0]}";
    }, "a", $"file {_path} is read through its handle");

    [Test]
    public void A_closed_stream_gives_nothing()
    {
        Run(() =>
        {
            var stream = TrackedFile.OpenRead(_path);
            stream.Position = 5;
            stream.Dispose();
            stream.Dispose();
            Assert.Throws<ObjectDisposedException>(() => stream.ReadByte());
            Assert.Throws<ObjectDisposedException>(() => stream.Position = 0);
            return "";
        });
        Assert.That(Bench.Entries, Has.Length.EqualTo(1));
    }

    [Test]
    public void Nothing_lies_before_the_beginning() => Run(() =>
    {
        using var stream = TrackedFile.OpenRead(_path);
        Assert.Throws<IOException>(() => stream.Seek(-1, SeekOrigin.Begin));
        Assert.Throws<ArgumentOutOfRangeException>(() => stream.Position = -1);
        Assert.Throws<ArgumentException>(() => stream.Seek(0, (SeekOrigin)7));
        return "";
    });

    [Test]
    public void Only_reading_is_offered()
    {
        Assert.Throws<ArgumentException>(() => TrackedFile.Open(_path, FileMode.OpenOrCreate, FileAccess.Read));
        Assert.Throws<ArgumentException>(() => TrackedFile.Open(_path, FileMode.Open, FileAccess.ReadWrite));
        Assert.Throws<ArgumentException>(() => TrackedFile.Open(_path, new FileStreamOptions { Mode = FileMode.Truncate }));
        Assert.Throws<ArgumentException>(() => TrackedFile.Open(_path, new FileStreamOptions { Options = FileOptions.DeleteOnClose }));
        Assert.Throws<ArgumentNullException>(() => TrackedFile.Open(_path, null!));
        Run(() =>
        {
            using var stream = TrackedFile.Open(_path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            Assert.Throws<NotSupportedException>(() => stream.WriteByte(1));
            return "";
        });
    }

    private static string Content(char letter, int changed = -1) =>
        new([.. Enumerable.Range(0, 20_000).Select(i => i == changed ? '!' : letter)]);

    private static byte[] Copied(Stream stream)
    {
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    private static TestCaseData Way(string name, Action<Stream> read) => new TestCaseData(read).SetArgDisplayNames(name);

    private static TestCaseData Way<T>(string name, Func<Stream, T> read) => Way(name, stream => { _ = read(stream); });
}
