package io.github.neuralstyle.model.install;

import io.github.neuralstyle.model.Vgg;
import io.github.neuralstyle.model.VggWeights;
import io.github.neuralstyle.model.VggWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Makes a SavedModel in half precision, with its known answers, from the files that {@code src/train/python/export_raw.py}
 * writes: {@code mvn test-compile exec:java -Dexec.classpathScope=test
 * -Dexec.mainClass=io.github.neuralstyle.model.install.EmbedNetwork -Dexec.args="FOLDER NETWORK OUTPUT"}.
 */
public final class EmbedNetwork {

    private EmbedNetwork() {}

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]), output = Path.of(args[2]);
        List<String> blocks = Files.readAllLines(folder.resolve(args[1] + ".txt"));
        Vgg vgg = new Vgg(args[1], numbers(blocks.get(0)), numbers(blocks.get(1)));
        FloatBuffer values = ByteBuffer.wrap(Files.readAllBytes(folder.resolve(args[1] + ".f32")))
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer();
        Map<String, float[]> kernels = new LinkedHashMap<>(), biases = new LinkedHashMap<>();
        for (Vgg.Convolution convolution : vgg.convolutions()) {
            kernels.put(convolution.name(), next(values, 9 * convolution.in() * convolution.out()));
            biases.put(convolution.name(), next(values, convolution.out()));
        }
        if (values.hasRemaining())
            throw new IOException("The file has " + values.remaining() + " numbers more than " + vgg + ".");
        VggWriter.write(new VggWeights(vgg, kernels, biases), Vgg.Pooling.AVERAGE, true, output);
        KnownAnswers.write(output);
    }

    private static List<Integer> numbers(String line) {
        return Stream.of(line.trim().split(" ")).map(Integer::valueOf).toList();
    }

    private static float[] next(FloatBuffer values, int count) {
        float[] next = new float[count];
        values.get(next);
        return next;
    }
}
