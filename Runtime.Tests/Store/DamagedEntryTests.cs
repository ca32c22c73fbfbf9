using System.Security.Cryptography;
using System.Text;

namespace Memo.Runtime.Tests.Store;

public sealed class DamagedEntryTests : WorkbenchTests
{
    public DamagedEntryTests() => Invoke("a", _ => "value");

    [Test]
    public void A_bit_flipped_anywhere_is_a_miss_and_is_replaced()
    {
        var path = Bench.SingleEntry;
        var intact = File.ReadAllBytes(path);
        for (var i = 0; i < intact.Length; i++)
        {
            var damaged = intact.ToArray();
            damaged[i] ^= (byte)(1 << (i % 8));
            IsReplaced(path, damaged, $"byte {i}");
        }
    }

    [Test]
    public void A_file_cut_off_anywhere_is_a_miss_and_is_replaced()
    {
        var path = Bench.SingleEntry;
        var intact = File.ReadAllBytes(path);
        for (var length = 0; length < intact.Length; length++) IsReplaced(path, intact[..length], $"{length} bytes");
    }

    [TestCase("{}")]
    [TestCase("null")]
    [TestCase("[]")]
    [TestCase("\0\0\0\0")]
    [TestCase("{\"sha256\":\"\",\"entry\":{}}")]
    public void Another_content_is_a_miss_and_is_replaced(string content) => IsReplaced(Bench.SingleEntry, Encoding.UTF8.GetBytes(content), content);

    [TestCase(" ")]
    [TestCase("\n")]
    [TestCase("{}")]
    [TestCase("\0")]
    public void Bytes_after_the_end_are_a_miss(string more)
    {
        var path = Bench.SingleEntry;
        IsReplaced(path, [.. File.ReadAllBytes(path), .. Encoding.UTF8.GetBytes(more)], more);
    }

    [Test]
    public void Two_entries_that_were_swapped_are_misses()
    {
        var first = Bench.SingleEntry;
        Invoke("b", _ => "other");
        var second = Bench.Entries.Single(path => path != first);
        var (x, y) = (File.ReadAllBytes(first), File.ReadAllBytes(second));
        File.WriteAllBytes(first, y);
        File.WriteAllBytes(second, x);
        Assert.That(Invoke("a", _ => "again"), Is.EqualTo("again"));
        Assert.That(Invoke("b", _ => "anew"), Is.EqualTo("anew"));
        Assert.That(Bench.LastLine, Does.EndWith(": entry damaged"));
    }

    // A hostile file has a right checksum: then the reader itself must hold.
    [TestCase("\"value\":\"value\"", "\"value\":12345", TestName = "A value of another type is a miss")]
    [TestCase("\"value\":\"value\"", "\"value\":null,\"x\":0", TestName = "A member too many is a miss")]
    [TestCase("\"format\":1", "\"format\":2", TestName = "Another format is a miss")]
    [TestCase("\"size\":7", "\"size\":2147483647", TestName = "A size beyond the file is a miss")]
    [TestCase("\"size\":7", "\"size\":9223372036854775807", TestName = "A size beyond any file is a miss")]
    [TestCase("\"size\":7", "\"size\":-7", TestName = "A negative size is a miss")]
    [TestCase("\"size\":7", "\"size\":1e400", TestName = "A size that is no number is a miss")]
    [TestCase("\"size\":7", "\"size\":6", TestName = "A size that cuts the value is a miss")]
    [TestCase("\"trace\":[]", "\"trace\":[\"file\"]", TestName = "A trace that ends early is a miss")]
    [TestCase("\"trace\":[]", "\"trace\":[\"file\",\"../../etc/passwd\",\"x\"]", TestName = "A trace of another file is a miss")]
    [TestCase("\"trace\":[]", "\"trace\":[\"$type\",\"System.Object\",\"x\"]", TestName = "A trace of an unknown kind is a miss")]
    [TestCase("\"trace\":[]", "\"trace\":[\"file\",\"a\\u0000b\",\"absent\"]", TestName = "A trace of a name that is no path is a miss")]
    [TestCase("\"computed\":0", "\"computed\":0,\"computed\":0", TestName = "A member twice is a miss")]
    public void Content_with_a_right_checksum_is_not_trusted(string written, string hostile)
    {
        var path = Bench.SingleEntry;
        var text = File.ReadAllText(path);
        Assert.That(text, Does.Contain(written));
        Reseal(path, text.Replace(written, hostile, StringComparison.Ordinal));
        Assert.That(Invoke("a", _ => "computed"), Is.EqualTo("computed"));
    }

    [Test]
    public void Depth_has_a_limit()
    {
        var path = Bench.SingleEntry;
        var value = new string('[', 1_000_000);
        Reseal(path, File.ReadAllText(path).Replace("\"size\":7", $"\"size\":{value.Length}", StringComparison.Ordinal)
            .Replace("\"value\":\"value\"", "\"value\":" + value, StringComparison.Ordinal));
        Assert.That(Invoke("a", _ => "computed"), Is.EqualTo("computed"));
    }

    [TestCase("[2147483647,null]")]
    [TestCase("[-1]")]
    [TestCase("[3,null]")]
    [TestCase("[1,[5,2147483647,\"AAAA\"]]")]
    [TestCase("[1,[5,-4,\"AAAA\"]]")]
    [TestCase("[1,[5,1,\"AAAAAAA\"]]")]
    [TestCase("[1,[5,1,\"AAAA####\"]]")]
    [TestCase("[1,[7,1,\"AAAAAAAAAAA=\"]]")]
    [TestCase("[1,[5,1,\"AAAAAA==\"],null]")]
    public void A_count_is_not_trusted(string value)
    {
        foreach (var entry in Bench.Entries) File.Delete(entry);
        var method = new MemoizedMethod<List<int>?[]?>(Manifests.Of(), Bench.Start(memory: 0));
        method.Invoke(new ListCall(null, _ => []));
        var path = Bench.SingleEntry;
        Reseal(path, File.ReadAllText(path).Replace("\"size\":3", $"\"size\":{value.Length}", StringComparison.Ordinal)
            .Replace("\"value\":[0]", "\"value\":" + value, StringComparison.Ordinal));
        var again = method.Invoke(new ListCall(null, _ => [[1, 2]]))!;
        Assert.That(again[0], Is.EqualTo(new[] { 1, 2 }));
    }

    [Test]
    public void An_entry_that_vanishes_is_a_miss()
    {
        Directory.Delete(Bench.Store, recursive: true);
        Assert.That(Invoke("a", _ => "again"), Is.EqualTo("again"));
        Assert.That(Invoke("a", Never), Is.EqualTo("again"));
    }

    private void IsReplaced(string path, byte[] damaged, string what)
    {
        File.WriteAllBytes(path, damaged);
        Assert.That(Invoke("a", _ => "computed"), Is.EqualTo("computed"), what);
        Assert.That(Bench.LastLine, Does.EndWith(": entry damaged"), what);
        Assert.That(Invoke("a", Never), Is.EqualTo("computed"), what);
        Assert.That(Bench.Warnings, Is.Empty);
    }

    private static void Reseal(string path, string text)
    {
        var content = Encoding.UTF8.GetBytes(text[77..]);
        var hash = Convert.ToHexStringLower(SHA256.HashData(content));
        File.WriteAllBytes(path, [.. Encoding.ASCII.GetBytes($"{{\"sha256\":\"{hash}\","), .. content]);
    }

    private string? Invoke(string text, Func<string?, string?> compute) =>
        new MemoizedMethod<string?>(Manifests.Of(), Bench.Start()).Invoke(new TextCall(text, compute));

    private static string? Never(string? text) => throw new InvalidOperationException("the method ran");
}
