package io.github.neuralstyle;

import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.model.FeatureModel;
import io.github.neuralstyle.model.TestModels;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Small runs with a small network. */
abstract class StyleTransferRuns {

    static final Pixels CONTENT = TestPictures.waves(96, 72, 1),
            STYLE = TestPictures.waves(80, 90, 2),
            OTHER = TestPictures.waves(64, 70, 3);

    /** Of 182x137 pixels, made at two scales. */
    static final Settings SETTINGS = Preset.STATISTICS.settings().withSize(182).withSteps(6);

    /** Of 96x72 pixels, made at one scale. */
    static final Settings SMALL = SETTINGS.withSize(96);

    @TempDir
    static Path folder;

    static FeatureModel model;

    @BeforeAll
    static void load() {
        model = TestModels.tiny(folder);
    }
}
