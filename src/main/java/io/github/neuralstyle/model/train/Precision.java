package io.github.neuralstyle.model.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.GraphOptions;
import org.tensorflow.proto.RewriterConfig;

/** The precision in which a session computes its convolutions. */
final class Precision {

    private Precision() {}

    /** Whether this machine's processor multiplies bfloat16 matrices. False where it does not tell. */
    static boolean bfloat16Supported() {
        try {
            String flags = Files.readString(Path.of("/proc/cpuinfo"));
            return flags.contains("avx512_bf16") || flags.contains("amx_bf16");
        } catch (IOException notLinux) {
            return false;
        }
    }

    static ConfigProto config(boolean bfloat16) {
        if (!bfloat16) return ConfigProto.getDefaultInstance();
        return ConfigProto.newBuilder()
                .setGraphOptions(GraphOptions.newBuilder()
                        .setRewriteOptions(RewriterConfig.newBuilder()
                                .setAutoMixedPrecisionOnednnBfloat16(RewriterConfig.Toggle.ON)))
                .build();
    }
}
