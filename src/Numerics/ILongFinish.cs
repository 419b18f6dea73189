using System.ComponentModel;

namespace NetGen.Numerics;

/// <summary>
/// A finish that is long, because it evaluates functions such as tanh. Inlined for every vector of a register tile it would be more than the JIT inlines, which then calls
/// what is within: so all sums of some tiles are stored first, and finished in a loop where it stands once.
/// </summary>
/// <remarks>Implemented by structs in generated code.</remarks>
/// <typeparam name="T">The number type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ILongFinish<T> : IFinish<T>
    where T : unmanaged
{
}
