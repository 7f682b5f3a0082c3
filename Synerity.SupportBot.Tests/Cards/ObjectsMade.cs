using System.Reflection;
using System.Reflection.Emit;

namespace Synerity.SupportBot.Tests.Cards;

/// <summary>Reads compiled code for the objects it makes, so that no way of writing <c>new</c> is overlooked.</summary>
internal static class ObjectsMade
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    /// <summary>The outermost classes with code that calls a constructor of <paramref name="made"/>.</summary>
    public static IEnumerable<Type> Classes(Assembly assembly, Type made)
    {
        var constructors = made.GetConstructors().Select(constructor => constructor.MetadataToken).ToHashSet();
        return assembly.GetTypes()
            .Where(type => type.GetMethods(Declared).Cast<MethodBase>().Concat(type.GetConstructors(Declared)).Any(method => Calls(method, constructors)))
            .Select(Outermost).Distinct();
    }

    /// <summary>Looks at every byte, for an opcode's place is not known without decoding what is before it; a false find would need an equal token.</summary>
    private static bool Calls(MethodBase method, HashSet<int> constructors)
    {
        var code = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        return Enumerable.Range(0, Math.Max(0, code.Length - 4))
            .Any(at => code[at] == OpCodes.Newobj.Value && constructors.Contains(BitConverter.ToInt32(code, at + 1)));
    }

    private static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;
}
