package io.github.neuralstyle.model.weights;

import io.github.neuralstyle.model.VggWeights;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Who trained or converted a network. This defines its input: order of channels, range and means. */
public enum WeightSource {
    KERAS("BGR, 0..255, minus (103.939, 116.779, 123.68)"),
    CAFFE("BGR, 0..255, minus (103.939, 116.779, 123.68)"),
    TORCHVISION("RGB, 0..1, minus (0.485, 0.456, 0.406), over (0.229, 0.224, 0.225)"),
    /** The features that torchvision took over from SSD. */
    SSD("RGB, 0..255, minus (122.99925, 116.9991, 103.9992)");

    /** A description of the input that it expects. */
    public final String input;

    /** A source, and how it was recognised. */
    public record Found(WeightSource source, String how) {
        @Override
        public String toString() {
            return source.name().toLowerCase(Locale.ROOT) + ", " + how;
        }
    }

    /**
     * PyTorch's files hold the first digits of their SHA-256 in their names. The names and shapes in them are the same for
     * torchvision and conversions from Caffe, and so are the magnitudes of the first kernels: nothing else distinguishes them.
     */
    private static final Map<String, WeightSource> PUBLISHED = Map.of(
            "397923af", TORCHVISION, "dcbb9e9d", TORCHVISION, "00b39a1b", CAFFE, "d01eb7cb", CAFFE, "88682ab5", SSD);

    private static final float[] CAFFE_MEAN = {123.68f, 116.779f, 103.939f},
            SSD_MEAN = {122.99925f, 116.9991f, 103.9992f};
    private static final double[] MEAN = {0.485, 0.456, 0.406}, DEVIATION = {0.229, 0.224, 0.225};

    WeightSource(String input) {
        this.input = input;
    }

    /** @throws WeightsException if a file's names and checksum leave it open */
    public static Found of(Naming naming, Set<String> names, String sha256) throws WeightsException {
        if (naming.channelsLast) return new Found(KERAS, "recognised by the names of its layers");
        WeightSource published = PUBLISHED.get(sha256.substring(0, 8));
        if (published != null) return new Found(published, "recognised by the SHA-256 of the published file");
        if (naming == Naming.CAFFE) return new Found(CAFFE, "recognised by the names of its layers");
        if (names.stream().anyMatch(name -> name.startsWith("pre_logits.") || name.startsWith("head.fc.")))
            return new Found(TORCHVISION, "recognised by the names of its top, which are those of timm");
        throw new WeightsException(
                "torchvision's files and conversions from Caffe look the same, and this is none of those "
                        + "published; say which it is by --source torchvision or --source caffe");
    }

    /** The same network for an input of sRGB 0..255. */
    public VggWeights fold(VggWeights weights) {
        float[] scale = {1, 1, 1}, offset = new float[3];
        for (int c = 0; c < 3; c++)
            switch (this) {
                case KERAS, CAFFE -> offset[c] = -CAFFE_MEAN[c];
                case SSD -> offset[c] = -SSD_MEAN[c];
                case TORCHVISION -> {
                    scale[c] = (float) (1 / (255 * DEVIATION[c]));
                    offset[c] = (float) (-MEAN[c] / DEVIATION[c]);
                }
            }
        return (this == KERAS || this == CAFFE ? weights.withReversedInput() : weights).withInput(scale, offset);
    }
}
