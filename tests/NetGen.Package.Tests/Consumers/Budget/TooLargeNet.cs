using NetGen;

namespace Consumer;

[Network(4)]
[Dense(16, Activation.Relu)]
[Dense(3)]
[Budget(ParameterBytes = 256, Macs = 10_000)]
internal sealed partial class TooLargeNet;
