using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Simulator;

/// <summary>An organisation with a Microsoft 365 tenant of its own.</summary>
/// <param name="Tier">As in the sample customers; null for an organisation that the bot does not know, and for staff.</param>
internal sealed record Organisation(string Name, string TenantId, string Domain, string? Tier);

/// <summary>Somebody one can be on the page.</summary>
/// <param name="Key">Stands in the page's address: <c>/?as=maria</c>.</param>
/// <param name="ObjectId">Entra object id, the identity that the bot trusts.</param>
/// <param name="Zone">IANA zone of the person's computer.</param>
internal sealed record Person(string Key, string Name, Text Title, Organisation Organisation, string ObjectId, string Locale, string Country, string Zone)
{
    public bool IsStaff => Organisation == SampleWorld.Synerity;

    public string GivenName => Name[..Name.IndexOf(' ', StringComparison.Ordinal)];

    public string Surname => Name[(Name.IndexOf(' ', StringComparison.Ordinal) + 1)..];

    public string Email => $"{Key}@{Organisation.Domain}";
}

/// <param name="WireName">What the connector tells: Teams leaves the name of the General channel out.</param>
internal sealed record Channel(string Key, string Id, Text Name, string? WireName);

/// <summary>
/// The people and places of the try-out. The ids are fixed: <c>sample-customers.json</c> and <c>appsettings.Development.json</c> name the same.
/// </summary>
internal static class SampleWorld
{
    public const string BotName = "Synerity Support";
    public const string TeamName = "Synerity Support";
    public const string TeamGroupId = "5d0c7b92-4e3f-4a68-9d17-c2b8e6f10a35";

    public static readonly Organisation Nordhem = new("Nordhem", "1f6a0d3c-52b7-4c8e-9a14-7d3e5b0c8f21", "nordhem.example", "SILVER");
    public static readonly Organisation Fjallmat = new("Fjällmat", "2b8e4f17-96d3-4a05-8c62-e1f7a9b4d038", "fjallmat.example", "GULD");
    public static readonly Organisation Bjorkby = new("Björkby Bygg", "3c91d7a5-0e48-4f6b-b2d9-58a6c3e7f140", "bjorkbybygg.example", "FREE");
    public static readonly Organisation Unknown = new("Okänt Bolag", "4d27b8e6-c3f1-4e9a-a705-91b4d6f2c853", "okantbolag.example", null);
    public static readonly Organisation Synerity = new("Synerity", "5ea3c9f4-71d8-4b26-8f3e-a0c5d7e9b164", "synerity.example", null);

    public static readonly Channel General = new("general", "19:Vq3sT0yX8nKc5LrWm2BdZ7hJf1PgUa9RiEoN4tCxYk41@thread.tacv2", new("Allmänt", "General"), null);
    public static readonly Channel Tickets = new("tickets", "19:7c1e94b6d2f84a03b5e8c06f9a3d7125@thread.tacv2", Text.Same("Ärenden"), "Ärenden");

    public static readonly IReadOnlyList<Channel> Channels = [General, Tickets];

    public static readonly IReadOnlyList<Person> People =
    [
        Swede("maria", "Maria Ek", new("Driftansvarig", "Operations manager"), Nordhem, "a1f0c5d2-38b7-4e64-9c1a-6d2e8f7b3051"),
        Swede("johan", "Johan Falk", new("Kontaktperson", "Contact"), Fjallmat, "b2e1d6c3-49a8-4f75-8d2b-7e3f9a8c4162"),
        new("james", "James Carter", new("Inköpare", "Buyer"), Fjallmat, "c3d2e7b4-5a99-4086-9e3c-8f40ab9d5273", "en-GB", "GB", "Europe/London"),
        Swede("sara", "Sara Lund", new("Platschef", "Site manager"), Bjorkby, "d4c3f8a5-6b8a-4197-8f4d-9051bcae6384"),
        Swede("oskar", "Oskar Nyman", new("Ännu inte kund", "Not a customer yet"), Unknown, "e5b40996-7c7b-42a8-906e-a162cdbf7495"),
        Swede("anna", "Anna Berg", new("Tekniker", "Technician"), Synerity, "f6a51a87-8d6c-43b9-817f-b273dec085a6"),
        Swede("kalle", "Kalle Holm", new("Tekniker", "Technician"), Synerity, "07962b78-9e5d-44ca-9280-c384efd196b7"),
        Swede("eva", "Eva Strand", new("Administratör", "Administrator"), Synerity, "18873c69-af4e-45db-8391-d495f0e2a7c8"),
    ];

    /// <summary>The one of the staff who may bring the app into the team.</summary>
    public static Person Administrator => People.Single(person => person.Key == "eva");

    /// <summary>Teams gives the team the id of its General channel.</summary>
    public static string TeamId => General.Id;

    private static Person Swede(string key, string name, Text title, Organisation organisation, string objectId) =>
        new(key, name, title, organisation, objectId, "sv-SE", "SE", "Europe/Stockholm");
}
