using System.Collections.Generic;
using System.Globalization;
using NetGen.Generator.Model;
using NetGen.Generator.Support;

namespace NetGen.Generator.Lowering;

/// <summary>Gathers what there is to say of a declaration, so that one look shows all of it.</summary>
internal sealed class FindingList
{
    private readonly List<Finding> _findings = [];

    public EquatableArray<Finding> Findings => _findings.ToEquatableArray();

    /// <summary>Whether there is an error, so that no network can be made.</summary>
    public bool HasErrors { get; private set; }

    public void Error(string id, FindingTarget target, params object[] arguments)
    {
        HasErrors = true;
        Add(id, target, arguments);
    }

    public void Warning(string id, FindingTarget target, params object[] arguments) => Add(id, target, arguments);

    private void Add(string id, FindingTarget target, object[] arguments)
    {
        List<string> texts = [];
        foreach (object argument in arguments)
        {
            texts.Add(System.Convert.ToString(argument, CultureInfo.InvariantCulture) ?? "");
        }

        _findings.Add(new Finding(id, target, texts.ToEquatableArray()));
    }
}
