using System.Globalization;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Memo.Analyzers.Tests.Proof;

/// <summary>Instructions without the short forms, which depend on how far a jump or how high a number is.</summary>
internal static class Instructions
{
    public static (string Code, object? Operand) Normal(MethodBody body, Instruction instruction)
    {
        var name = instruction.OpCode.Name;
        if (name.EndsWith(".s", StringComparison.Ordinal))
        {
            name = name[..^2];
        }

        switch (instruction.OpCode.Code)
        {
            case >= Code.Ldarg_0 and <= Code.Ldarg_3: return ("ldarg", Argument(body, instruction.OpCode.Code - Code.Ldarg_0));
            case >= Code.Ldloc_0 and <= Code.Ldloc_3: return ("ldloc", body.Variables[instruction.OpCode.Code - Code.Ldloc_0]);
            case >= Code.Stloc_0 and <= Code.Stloc_3: return ("stloc", body.Variables[instruction.OpCode.Code - Code.Stloc_0]);
            case >= Code.Ldc_I4_M1 and <= Code.Ldc_I4_8: return ("ldc.i4", instruction.OpCode.Code - Code.Ldc_I4_0);
            case Code.Ldc_I4_S: return ("ldc.i4", Convert.ToInt32(instruction.Operand, CultureInfo.InvariantCulture));
            default: return (name, instruction.Operand);
        }
    }

    /// <summary>A floating-point number as it lies in memory: −0 is not 0.</summary>
    public static string Bits(object number) =>
        number is float single ? BitConverter.SingleToUInt32Bits(single).ToString("x8", CultureInfo.InvariantCulture)
            : BitConverter.DoubleToUInt64Bits((double)number).ToString("x16", CultureInfo.InvariantCulture);

    private static ParameterDefinition Argument(MethodBody body, int index) =>
        !body.Method.HasThis ? body.Method.Parameters[index] : index == 0 ? body.ThisParameter : body.Method.Parameters[index - 1];
}
