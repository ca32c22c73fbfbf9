namespace Memo.Analyzers.Tests.Harness;

/// <summary>The parts of a program that would only be noise in a test.</summary>
internal static class SourceText
{
    public const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Globalization;
        global using System.IO;
        global using System.Linq;
        global using System.Text;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Memo;

        """;

    /// <summary>A class <c>C</c> with these members.</summary>
    public static string Class(string members) => "public static class C\n{\n" + members + "\n}\n";
}
