namespace NetGen.Data;

/// <summary>The types of the elements of an IDX file, by the byte that stands for them.</summary>
internal enum IdxType : byte
{
    Byte = 0x08,
    SByte = 0x09,
    Int16 = 0x0B,
    Int32 = 0x0C,
    Single = 0x0D,
    Double = 0x0E,
}
