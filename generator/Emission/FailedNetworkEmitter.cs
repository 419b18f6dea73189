using System.Linq;
using NetGen.Generator.Emission.Surface;
using NetGen.Generator.Model;
using NetGen.Generator.Support;

namespace NetGen.Generator.Emission;

/// <summary>
/// The file of a network whose declaration is wrong: the members that can stand, so that the one error shown is ours and not a crowd of missing members;
/// should the error go unseen, they throw it.
/// </summary>
internal static class FailedNetworkEmitter
{
    public static string Emit(NetworkModel model, EquatableArray<string> errors)
    {
        TypeModel type = model.Type;
        SurfaceFacts facts = SurfaceFacts.Of(model);
        string @interface = $"global::NetGen.{facts.Interface}<{facts.Number}>";
        string failure = $"throw new global::System.InvalidOperationException({Literals.Text(string.Join("\n", errors))})";
        return FileFrame.Write(type, @interface, ["<remarks>This network was not compiled: its declaration has errors.</remarks>"], writer =>
        {
            Constants.Write(writer, type, facts);
            SurfaceMember[] members = new SurfaceMembers(facts, new StepFacts(null, null, true), kernels: "").All.ToArray();
            foreach (SurfaceMember member in members.Where(member => !type.Omitted.Contains(member.Key)))
            {
                member.Write(writer, type.Hidden, [failure + ";"]);
            }

            // What the user's own members leave no room for still has to be there for the interface.
            foreach (SurfaceMember member in members.Where(member => type.Omitted.Contains(member.Key) && !member.IsStatic))
            {
                if (InterfaceOf(member, facts) is { } owner)
                {
                    member.Write(writer, [], [failure + ";"], $"global::NetGen.{owner}<{facts.Number}>");
                }
            }

            InterfaceMembers.Write(writer, facts, type.Omitted, failure);
        });
    }

    /// <summary>The contract of the class that asks for the member, or null where none does.</summary>
    private static string? InterfaceOf(SurfaceMember member, SurfaceFacts facts) => member.Name switch
    {
        "Parameters" or "Initialize" or "Forward" or "Backpropagate" => "INetwork",
        "Predict" => facts.Interface == "IClassifier" ? "IClassifier" : null,
        _ when member.Key.Contains("<int>") => facts.Interface == "IClassifier" ? "IClassifier" : null,
        _ => "ITrainableNetwork",
    };
}
