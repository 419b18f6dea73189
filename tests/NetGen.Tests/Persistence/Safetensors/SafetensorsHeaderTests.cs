using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using NetGen.Persistence.Safetensors;
using NetGen.Tests.Support;
using Xunit;

namespace NetGen.Tests.Persistence.Safetensors;

public class SafetensorsHeaderTests
{
    [Fact]
    public void Tensors_and_metadata_are_found()
    {
        SafetensorsReader file = Open(
            """
            {"b":{"dtype":"F32","shape":[2,1],"data_offsets":[8,16]},"__metadata__":{"format":"pt","Größe":"\u00e4"},
            "a":{"data_offsets":[0,8],"shape":[],"dtype":"F64"},"empty":{"dtype":"BOOL","shape":[3,0],"data_offsets":[16,16]}}
            """,
            16);

        Assert.Equal(["a", "b", "empty"], file.Tensors.Select(tensor => tensor.Name));
        Assert.Equal(["F64 []", "F32 [2, 1]", "BOOL [3, 0]"], file.Tensors.Select(tensor => tensor.ToString()));
        Assert.Equal(new Dictionary<string, string> { ["format"] = "pt", ["Größe"] = "ä" }, file.Metadata);

        byte[] bytes = new byte[8];
        file.Read<byte>(file.Tensors[1], bytes);
        Assert.Equal([8, 9, 10, 11, 12, 13, 14, 15], bytes);
    }

    [Theory]
    [InlineData("{}", 0)]
    [InlineData("{} \n\t ", 0)]
    [InlineData("""{"__metadata__":{}}""", 0)]
    [InlineData("""{"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]}}""", 1)] // the header's length is odd, as some writers leave it
    public void What_is_unusual_is_read(string header, int dataLength) => Open(header, dataLength);

    [Theory]

    // JSON
    [InlineData("", 0, "the header does not begin with '{'; expected a JSON object.")]
    [InlineData(" {}", 0, "the header does not begin with '{'; expected a JSON object.")]
    [InlineData("[]", 0, "the header does not begin with '{'; expected a JSON object.")]
    [InlineData("{", 0, "the header is no valid JSON: *")]
    [InlineData("{}}", 0, "the header is no valid JSON: *")]
    [InlineData("{}{}", 0, "the header is no valid JSON: *")]
    [InlineData("{\"a\":1,}", 0, "byte 5 of the header: expected an object, found Number.")]
    [InlineData("{/**/}", 0, "the header is no valid JSON: *")]
    [InlineData("{\"\\ud800\":{}}", 0, "the header is no valid JSON: *")]
    [InlineData("""{"a":null}""", 0, "byte 5 of the header: expected an object, found Null.")]
    [InlineData("""{"a":{"dtype":1}}""", 0, "byte 14 of the header: expected a text, found Number.")]
    [InlineData("""{"a":{"shape":{}}}""", 0, "byte 14 of the header: expected an array, found StartObject.")]
    [InlineData("""{"a":{"shape":[-1]}}""", 0, "byte 15 of the header: expected whole numbers from 0 to 2⁶³ − 1, found Number.")]
    [InlineData("""{"a":{"shape":[1.5]}}""", 0, "byte 15 of the header: expected whole numbers from 0 to 2⁶³ − 1, found Number.")]
    [InlineData("""{"a":{"shape":[1e3]}}""", 0, "byte 15 of the header: expected whole numbers from 0 to 2⁶³ − 1, found Number.")]
    [InlineData("""{"a":{"shape":[9223372036854775808]}}""", 0, "byte 15 of the header: expected whole numbers from 0 to 2⁶³ − 1, found Number.")]
    [InlineData("""{"a":{"shape":["1"]}}""", 0, "byte 15 of the header: expected whole numbers from 0 to 2⁶³ − 1, found String.")]
    [InlineData("""{"__metadata__":{"a":1}}""", 0, "byte 21 of the header: expected a text, found Number.")]
    [InlineData("""{"__metadata__":[]}""", 0, "byte 16 of the header: expected an object, found StartArray.")]

    // Names
    [InlineData("""{"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},"\u0061":{"dtype":"U8","shape":[1],"data_offsets":[1,2]}}""", 2, "the header has 'a' twice; expected different names.")]
    [InlineData("""{"__metadata__":{},"__metadata__":{}}""", 0, "the header has '__metadata__' twice; expected different names.")]
    [InlineData("""{"__metadata__":{"a":"","a":""}}""", 0, "the metadata have 'a' twice; expected different names.")]
    [InlineData("""{"a":{"dtype":"U8","dtype":"F32","shape":[1],"data_offsets":[0,1]}}""", 1, "tensor 'a': has dtype twice; expected it once.")]
    [InlineData("""{"a":{"dtype":"U8","shape":[1],"shape":[1],"data_offsets":[0,1]}}""", 1, "tensor 'a': has shape twice; expected it once.")]
    [InlineData("""{"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1],"data_offsets":[0,1]}}""", 1, "tensor 'a': has data_offsets twice; expected it once.")]
    [InlineData("""{"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1],"stride":[1]}}""", 1, "tensor 'a': has 'stride'; expected dtype, shape and data_offsets.")]
    [InlineData("""{"a":{"shape":[1],"data_offsets":[0,1]}}""", 1, "tensor 'a': has no dtype.")]
    [InlineData("""{"a":{"dtype":"U8","data_offsets":[0,1]}}""", 1, "tensor 'a': has no shape.")]
    [InlineData("""{"a":{"dtype":"U8","shape":[1]}}""", 1, "tensor 'a': has no data_offsets.")]
    [InlineData("""{"a\u0007\n":{"dtype":"U8","shape":[1]}}""", 1, "tensor 'a??': has no data_offsets.")]

    // Types, shapes and places
    [InlineData("""{"a":{"dtype":"float","shape":[1],"data_offsets":[0,4]}}""", 4, "tensor 'a': has the unknown type 'float'.")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,0]}}""", 4, "tensor 'a': has the data_offsets [4, 0]; expected its first byte and the byte behind its last.")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[4]}}""", 4, "tensor 'a': has the data_offsets [4]; expected its first byte and the byte behind its last.")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4,8]}}""", 8, "tensor 'a': has the data_offsets [0, 4, 8]; expected its first byte and the byte behind its last.")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2,3],"data_offsets":[0,20]}}""", 20, "tensor 'a': has 20 bytes; expected 24 for F32 [2, 3].")]
    [InlineData("""{"a":{"dtype":"F32","shape":[4294967296,4294967296],"data_offsets":[0,0]}}""", 0, "tensor 'a': has the shape [4294967296, 4294967296], which is too large.")]
    [InlineData("""{"a":{"dtype":"F64","shape":[2305843009213693952],"data_offsets":[0,0]}}""", 0, "tensor 'a': has the shape [2305843009213693952], which is too large.")]
    [InlineData("""{"a":{"dtype":"U8","shape":[2],"data_offsets":[0,2]},"b":{"dtype":"F32","shape":[1],"data_offsets":[2,6]}}""", 6, "tensor 'b': is misaligned: it begins at byte 2 of the data; expected a multiple of 4 for F32.")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"F32","shape":[2],"data_offsets":[4,12]}}""", 12, "tensor 'b': begins at byte 4 of the data, inside tensor 'a'; expected 8.")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", 8, "tensor 'b': begins at byte 0 of the data, inside tensor 'a'; expected 8.")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"b":{"dtype":"F32","shape":[1],"data_offsets":[8,12]}}""", 12, "tensor 'b': begins at byte 8 of the data; expected 4, where the tensor before it ends.")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""", 8, "tensor 'a': begins at byte 4 of the data; expected 0, where the tensor before it ends.")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", 7, "tensor 'a': ends at byte 8 of the data, which has 7; the file is truncated.")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", 9, "the data have 9 bytes; expected 8, where the last tensor ends.")]
    [InlineData("{}", 1, "the data have 1 bytes; expected 0, where the last tensor ends.")]
    public void What_is_wrong_is_named(string header, int dataLength, string message) => Throws(SafetensorsFiles.Of(header, dataLength), message);

    [Fact]
    public void Text_that_is_no_UTF8_is_an_error() =>
        Throws(SafetensorsFiles.Of([.. "{\""u8, 0xFF, .. "\":{}}"u8], []), "the header is no valid JSON: *");

    [Fact]
    public void Deep_nesting_is_an_error()
    {
        string deep = new('[', 100_000);
        Throws(SafetensorsFiles.Of("{\"a\":" + deep, 0), "byte 5 of the header: expected an object, found StartArray.");
        Throws(SafetensorsFiles.Of("{\"a\":{\"shape\":" + deep, 0), "byte 15 of the header: expected whole numbers from 0 to 2⁶³ − 1, found StartArray.");
    }

    [Theory]
    [InlineData(new byte[] { }, "has 0 bytes; expected at least 8 for the length of the header.")]
    [InlineData(new byte[] { 2, 0, 0, 0, 0, 0, 0 }, "has 7 bytes; expected at least 8 for the length of the header.")]
    [InlineData(new byte[] { 3, 0, 0, 0, 0, 0, 0, 0, 123, 125 }, "the header claims 3 bytes, and 2 follow; the file is truncated.")]
    [InlineData(new byte[] { 0, 0xE1, 0xF5, 0x05, 0, 0, 0, 0, 123, 125 }, "the header claims 100000000 bytes, and 2 follow; the file is truncated.")]
    [InlineData(new byte[] { 1, 0xE1, 0xF5, 0x05, 0, 0, 0, 0, 123, 125 }, "is no safetensors file: the header claims 100000001 bytes; expected at most 100000000.")]
    [InlineData(new byte[] { 255, 255, 255, 255, 255, 255, 255, 255, 123, 125 }, "is no safetensors file: the header claims 18446744073709551615 bytes; expected at most 100000000.")]
    public void The_length_of_the_header_is_checked(byte[] file, string message) => Throws(file, message);

    private static void Throws(byte[] file, string message)
    {
        var error = Assert.Throws<InvalidDataException>(() => new SafetensorsReader(new MemoryStream(file), "net.safetensors"));
        if (message.EndsWith('*'))
        {
            Assert.StartsWith("net.safetensors: " + message.TrimEnd('*'), error.Message);
        }
        else
        {
            Assert.Equal("net.safetensors: " + message, error.Message);
        }
    }

    private static SafetensorsReader Open(string header, int dataLength) => new(new MemoryStream(SafetensorsFiles.Of(header, dataLength)), "net.safetensors");
}
