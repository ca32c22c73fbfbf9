using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Corpus.Bits;

public readonly struct BitSet64(ulong bits) : IEquatable<BitSet64>
{
    private readonly ulong _bits = bits;

    public static BitSet64 Empty => default;

    public static BitSet64 All { get; } = new(~0ul);

    public int Count => BitOperations.PopCount(_bits);

    public bool this[int index] => (_bits >> index & 1) != 0;

    public static BitSet64 operator |(BitSet64 a, BitSet64 b) => new(a._bits | b._bits);
    public static BitSet64 operator &(BitSet64 a, BitSet64 b) => new(a._bits & b._bits);
    public static BitSet64 operator ~(BitSet64 a) => new(~a._bits);
    public static BitSet64 operator -(BitSet64 a, BitSet64 b) => a & ~b;
    public static bool operator ==(BitSet64 a, BitSet64 b) => a._bits == b._bits;
    public static bool operator !=(BitSet64 a, BitSet64 b) => !(a == b);
    public static bool operator true(BitSet64 a) => a._bits != 0;
    public static bool operator false(BitSet64 a) => a._bits == 0;
    public static implicit operator BitSet64(int index) => new(1ul << index);
    public static explicit operator ulong(BitSet64 set) => set._bits;

    public bool Equals(BitSet64 other) => _bits == other._bits;

    public override bool Equals(object? obj) => obj is BitSet64 other && Equals(other);

    public override int GetHashCode() => _bits.GetHashCode();

    public Enumerator GetEnumerator() => new(_bits);

    public ref struct Enumerator(ulong rest)
    {
        private ulong _rest = rest;

        public int Current { get; private set; } = -1;

        public bool MoveNext()
        {
            if (_rest == 0) return false;
            Current = BitOperations.TrailingZeroCount(_rest);
            _rest &= _rest - 1;
            return true;
        }
    }
}

public static class Checksums
{
    private static readonly uint[] s_table = MakeTable(0xEDB88320);

    [Memoize]
    public static uint Crc(byte[] data)
    {
        var crc = uint.MaxValue;
        foreach (var b in data) crc = s_table[(byte)crc ^ b] ^ crc >> 8;
        return ~crc;
    }

    [Memoize]
    public static uint Adler(byte[] data)
    {
        const uint Modulus = 65521;
        uint a = 1, b = 0;
        foreach (ref readonly var value in data.AsSpan())
        {
            a = (a + value) % Modulus;
            b = (b + a) % Modulus;
        }

        return (b << 16) | a;
    }

    [Memoize]
    public static ulong Fnv(string text)
    {
        unchecked
        {
            var hash = 14695981039346656037;
            foreach (var c in Encoding.UTF8.GetBytes(text))
            {
                hash ^= c;
                hash *= 1099511628211;
            }

            return hash;
        }
    }

    [Memoize]
    public static bool IsCard(string digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)] - '0';
            sum += (i & 1) == 0 ? digit : digit > 4 ? 2 * digit - 9 : 2 * digit;
        }

        return sum % 10 == 0;
    }

    private static uint[] MakeTable(uint polynomial)
    {
        var table = new uint[256];
        for (var i = 0u; i < table.Length; i++)
        {
            ref var entry = ref table[i];
            entry = i;
            for (var bit = 0; bit < 8; bit++) entry = (entry & 1) == 1 ? entry >> 1 ^ polynomial : entry >> 1;
        }

        return table;
    }
}

public static class Codes
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    [Memoize]
    public static string Base64(byte[] data)
    {
        Span<char> four = stackalloc char[4];
        var text = new StringBuilder((data.Length + 2) / 3 * 4);
        for (var i = 0; i < data.Length; i += 3)
        {
            var left = Math.Min(3, data.Length - i);
            var group = data[i] << 16 | (left > 1 ? data[i + 1] << 8 : 0) | (left > 2 ? data[i + 2] : 0);
            for (var j = 0; j < 4; j++) four[j] = j <= left ? Alphabet[group >> (18 - 6 * j) & 63] : '=';
            text.Append(four);
        }

        return text.ToString();
    }

    [Memoize]
    public static byte[] Varints(long[] numbers)
    {
        using var stream = new MemoryStream();
        Span<byte> buffer = stackalloc byte[10];
        foreach (var number in numbers)
        {
            var zigzag = (ulong)(number << 1 ^ number >> 63);
            var length = 0;
            do
            {
                buffer[length++] = (byte)(zigzag > 127 ? zigzag & 127 | 128 : zigzag);
                zigzag >>= 7;
            }
            while (zigzag != 0);
            stream.Write(buffer[..length]);
        }

        return stream.ToArray();
    }

    [Memoize]
    public static string Gray(int bits) => string.Join(' ', Enumerable.Range(0, 1 << bits).Select(n => Convert.ToString(n ^ n >> 1, 2).PadLeft(bits, '0')));

    [Memoize]
    public static string Huffman(string text)
    {
        var queue = new PriorityQueue<Node, (int, char)>();
        foreach (var group in text.GroupBy(c => c)) queue.Enqueue(new Leaf(group.Key, group.Count()), (group.Count(), group.Key));
        while (queue.Count > 1)
        {
            var (left, right) = (queue.Dequeue(), queue.Dequeue());
            var inner = new Inner(left, right);
            queue.Enqueue(inner, (inner.Weight, inner.First));
        }

        var codes = new SortedDictionary<char, string>();
        if (queue.TryDequeue(out var root, out _)) Assign(root, "");
        return string.Concat(text.Select(c => codes[c]));

        void Assign(Node node, string prefix)
        {
            switch (node)
            {
                case Leaf { Symbol: var symbol }:
                    codes[symbol] = prefix is "" ? "0" : prefix;
                    break;
                case Inner (var left, var right):
                    Assign(left, prefix + '0');
                    Assign(right, prefix + '1');
                    break;
            }
        }
    }

    [Memoize]
    public static int Queens(int n) => Place(n, 0, 0, 0, 0);

    [Memoize]
    public static string Letters(string words)
    {
        var common = BitSet64.All;
        foreach (var word in words.Split(' '))
        {
            var letters = BitSet64.Empty;
            foreach (var c in word) letters |= char.IsAsciiLetterLower(c) ? c - 'a' : 63;
            common &= letters;
        }

        var text = new StringBuilder();
        foreach (var index in common - 63) text.Append((char)('a' + index));
        if (common) text.Append('!');
        return common == BitSet64.Empty ? "none" : text.Append(common.Count).Append(common[4]).Append((ulong)common).ToString();
    }

    [Memoize]
    public static int[] Reordered(byte[] data)
    {
        var words = MemoryMarshal.Cast<byte, int>(data);
        var result = new int[words.Length];
        for (var i = 0; i < words.Length; i++)
        {
            result[i] = BinaryPrimitives.ReverseEndianness(words[i]);
            Largest(result.AsSpan(0, i + 1)) >>>= 1;
        }

        return result;
    }

    private static ref int Largest(Span<int> numbers)
    {
        ref var largest = ref numbers[0];
        for (var i = 1; i < numbers.Length; i++)
        {
            if (numbers[i] > largest) largest = ref numbers[i];
        }

        return ref largest;
    }

    private static int Place(int n, int row, uint columns, uint left, uint right)
    {
        if (row == n) return 1;
        var count = 0;
        for (var free = ~(columns | left | right) & (1u << n) - 1; free != 0; free &= free - 1)
        {
            var bit = free & (uint)-(int)free;
            count += Place(n, row + 1, columns | bit, (left | bit) << 1, (right | bit) >> 1);
        }

        return count;
    }

    private abstract record Node(int Weight, char First);

    private sealed record Leaf(char Symbol, int Count) : Node(Count, Symbol);

    private sealed record Inner(Node Left, Node Right) : Node(Left.Weight + Right.Weight, (char)Math.Min(Left.First, Right.First));
}
