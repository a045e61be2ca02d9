package io.github.neuralstyle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.model.FeatureModel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Training on a handful of images: what it learns does not matter, what it writes does. */
class TrainSubcommandTest {

    @TempDir
    private Path folder;

    @Test
    void writesAModelWithItsCardAndGoesOnFromACheckpoint() throws Exception {
        for (int i = 0; i < 8; i++)
            for (String name : new String[] {"left", "right"})
                Cli.image(folder.resolve("images").resolve(name), i + ".png", 64, 64);
        Path output = folder.resolve("mine");
        Object[] args = {"train", "--images", folder.resolve("images"), "--output", output, "--epochs", 1, "--batch", 8
        };
        Cli first = Cli.run(args);
        assertEquals(0, first.code(), first.err());
        assertTrue(FeatureModel.load(output).layers().contains("block5_conv1"));
        String card = Files.readString(output.resolve("MODEL_CARD.md"));
        for (String words : new String[] {"# mine", "images: 16 images of 2 classes", "1 passes", "neural-style train"})
            assertTrue(card.contains(words), card);
        try (var files = Files.list(output)) {
            assertEquals(4, files.count());
        }
        Cli again = Cli.run(args);
        assertEquals(0, again.code(), again.err());
        assertTrue(again.out().contains("Going on from the checkpoint"), again.out());
    }

    @Test
    void refusesWhatHoldsNoImages() {
        Path output = folder.resolve("model");
        Cli.run("train", "--images", folder.resolve("nowhere"), "--output", output)
                .assertFails(1, "nowhere", "there is no such folder or zip file");
    }
}
