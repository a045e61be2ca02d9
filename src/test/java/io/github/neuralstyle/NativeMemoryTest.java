package io.github.neuralstyle;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.model.FeatureModel;
import io.github.neuralstyle.model.TestModels;
import io.github.neuralstyle.util.ProgressListener;
import java.nio.file.Path;
import java.util.List;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * TensorFlow's memory is not the collector's to free: whatever is not closed adds up. Twenty sessions left open would add
 * a quarter to the process; what the Java heap may still grow is a few hundredths.
 */
class NativeMemoryTest {

    @Test
    void thirtyTransfersTakeNoMoreThanTen(@TempDir Path folder) {
        FeatureModel model = TestModels.tiny(folder);
        long before = residentAfter(10, model), after = residentAfter(20, model);
        assertTrue(after < 1.1 * before, "from " + before + " to " + after + " bytes");
    }

    private static long residentAfter(int transfers, FeatureModel model) {
        Pixels content = TestPictures.waves(96, 72, 1), style = TestPictures.waves(96, 96, 2);
        Settings settings =
                Settings.defaults().withSize(96).withFinish("off").withSteps(2).withLosses("content", "tv");
        for (int i = 0; i < transfers; i++)
            StyleTransfer.run(model, content, List.of(style), new double[] {1}, settings, ProgressListener.none());
        System.gc();
        return Pointer.physicalBytes();
    }
}
