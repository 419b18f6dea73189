using System;

namespace NetGen.Optimizers.Rules;

/// <summary>1 − βᵗ, by which Adam makes up for averages that begin with 0.</summary>
internal readonly struct BiasCorrection(double beta)
{
    /// <summary>e⁻⁴⁰ is less than half of the last bit of 1. Powers behind that, which become subnormal, are slow to compute and change nothing.</summary>
    private readonly double _last = -40 / Math.Log(beta);

    /// <summary>The factor of step number t, from 1.</summary>
    public double At(long step) => step > _last ? 1 : 1 - Math.Pow(beta, step);
}
