// One dense layer whose inner loops run over the outputs: W is [IN][OUT].
// Included once for each layer, with IN, OUT and LAYER(name) defined.

static float LAYER(w)[IN][OUT] ALIGNED;
static float LAYER(b)[OUT] ALIGNED;

static const float *LAYER(set)(const float *canonical)
{
    for (int i = 0; i < IN; i++)
        for (int j = 0; j < OUT; j++)
            LAYER(w)[i][j] = *canonical++;
    for (int j = 0; j < OUT; j++)
        LAYER(b)[j] = *canonical++;
    return canonical;
}

static float *LAYER(get)(float *canonical)
{
    for (int i = 0; i < IN; i++)
        for (int j = 0; j < OUT; j++)
            *canonical++ = LAYER(w)[i][j];
    for (int j = 0; j < OUT; j++)
        *canonical++ = LAYER(b)[j];
    return canonical;
}

// z = x·W + b
static inline void LAYER(forward)(int n, const float *restrict x, float *restrict z)
{
    for (int r = 0; r < n; r++) {
        float sum[OUT];
        for (int j = 0; j < OUT; j++)
            sum[j] = LAYER(b)[j];
        for (int i = 0; i < IN; i++)
            for (int j = 0; j < OUT; j++)
                sum[j] += x[r * IN + i] * LAYER(w)[i][j];
        for (int j = 0; j < OUT; j++)
            z[r * OUT + j] = sum[j];
    }
}

// g = d·Wᵀ
static inline void LAYER(backward)(int n, const float *restrict d, float *restrict g)
{
    for (int r = 0; r < n; r++)
        for (int i = 0; i < IN; i++) {
            float sum = 0;
            for (int j = 0; j < OUT; j++)
                sum += d[r * OUT + j] * LAYER(w)[i][j];
            g[r * IN + i] = sum;
        }
}

// W -= rate·xᵀ·d, b -= rate·Σd
static inline void LAYER(update)(int n, const float *restrict x, const float *restrict d, float rate)
{
    for (int i = 0; i < IN; i++)
        for (int r = 0; r < n; r++) {
            float step = rate * x[r * IN + i];
            for (int j = 0; j < OUT; j++)
                LAYER(w)[i][j] -= step * d[r * OUT + j];
        }
    for (int r = 0; r < n; r++)
        for (int j = 0; j < OUT; j++)
            LAYER(b)[j] -= rate * d[r * OUT + j];
}
