// Activations, their derivatives, and losses. What is inlined knows its sizes.

#include <math.h>

#define ALIGNED __attribute__((aligned(64)))

static inline void identity(int n, int width, float *a)
{
    (void)n, (void)width, (void)a;
}

static inline void relu(int n, int width, float *a)
{
    for (int k = 0; k < n * width; k++)
        a[k] = a[k] > 0 ? a[k] : 0;
}

static inline void sigmoid(int n, int width, float *a)
{
    for (int k = 0; k < n * width; k++)
        a[k] = 1 / (1 + expf(-a[k]));
}

static inline void hyperbolic_tangent(int n, int width, float *a)
{
    for (int k = 0; k < n * width; k++)
        a[k] = tanhf(a[k]);
}

// Returns ln Σ exp(z) of the rows, summed: what the cross-entropy needs beside z.
static inline float softmax(int n, int width, float *a)
{
    float logarithms = 0;
    for (int r = 0; r < n; r++) {
        float *row = a + r * width;
        float largest = row[0], sum = 0;
        for (int j = 1; j < width; j++)
            largest = row[j] > largest ? row[j] : largest;
        for (int j = 0; j < width; j++)
            sum += row[j] = expf(row[j] - largest);
        float scale = 1 / sum;
        for (int j = 0; j < width; j++)
            row[j] *= scale;
        logarithms += logf(sum) + largest;
    }
    return logarithms;
}

// d *= f′, from a = f(z)

static inline void identity_derivative(int n, int width, const float *a, float *d)
{
    (void)n, (void)width, (void)a, (void)d;
}

static inline void relu_derivative(int n, int width, const float *restrict a, float *restrict d)
{
    for (int k = 0; k < n * width; k++)
        d[k] = a[k] > 0 ? d[k] : 0;
}

static inline void sigmoid_derivative(int n, int width, const float *restrict a, float *restrict d)
{
    for (int k = 0; k < n * width; k++)
        d[k] *= a[k] * (1 - a[k]);
}

static inline void hyperbolic_tangent_derivative(int n, int width, const float *restrict a, float *restrict d)
{
    for (int k = 0; k < n * width; k++)
        d[k] *= 1 - a[k] * a[k];
}

// Losses: from a and targets to the sum over the samples, and the gradient of it.

static inline float squared_error(int n, int width, const float *restrict a, const float *restrict t, float *restrict d)
{
    float sum = 0;
    for (int k = 0; k < n * width; k++) {
        d[k] = a[k] - t[k];
        sum += d[k] * d[k];
    }
    return 0.5f * sum;
}

static inline float mean_squared_error(int n, int width, const float *restrict a, const float *restrict t, float *restrict d)
{
    float sum = 0, scale = 2.0f / width;
    for (int k = 0; k < n * width; k++) {
        float e = a[k] - t[k];
        d[k] = scale * e;
        sum += e * e;
    }
    return sum / width;
}

// Turns the logits in a into probabilities. The targets of a sample sum to 1.
static inline float softmax_cross_entropy(int n, int width, float *restrict a, const float *restrict t, float *restrict d)
{
    float dot = 0;
    for (int k = 0; k < n * width; k++)
        dot += a[k] * t[k];
    float logarithms = softmax(n, width, a);
    for (int k = 0; k < n * width; k++)
        d[k] = a[k] - t[k];
    return logarithms - dot;
}
