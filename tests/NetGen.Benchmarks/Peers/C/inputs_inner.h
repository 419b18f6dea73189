// One dense layer whose inner loops run over the inputs: W is [OUT][IN].
// Included once for each layer, with IN, OUT and LAYER(name) defined.

static float LAYER(w)[OUT][IN] ALIGNED;
static float LAYER(b)[OUT] ALIGNED;

static const float *LAYER(set)(const float *canonical)
{
    for (int i = 0; i < IN; i++)
        for (int j = 0; j < OUT; j++)
            LAYER(w)[j][i] = *canonical++;
    for (int j = 0; j < OUT; j++)
        LAYER(b)[j] = *canonical++;
    return canonical;
}

static float *LAYER(get)(float *canonical)
{
    for (int i = 0; i < IN; i++)
        for (int j = 0; j < OUT; j++)
            *canonical++ = LAYER(w)[j][i];
    for (int j = 0; j < OUT; j++)
        *canonical++ = LAYER(b)[j];
    return canonical;
}

// z = x·W + b
static inline void LAYER(forward)(int n, const float *restrict x, float *restrict z)
{
    for (int r = 0; r < n; r++)
        for (int j = 0; j < OUT; j++) {
            float sum = LAYER(b)[j];
            for (int i = 0; i < IN; i++)
                sum += x[r * IN + i] * LAYER(w)[j][i];
            z[r * OUT + j] = sum;
        }
}

// g = d·Wᵀ
static inline void LAYER(backward)(int n, const float *restrict d, float *restrict g)
{
    for (int r = 0; r < n; r++) {
        float sum[IN];
        for (int i = 0; i < IN; i++)
            sum[i] = 0;
        for (int j = 0; j < OUT; j++)
            for (int i = 0; i < IN; i++)
                sum[i] += d[r * OUT + j] * LAYER(w)[j][i];
        for (int i = 0; i < IN; i++)
            g[r * IN + i] = sum[i];
    }
}

// W -= rate·xᵀ·d, b -= rate·Σd
static inline void LAYER(update)(int n, const float *restrict x, const float *restrict d, float rate)
{
    for (int j = 0; j < OUT; j++)
        for (int r = 0; r < n; r++) {
            float step = rate * d[r * OUT + j];
            for (int i = 0; i < IN; i++)
                LAYER(w)[j][i] -= step * x[r * IN + i];
        }
    for (int r = 0; r < n; r++)
        for (int j = 0; j < OUT; j++)
            LAYER(b)[j] -= rate * d[r * OUT + j];
}
