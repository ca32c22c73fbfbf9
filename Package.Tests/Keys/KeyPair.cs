namespace Memo.Package.Tests.Keys;

/// <summary>Two calls of one method.</summary>
/// <param name="Parameters">The method's parameters, of which it tells all that can be told.</param>
/// <param name="One">The arguments of the first call.</param>
/// <param name="Other">Those of the second.</param>
/// <param name="Together">Whether the second is answered with what the first computed.</param>
/// <param name="Body">What the method returns instead.</param>
internal sealed record KeyPair(string Parameters, string One, string Other, bool Together, string Body = "")
{
    public override string ToString() => $"{(Together ? "one key" : "two keys")}, ({Parameters}): ({One}) and ({Other}){(Body == "" ? "" : " for ")}{Body}";
}
