namespace Iris;

/// <summary>A flower: sepal length, sepal width, petal length and petal width in cm, and the index of its species.</summary>
internal sealed record Flower(float[] Measurements, int Species);
