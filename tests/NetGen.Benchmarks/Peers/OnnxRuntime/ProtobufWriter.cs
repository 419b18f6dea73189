using System;
using System.Buffers;
using System.Text;

namespace NetGen.Benchmarks.Peers.OnnxRuntime;

/// <summary>The three kinds of protobuf fields that a model needs.</summary>
internal sealed class ProtobufWriter
{
    private const int VarintKind = 0;
    private const int BytesKind = 2;

    private readonly ArrayBufferWriter<byte> _bytes = new();

    public ProtobufWriter Number(int field, int value)
    {
        Varint((field << 3) | VarintKind);
        Varint(value);
        return this;
    }

    public ProtobufWriter Bytes(int field, ReadOnlySpan<byte> value)
    {
        Varint((field << 3) | BytesKind);
        Varint(value.Length);
        _bytes.Write(value);
        return this;
    }

    public ProtobufWriter Text(int field, string value) => Bytes(field, Encoding.UTF8.GetBytes(value));

    public ProtobufWriter Message(int field, ProtobufWriter message) => Bytes(field, message._bytes.WrittenSpan);

    public byte[] ToArray() => _bytes.WrittenSpan.ToArray();

    private void Varint(int value)
    {
        for (uint rest = (uint)value; ; rest >>= 7)
        {
            _bytes.Write([(byte)(rest < 0x80 ? rest : rest | 0x80)]);
            if (rest < 0x80)
            {
                return;
            }
        }
    }
}
