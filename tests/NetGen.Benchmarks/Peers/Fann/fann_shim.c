// FANN behind four functions of the shape that the benchmarks call: parameters in canonical order, batches in flat arrays.

#include <floatfann.h>
#include <string.h>

static struct fann *ann;
static struct fann_train_data *batch;
static unsigned outputs;

static enum fann_activationfunc_enum function(char activation)
{
    switch (activation) {
    case 'R':
        return FANN_LINEAR_PIECE;
    case 'S':
        return FANN_SIGMOID;
    case 'T':
        return FANN_SIGMOID_SYMMETRIC;
    default:
        return FANN_LINEAR;
    }
}

void create(unsigned layers, const unsigned *widths, char hidden_activation, char output_activation,
            unsigned n, const float *x, const float *t)
{
    enum fann_activationfunc_enum hidden = function(hidden_activation), output = function(output_activation);
    ann = fann_create_standard_array(layers, widths);
    outputs = widths[layers - 1];
    fann_set_activation_function_hidden(ann, hidden);
    fann_set_activation_function_output(ann, output);
    // FANN's own steepness of 0.5 makes its sigmoid the usual one; all others are the usual ones at 1.
    fann_set_activation_steepness_hidden(ann, hidden == FANN_SIGMOID ? 0.5f : 1);
    fann_set_activation_steepness_output(ann, output == FANN_SIGMOID ? 0.5f : 1);
    fann_set_training_algorithm(ann, n == 1 ? FANN_TRAIN_INCREMENTAL : FANN_TRAIN_BATCH);
    fann_set_train_error_function(ann, FANN_ERRORFUNC_LINEAR);
    batch = fann_create_train(n, widths[0], outputs);
    for (unsigned r = 0; r < n; r++) {
        memcpy(batch->input[r], x + r * widths[0], widths[0] * sizeof(float));
        memcpy(batch->output[r], t + r * outputs, outputs * sizeof(float));
    }
}

void destroy(void)
{
    fann_destroy(ann);
    fann_destroy_train(batch);
}

// FANN keeps the weights of a neuron together, the bias last; canonical order is W [inputs × outputs], then b.
static float *weight(const struct fann_layer *layer, long input, long neuron)
{
    return ann->weights + layer->first_neuron[neuron].first_con + input;
}

static long exchange(float *canonical, int store)
{
    float *next = canonical;
    for (struct fann_layer *layer = ann->first_layer + 1; layer < ann->last_layer; layer++) {
        // The last neuron of a layer is the bias of the next.
        long inputs = (layer - 1)->last_neuron - (layer - 1)->first_neuron - 1;
        long neurons = layer->last_neuron - layer->first_neuron - 1;
        for (long i = 0; i <= inputs; i++)
            for (long j = 0; j < neurons; j++, next++)
                if (store)
                    *weight(layer, i, j) = *next;
                else
                    *next = *weight(layer, i, j);
    }
    return next - canonical;
}

void set(float *canonical)
{
    exchange(canonical, 1);
}

void get(float *canonical)
{
    exchange(canonical, 0);
}

void forward(int n, float *y)
{
    for (int r = 0; r < n; r++)
        memcpy(y + r * outputs, fann_run(ann, batch->input[r]), outputs * sizeof(float));
}

// Returns the mean of ½ Σ (y − t)² before the step.
float train_step(int n, float rate)
{
    fann_set_learning_rate(ann, rate);
    if (n > 1)
        return 0.5f * outputs * fann_train_epoch(ann, batch);
    fann_reset_MSE(ann);
    fann_train(ann, batch->input[0], batch->output[0]);
    return 0.5f * outputs * fann_get_MSE(ann);
}
