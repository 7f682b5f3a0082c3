using Microsoft.Extensions.Options;

namespace Synerity.SupportBot.Features.Knowledge;

/// <summary>Section <c>Knowledge</c>.</summary>
public sealed class KnowledgeOptions
{
    public const string Section = "Knowledge";

    /// <summary>
    /// A folder with <c>sv</c> and <c>en</c> below it whose articles replace those of the program with the same slug and add others; read anew
    /// when a file changes. None: the articles that come with the program.
    /// </summary>
    public string? Path { get; set; }

    /// <summary>A folder that is not there is a mistake that would show only in missing answers.</summary>
    public sealed class Validation : IValidateOptions<KnowledgeOptions>
    {
        public ValidateOptionsResult Validate(string? name, KnowledgeOptions options) =>
            options.Path is null or "" || Directory.Exists(options.Path)
                ? ValidateOptionsResult.Success
                : ValidateOptionsResult.Fail($"Knowledge:Path is {options.Path}, which is no folder. Make it, with sv and en below it, or leave the setting out.");
    }
}
