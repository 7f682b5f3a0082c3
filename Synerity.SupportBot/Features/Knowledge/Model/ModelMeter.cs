using System.Diagnostics.Metrics;
using Microsoft.Extensions.Options;

namespace Synerity.SupportBot.Features.Knowledge.Model;

/// <summary>What the model is used for; a tag of every measurement.</summary>
public enum ModelUse
{
    Answer,
    TicketDraft,
}

/// <summary>Counts what the model does and costs, on the meter <c>Synerity.SupportBot</c>. No measurement says who asked or what.</summary>
public sealed class ModelMeter
{
    public const string Name = "Synerity.SupportBot";

    private readonly AzureOpenAIOptions _prices;
    private readonly Counter<long> _tokens;
    private readonly Counter<double> _cost;
    private readonly Counter<long> _outcomes;

    public ModelMeter(IMeterFactory meters, IOptions<AzureOpenAIOptions> options)
    {
        _prices = options.Value;
        var meter = meters.Create(Name);
        _tokens = meter.CreateCounter<long>("supportbot.model.tokens", "{token}", "Tokens sent to the model (input) and received (output).");
        _cost = meter.CreateCounter<double>("supportbot.model.cost", null, "Cost of those tokens, in the currency of the configured prices.");
        _outcomes = meter.CreateCounter<long>("supportbot.model.outcomes", "{call}", "How calls of the model ended.");
    }

    public void Used(ModelUse use, long input, long output)
    {
        _tokens.Add(input, Tag("use", use), new KeyValuePair<string, object?>("direction", "input"));
        _tokens.Add(output, Tag("use", use), new KeyValuePair<string, object?>("direction", "output"));
        if (_prices is { InputPricePerMillion: { } inputPrice, OutputPricePerMillion: { } outputPrice })
        {
            _cost.Add((double)(((input * inputPrice) + (output * outputPrice)) / 1_000_000), Tag("use", use));
        }
    }

    /// <param name="outcome"><c>used</c>, <c>abstained</c>, <c>guarded</c>, <c>stopped</c>, or a <see cref="ModelFault"/> in lower case.</param>
    public void Ended(ModelUse use, string outcome) => _outcomes.Add(1, Tag("use", use), new("outcome", outcome));

    private static KeyValuePair<string, object?> Tag(string name, ModelUse use) => new(name, use == ModelUse.Answer ? "answer" : "draft");
}
