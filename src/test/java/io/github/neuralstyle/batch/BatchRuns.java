package io.github.neuralstyle.batch;

import static io.github.neuralstyle.batch.BatchFiles.manifest;

import io.github.neuralstyle.Settings;
import io.github.neuralstyle.batch.BatchTransfer.Summary;
import io.github.neuralstyle.image.ImageFiles;
import io.github.neuralstyle.image.Images;
import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.loss.LossConfig;
import io.github.neuralstyle.model.TestModels;
import io.github.neuralstyle.util.ProgressListener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.real.FloatType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Small batch runs. */
abstract class BatchRuns {

    static final ProgressListener<BatchTransfer.State> NONE = ProgressListener.none();

    @TempDir
    Path folder;

    Path in, out, style;
    Settings settings;

    @BeforeEach
    void files() throws IOException {
        in = folder.resolve("原 图");
        out = folder.resolve("画 out");
        style = BatchFiles.image(folder, "风格 style.png");
        for (String name : new String[] {"a.png", "b.jpg", "富春 山居.png"}) BatchFiles.image(in, name);
        TestModels.tiny(folder.resolve("tiny"));
        LossConfig losses = LossConfig.DEFAULT
                .withLosses(List.of("content", "gram"))
                .with(LossConfig.CONTENT_LAYERS, LossConfig.equal("block1_conv1"))
                .withStyleLayers(LossConfig.equal("block1_conv2"));
        settings = Settings.defaults()
                .withSize(64)
                .withFinish("off")
                .withSteps(3)
                .withModel(folder.resolve("tiny").toString())
                .withLossConfig(losses);
    }

    Summary run(Path output, Settings with, int jobs, boolean overwrite, ProgressListener<BatchTransfer.State> listener)
            throws IOException {
        return BatchTransfer.run(
                BatchInput.folder(in, List.of(style), output, with, "png", note -> {}),
                output,
                jobs,
                overwrite,
                listener);
    }

    Summary run() throws IOException {
        return run(out, settings, 1, false, NONE);
    }

    static Pixels read(Path file) throws IOException {
        Img<FloatType> image = ImageFiles.read(file);
        return new Pixels((int) image.dimension(0), (int) image.dimension(1), Images.toPixels(image));
    }

    String status(String name) throws IOException {
        return manifest(out).get(name).get("status");
    }
}
