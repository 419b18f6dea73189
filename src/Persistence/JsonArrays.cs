using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using System.Text.Json;

namespace NetGen.Persistence;

/// <summary>Arrays of numbers and of texts as JSON; numbers keep every bit.</summary>
internal static class JsonArrays
{
    public static string Write(IEnumerable<string> texts) => Write(json =>
    {
        foreach (string text in texts)
        {
            json.WriteStringValue(text);
        }
    });

    public static string Write<T>(ReadOnlySpan<T> numbers)
        where T : unmanaged
    {
        T[] copy = numbers.ToArray();
        return Write(json =>
        {
            foreach (T number in copy)
            {
                if (number is float single)
                {
                    json.WriteNumberValue(single);
                }
                else
                {
                    json.WriteNumberValue((double)(object)number);
                }
            }
        });
    }

    /// <exception cref="JsonException">It is no array of texts.</exception>
    public static string[] ReadTexts(string json)
    {
        List<string> texts = [];
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        Begin(ref reader);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            texts.Add(reader.TokenType == JsonTokenType.String ? reader.GetString()! : throw new JsonException("Expected a text."));
        }

        reader.Read();
        return texts.ToArray();
    }

    /// <exception cref="JsonException">It is no array of numbers.</exception>
    public static T[] ReadNumbers<T>(string json)
        where T : unmanaged
    {
        List<T> numbers = [];
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        Begin(ref reader);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.Number)
            {
                throw new JsonException("Expected a number.");
            }

            numbers.Add(typeof(T) == typeof(float) ? (T)(object)reader.GetSingle() : (T)(object)reader.GetDouble());
        }

        reader.Read();
        return numbers.ToArray();
    }

    private static void Begin(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException("Expected an array.");
        }
    }

    private static string Write(Action<Utf8JsonWriter> writeItems)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartArray();
            writeItems(json);
            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
