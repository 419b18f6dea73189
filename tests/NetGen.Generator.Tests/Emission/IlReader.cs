using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;

namespace NetGen.Generator.Tests.Emission;

/// <summary>Reads the instructions of a method body.</summary>
internal static class IlReader
{
    private static readonly Dictionary<int, OpCode> OpCodes = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value & 0xFFFF);

    public static IEnumerable<OpCode> Read(MethodBodyBlock body)
    {
        byte[] il = body.GetILBytes()!;
        int position = 0;
        while (position < il.Length)
        {
            int first = il[position++];
            OpCode code = OpCodes[first == 0xFE ? (first << 8) | il[position++] : first];
            position += code.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(il, position)),
                _ => 4,
            };
            yield return code;
        }
    }

    /// <summary>Whether an instruction uses a local variable or an argument.</summary>
    public static bool IsReference(OpCode code) =>
        code.Name!.StartsWith("ldloc", StringComparison.Ordinal) || code.Name.StartsWith("stloc", StringComparison.Ordinal)
        || code.Name.StartsWith("ldarg", StringComparison.Ordinal) || code.Name.StartsWith("starg", StringComparison.Ordinal);

    public static int CountLocals(MetadataReader metadata, MethodBodyBlock body)
    {
        if (body.LocalSignature.IsNil)
        {
            return 0;
        }

        BlobReader signature = metadata.GetBlobReader(metadata.GetStandaloneSignature(body.LocalSignature).Signature);
        signature.ReadSignatureHeader();
        return signature.ReadCompressedInteger();
    }
}
