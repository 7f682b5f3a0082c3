using System.Runtime.InteropServices;
using System.Text.Json;

namespace Synerity.SupportBot.Storage;

/// <summary>What the JSON parser lets pass and a reader of its texts would stumble over later.</summary>
public static class JsonText
{
    /// <summary>What is wrong with JSON that is not <see cref="IsUnicode"/>.</summary>
    public const string HalfASign = "holds half a character: \\ud800 to \\udfff come in pairs";

    /// <summary>True when every text and name in it is Unicode: no escape is half of a pair. Otherwise reading one throws.</summary>
    public static bool IsUnicode(JsonElement json)
    {
        var utf8 = JsonMarshal.GetRawUtf8Value(json);
        if (utf8.IndexOf("\\ud"u8) < 0 && utf8.IndexOf("\\uD"u8) < 0) return true;
        try
        {
            var reader = new Utf8JsonReader(utf8);
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped) reader.GetString();
            }

            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
