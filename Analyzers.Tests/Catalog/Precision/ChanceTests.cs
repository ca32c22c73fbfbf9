namespace Memo.Analyzers.Tests.Catalog.Precision;

/// <summary>Hashes are arithmetic, generators are chance; a seed makes them arithmetic again.</summary>
public sealed class ChanceTests
{
    [Test]
    public Task A_hash_is_arithmetic() => Check.Members("""
        [Memoize] public static byte[] A(byte[] x) => System.Security.Cryptography.SHA256.HashData(x);
        [Memoize] public static byte[] B(byte[] k, byte[] x) => System.Security.Cryptography.HMACSHA256.HashData(k, x);
        [Memoize] public static string C1(byte[] x)
        {
            using var h = System.Security.Cryptography.IncrementalHash.CreateHash(System.Security.Cryptography.HashAlgorithmName.SHA256);
            h.AppendData(x);
            return Convert.ToHexString(h.GetHashAndReset());
        }
        [Memoize] public static byte[] D(string p, byte[] s) =>
            System.Security.Cryptography.Rfc2898DeriveBytes.Pbkdf2(p, s, 1000, System.Security.Cryptography.HashAlgorithmName.SHA256, 32);
        [Memoize] public static byte[] E(byte[] k, byte[] n, byte[] x)
        {
            using var a = new System.Security.Cryptography.AesGcm(k, 16);
            var c = new byte[x.Length];
            a.Encrypt(n, x, c, new byte[16]);
            return c;
        }
        """);

    [Test]
    public Task A_key_that_nobody_gave_is_chance() => Check.Members("""
        [Memoize] public static byte[] A(int n) => {|MEMO104:System.Security.Cryptography.RandomNumberGenerator.GetBytes(n)|};
        [Memoize] public static int B(byte[] x) { using var h = {|MEMO104:new System.Security.Cryptography.HMACSHA256()|}; return h.HashSize; }
        [Memoize] public static Guid C1(int x) => {|MEMO104:Guid.NewGuid()|};
        [Memoize] public static Guid D(byte[] x) => new(x);
        """);

    [Test]
    public Task A_generator_with_a_seed_is_deterministic() => Check.Members("""
        private static readonly Random s_seeded = new(1);
        [Memoize] public static int A(int s) => new Random(s).Next();
        [Memoize] public static int B(int s) => {|MEMO104:new Random()|}.Next(s);
        [Memoize] public static int C1(int s) => {|MEMO104:Random.Shared|}.Next(s);
        [Memoize] public static int D(int s) { var r = new Random(s); var a = new[] { 1, 2 }; r.Shuffle(a); return a[0] + r.Next(); }
        [Memoize] public static int E(int s) => {|MEMO103:s_seeded.Next(s)|};
        [Memoize] public static int[] F(int[] x) => {|MEMO104:x.Shuffle()|}.ToArray();
        """);

    [Test]
    public Task Hash_codes_of_the_process_are_chance() => Check.Members("""
        [Memoize] public static int A(string x) => {|MEMO104:x.GetHashCode()|};
        [Memoize] public static int B(int x) => x.GetHashCode() + 1L.GetHashCode() + 'c'.GetHashCode();
        [Memoize] public static int C1(string x) => {|MEMO104:HashCode.Combine(x)|};
        [Memoize] public static int D(string x) => {|MEMO104:(x, 1).GetHashCode()|};
        [Memoize] public static int E(Int128 x) => {|MEMO104:x.GetHashCode()|};
        """);

    [Test]
    public Task Numbers_are_arithmetic_and_estimates_are_the_processor_s() => Check.Members("""
        [Memoize] public static double A(double x) => Math.Sin(x) + Math.Pow(x, 2) + Math.Round(x, 2) + Math.FusedMultiplyAdd(x, x, x) + MathF.Sqrt(2) + double.Lerp(x, 1, 2);
        [Memoize] public static double B(double x) => {|MEMO105:Math.ReciprocalEstimate(x)|};
        [Memoize] public static System.Numerics.BigInteger C1(System.Numerics.BigInteger x) => System.Numerics.BigInteger.Pow(x, 3);
        [Memoize] public static float D(float x) => System.Numerics.Vector3.Normalize(new System.Numerics.Vector3(x)).Length();
        [Memoize] public static float E(float[] x) => {|MEMO105:System.Numerics.Vector.Sum(new System.Numerics.Vector<float>(x))|};
        [Memoize] public static int F(int x) => {|MEMO105:System.Numerics.Vector<int>.Count|};
        [Memoize] public static int G(int x) => System.Runtime.Intrinsics.Vector128.Sum(System.Runtime.Intrinsics.Vector128.Create(x) * 2);
        [Memoize] public static bool H(int x) => {|MEMO105:System.Runtime.Intrinsics.Vector128.IsHardwareAccelerated|};
        [Memoize] public static int I(uint x) => System.Numerics.BitOperations.PopCount(x) + (int)Int128.Abs(-(int)x);
        """);
}
