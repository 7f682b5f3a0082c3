using Synerity.SupportBot.Outbox;
using Synerity.SupportBot.Protocol;

namespace Synerity.SupportBot.Bot;

/// <summary>The index of the folder, and the lines with which rooms list what they can do.</summary>
public static class BotFeature
{
    public static IServiceCollection AddBot(this IServiceCollection services)
    {
        services.AddSingleton<ActionRouter>();
        services.AddSingleton<CommandList>();
        services.AddSingleton<TextRouter>();
        services.AddSingleton<EventRouter>();
        services.AddSingleton<ExtensionRouter>();
        services.AddSingleton<PrivateChat>();
        services.AddSingleton<TurnRoutes>();
        services.AddSingleton<TurnReader>();
        services.AddSingleton<Inbox>();
        services.AddSingleton<Forms>();
        services.AddSingleton<IUpkeep, ExpiredRows>();
        services.AddSingleton<TurnRunner>();
        services.AddSingleton<Introduction>();
        services.AddSingleton<QuickMessages>();
        services.AddSingleton<Answer>();
        services.AddSingleton(new LiveClock(TimeProvider.System));
        services.AddSingleton<Poster>();
        services.AddSingleton<LiveReplies>();
        services.AddSingleton<ReplySender>();
        services.AddHostedService(provider => provider.GetRequiredService<ReplySender>());
        services.AddTextCommand<Help>();
        services.AddSingleton<IActivityHandler, TurnHandler>();
        return services;
    }

    /// <summary>A button. Its verb is new, or the host does not start.</summary>
    public static IServiceCollection AddCardAction<TAction, TData>(this IServiceCollection services)
        where TAction : class, ICardAction<TData>
        where TData : notnull
    {
        services.AddSingleton<TAction>();
        return services.AddSingleton(provider => RoutedAction.To<TAction, TData>(provider.GetRequiredService<TAction>()));
    }

    public static IServiceCollection AddTextCommand<TCommand>(this IServiceCollection services)
        where TCommand : class, ITextCommand
    {
        services.AddSingleton<TCommand>();
        services.AddSingleton(new CommandEntry(TCommand.Words, TCommand.IsFor, typeof(TCommand)));
        return services.AddSingleton(provider => new RoutedCommand(typeof(TCommand), provider.GetRequiredService<TCommand>()));
    }

    /// <summary>A way to understand free text; asked after those registered before it.</summary>
    public static IServiceCollection AddFreeText<TFreeText>(this IServiceCollection services)
        where TFreeText : class, IFreeText =>
        services.AddSingleton<IFreeText, TFreeText>();

    public static IServiceCollection AddAnswerInWords<TAnswer>(this IServiceCollection services)
        where TAnswer : class, IAnswerInWords =>
        services.AddSingleton<IAnswerInWords, TAnswer>();

    public static IServiceCollection AddSelfHelp<TSelfHelp>(this IServiceCollection services)
        where TSelfHelp : class, ISelfHelp =>
        services.AddSingleton<ISelfHelp, TSelfHelp>();

    public static IServiceCollection AddArrival<TArrival>(this IServiceCollection services)
        where TArrival : class, IArrival =>
        services.AddSingleton<IArrival, TArrival>();

    /// <summary>A search of the compose box. Its id is new, or the host does not start.</summary>
    public static IServiceCollection AddSearchCommand<TSearch>(this IServiceCollection services)
        where TSearch : class, ISearchCommand
    {
        services.AddSingleton<TSearch>();
        return services.AddSingleton(provider => new RoutedSearch(TSearch.Command, provider.GetRequiredService<TSearch>()));
    }

    /// <summary>A command on messages. Its id is new, or the host does not start.</summary>
    public static IServiceCollection AddMessageAction<TAction>(this IServiceCollection services)
        where TAction : class, IMessageAction
    {
        services.AddSingleton<TAction>();
        return services.AddSingleton(provider => new RoutedMessageAction(TAction.Command, provider.GetRequiredService<TAction>()));
    }

    public static IServiceCollection AddLinkPreview<TPreview>(this IServiceCollection services)
        where TPreview : class, ILinkPreview =>
        services.AddSingleton<ILinkPreview, TPreview>();
}
