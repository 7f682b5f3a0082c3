namespace Synerity.SupportBot.Protocol;
public static class Mentions { public static string Strip(Activity a) => a.Text?.Trim() ?? ""; }
