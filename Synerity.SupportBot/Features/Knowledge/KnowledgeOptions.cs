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

    /// <summary>Null when the folder can be used, or none is wanted.</summary>
    internal static string? ProblemOf(string? path) => path is null or "" || Directory.Exists(path)
        ? null
        : $"Knowledge:Path is {path}, which is no folder. Make it, with sv and en below it, or leave the setting out.";

    /// <summary>A folder that is not there is a mistake that would show only in missing answers.</summary>
    public sealed class Validation : IValidateOptions<KnowledgeOptions>
    {
        public ValidateOptionsResult Validate(string? name, KnowledgeOptions options) =>
            ProblemOf(options.Path) is { } problem ? ValidateOptionsResult.Fail(problem) : ValidateOptionsResult.Success;
    }
}
