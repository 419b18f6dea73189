// Runs a model in ONNX Runtime for the benchmarks: reads one JSON command a line, answers with one JSON line. Times its own loops.
// The first argument is the folder that has onnxruntime-node in its node_modules.

'use strict';

const { createRequire } = require('node:module');
const path = require('node:path');
const readline = require('node:readline');
const ort = createRequire(path.join(process.argv[2], 'worker.js'))('onnxruntime-node');

let session, feeds;

const commands = {
    async prepare(command) {
        await session?.release();
        session = await ort.InferenceSession.create(Buffer.from(command.model, 'base64'), {
            intraOpNumThreads: 1,
            interOpNumThreads: 1,
            executionMode: 'sequential',
            graphOptimizationLevel: 'all',
        });
        const inputs = new Float32Array(new Uint8Array(Buffer.from(command.inputs, 'base64')).buffer);
        feeds = { x: new ort.Tensor('float32', inputs, [command.n, inputs.length / command.n]) };
        return {};
    },

    async forward() {
        const { y } = await session.run(feeds);
        return { outputs: Buffer.from(y.data.buffer, y.data.byteOffset, y.data.byteLength).toString('base64') };
    },

    async time(command) {
        await session.run(feeds); // uncounted: the caches are filled again
        const started = process.hrtime.bigint();
        for (let call = 0; call < command.calls; call++) {
            await session.run(feeds);
        }
        return { seconds: Number(process.hrtime.bigint() - started) * 1e-9 };
    },
};

async function main() {
    for await (const line of readline.createInterface({ input: process.stdin })) {
        let answer;
        try {
            const command = JSON.parse(line);
            answer = await commands[command.command](command);
        } catch (error) {
            answer = { error: `${error.stack}` };
        }
        process.stdout.write(`${JSON.stringify(answer)}\n`);
    }
}

main();
