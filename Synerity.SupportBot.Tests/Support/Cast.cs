namespace Synerity.SupportBot.Tests.Support;

/// <summary>Somebody in Teams, with the client they use.</summary>
internal sealed record Actor(string Name, string TenantId, string ObjectId, string Locale = "sv-SE", string Zone = "Europe/Stockholm")
{
    public string Id => "29:" + ObjectId;

    /// <summary>As the connector makes it when it is asked for the personal chat.</summary>
    public string ChatId => "a:" + Id;
}

/// <summary>The people of the tests, their organisations and the provider's channel.</summary>
internal static class Cast
{
    public const string ProviderTenant = "5ea3c9f4-71d8-4b26-8f3e-a0c5d7e9b164";
    public const string ChannelId = "19:support@thread.tacv2";

    /// <summary>The tenant of the sample activities.</summary>
    public const string SampleTenant = "6f0c2a51-9b7e-4d3a-8a55-0e1f7c94d2b8";

    private const string Nordhem = "1f6a0d3c-52b7-4c8e-9a14-7d3e5b0c8f21";
    private const string Fjallmat = "2b8e4f17-96d3-4a05-8c62-e1f7a9b4d038";
    private const string Bjorkby = "3c91d7a5-0e48-4f6b-b2d9-58a6c3e7f140";
    private const string Faded = "4d02e8b6-1f59-4a7c-93ea-69b7d4f8a251";
    private const string Group = "5e13f9c7-206a-4b8d-84fb-7ac8e5a9b362";

    /// <summary>NORD, SILVER.</summary>
    public static readonly Actor Maria = new("Maria Ek", Nordhem, "a1f0c5d2-38b7-4e64-9c1a-6d2e8f7b3051");

    /// <summary>NORD, a colleague of Maria's who reads English.</summary>
    public static readonly Actor Edward = new("Edward Hill", Nordhem, "a2f0c5d2-38b7-4e64-9c1a-6d2e8f7b3052", "en-GB");

    /// <summary>NORD, with whom tickets are shared.</summary>
    public static readonly Actor Petra = new("Petra Vik", Nordhem, "a4f0c5d2-38b7-4e64-9c1a-6d2e8f7b3054");

    /// <summary>NORD's contact.</summary>
    public static readonly Actor Lena = new("Lena Dahl", Nordhem, "a3f0c5d2-38b7-4e64-9c1a-6d2e8f7b3053");

    /// <summary>FJM, GULD, its contact.</summary>
    public static readonly Actor Johan = new("Johan Falk", Fjallmat, "b2e1d6c3-49a8-4f75-8d2b-7e3f9a8c4162");

    /// <summary>BJORK, FREE.</summary>
    public static readonly Actor Sara = new("Sara Björk", Bjorkby, "c3d2e7b4-5ab9-4086-9e3c-8f4a0b9d5273");

    /// <summary>FADED, whose agreement ended last summer.</summary>
    public static readonly Actor Olle = new("Olle Lund", Faded, "d4c3f8a5-6bca-4197-af4d-905b1cae6384");

    /// <summary>A tenant of two companies, NORRA and SODRA.</summary>
    public static readonly Actor Karin = new("Karin Sund", Group, "e5b4a9f6-7cdb-42a8-b05e-a16c2dbf7495");

    /// <summary>A tenant nobody knows.</summary>
    public static readonly Actor Ulf = new("Ulf Okänd", "99999999-1111-4222-8333-444444444444", "f6a5bae7-8dec-43b9-816f-b27d3eca85a6");

    public static readonly Actor Anna = new("Anna Berg", ProviderTenant, "f6a51a87-8d6c-43b9-817f-b273dec085a6");
    public static readonly Actor Kalle = new("Kalle Holm", ProviderTenant, "07962b78-9e5d-44ca-9280-c384efd196b7");
    public static readonly Actor Administrator = new("Britta Chef", ProviderTenant, "18873c69-af4e-45db-8391-d495f0e2a7c8");

    /// <summary>In the provider's tenant, but nobody has listed him.</summary>
    public static readonly Actor Unlisted = new("Nils Ny", ProviderTenant, "29984d70-bf5f-46ec-8402-e5a601f3b8d9");

    public static IReadOnlyList<Actor> Everybody => [Maria, Edward, Petra, Lena, Johan, Sara, Olle, Karin, Ulf, Anna, Kalle, Administrator, Unlisted];

    /// <summary>The customers file that the bot reads at its first start.</summary>
    public static string Customers =>
        $$"""
        [
          { "key": "NORD", "name": "Nordhem", "tier": "SILVER", "tenantIds": ["{{Nordhem}}"],
            "contacts": [{ "tenantId": "{{Nordhem}}", "objectId": "{{Lena.ObjectId}}" }] },
          { "key": "FJM", "name": "Fjällmat", "tier": "GULD", "tenantIds": ["{{Fjallmat}}"],
            "contacts": [{ "tenantId": "{{Fjallmat}}", "objectId": "{{Johan.ObjectId}}" }] },
          { "key": "BJORK", "name": "Björkby Bygg", "tier": "FREE", "tenantIds": ["{{Bjorkby}}"] },
          { "key": "FADED", "name": "Fadd AB", "tier": "SILVER", "tenantIds": ["{{Faded}}"], "from": "2025-01-01", "to": "2026-11-30" },
          { "key": "NORRA", "name": "Norra Bolaget", "tier": "SILVER", "tenantIds": ["{{Group}}"], "domains": ["norra.example"] },
          { "key": "SODRA", "name": "Södra Bolaget", "tier": "FREE", "tenantIds": ["{{Group}}"], "domains": ["sodra.example"] },
          { "key": "VAST", "name": "Kundtjänst Väst", "tier": "SILVER", "tenantIds": ["{{SampleTenant}}"] }
        ]
        """;
}
