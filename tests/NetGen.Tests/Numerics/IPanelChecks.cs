namespace NetGen.Tests.Numerics;

/// <summary>What holds for every number type and vector width.</summary>
internal interface IPanelChecks
{
    void Multiply();

    void MultiplyTransposed();

    void Dot();

    void SumOuterProducts();

    void Sums_and_maps_of_rows();

    void A_row_has_the_same_bits_alone_and_among_others();

    void What_a_finish_does_beside_storing_is_done_for_every_sum();
}
