using System;
using System.Collections.Generic;
using System.Text.Json;

namespace NetGen.Persistence.Safetensors;

/// <summary>Reads the parts of a header, piece by piece, and refuses every other JSON.</summary>
internal ref struct HeaderReader
{
    private readonly string _file;
    private Utf8JsonReader _json;

    public HeaderReader(ReadOnlySpan<byte> json, string file)
    {
        _json = new Utf8JsonReader(json);
        _file = file;
    }

    public void BeginObject() => Expect(JsonTokenType.StartObject, "an object");

    /// <summary>The name of the next property, or null at the end of the object.</summary>
    public string? NextProperty()
    {
        _json.Read();
        return _json.TokenType == JsonTokenType.PropertyName ? _json.GetString() : null;
    }

    /// <summary>Finds nothing but white space behind the header.</summary>
    public void End() => _json.Read();

    /// <summary>An object of texts.</summary>
    public Dictionary<string, string> Texts()
    {
        Dictionary<string, string> texts = new(StringComparer.Ordinal);
        BeginObject();
        while (NextProperty() is { } name)
        {
            if (texts.ContainsKey(name))
            {
                throw FileError.Of(_file, $"the metadata have {FileError.Quote(name)} twice; expected different names");
            }

            texts.Add(name, Text());
        }

        return texts;
    }

    /// <summary>An object with the type, the shape and the place of a tensor.</summary>
    public TensorEntry Tensor(string name)
    {
        string? type = null;
        List<long>? shape = null;
        List<long>? place = null;
        BeginObject();
        while (NextProperty() is { } property)
        {
            bool isNew = property switch
            {
                "dtype" => type is null,
                "shape" => shape is null,
                "data_offsets" => place is null,
                _ => throw FileError.Of(_file, name, $"has {FileError.Quote(property)}; expected dtype, shape and data_offsets"),
            };
            if (!isNew)
            {
                throw FileError.Of(_file, name, $"has {property} twice; expected it once");
            }

            switch (property)
            {
                case "dtype":
                    type = Text();
                    break;
                case "shape":
                    shape = Integers();
                    break;
                default:
                    place = Integers();
                    break;
            }
        }

        if (type is null || shape is null || place is null)
        {
            throw FileError.Of(_file, name, $"has no {(type is null ? "dtype" : shape is null ? "shape" : "data_offsets")}");
        }

        return Checked(name, type, shape, place);
    }

    private readonly TensorEntry Checked(string name, string type, List<long> shape, List<long> place)
    {
        int size = ElementType.Size(type);
        if (size == 0)
        {
            throw FileError.Of(_file, name, $"has the unknown type {FileError.Quote(type)}");
        }

        if (place.Count != 2 || place[0] > place[1])
        {
            throw FileError.Of(_file, name, $"has the data_offsets {TensorEntry.ShapeText(place)}; expected its first byte and the byte behind its last");
        }

        long length = size;
        foreach (long dimension in shape)
        {
            if (dimension > 0 && length > long.MaxValue / dimension)
            {
                throw FileError.Of(_file, name, $"has the shape {TensorEntry.ShapeText(shape)}, which is too large");
            }

            length *= dimension;
        }

        if (place[1] - place[0] != length)
        {
            throw FileError.Of(_file, name, $"has {place[1] - place[0]} bytes; expected {length} for {type} {TensorEntry.ShapeText(shape)}");
        }

        if (place[0] % size != 0)
        {
            throw FileError.Of(_file, name, $"is misaligned: it begins at byte {place[0]} of the data; expected a multiple of {size} for {type}");
        }

        return new TensorEntry(name, type, shape, place[0], place[1]);
    }

    private List<long> Integers()
    {
        List<long> integers = [];
        Expect(JsonTokenType.StartArray, "an array");
        while (_json.Read() && _json.TokenType != JsonTokenType.EndArray)
        {
            if (_json.TokenType != JsonTokenType.Number || !_json.TryGetInt64(out long integer) || integer < 0)
            {
                throw Unexpected("whole numbers from 0 to 2⁶³ − 1");
            }

            integers.Add(integer);
        }

        return integers;
    }

    private string Text()
    {
        Expect(JsonTokenType.String, "a text");
        return _json.GetString()!;
    }

    private void Expect(JsonTokenType type, string what)
    {
        _json.Read();
        if (_json.TokenType != type)
        {
            throw Unexpected(what);
        }
    }

    private readonly Exception Unexpected(string what) =>
        FileError.Of(_file, $"byte {_json.TokenStartIndex} of the header: expected {what}, found {_json.TokenType}");
}
