package io.github.neuralstyle.model.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.model.InstalledModels;
import io.github.neuralstyle.model.ModelStore;
import io.github.neuralstyle.model.weights.Fixtures;
import io.github.neuralstyle.model.weights.WeightSource;
import io.github.neuralstyle.util.Checksum;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a script. */
class VggImportTest {

    @TempDir
    private Path folder;

    private InstalledModels models;

    @BeforeEach
    void emptyStore() {
        models = new ModelStore(folder.resolve("models")).installed();
    }

    @Test
    void underTheNameOfItsArchitectureWithTheUsualTerms() throws IOException {
        Path file = Fixtures.file("keras-2.h5");
        VggImport.Result result = VggImport.of(file).into(models, state -> true);
        assertEquals("vgg19-2", result.name());
        String card = Files.readString(result.folder().resolve("MODEL_CARD.md"));
        assertTrue(card.contains("SHA-256 `" + Checksum.sha256(file) + "`"), card);
        assertTrue(card.contains("conversions of them such as those of Keras"), card);
        assertEquals(
                16,
                new ModelStore(folder.resolve("models"))
                        .load("vgg19-2")
                        .layers()
                        .size());
    }

    @Test
    void withTermsOfItsOwn() throws IOException {
        VggImport.Result result = new VggImport(
                        Fixtures.file("torch.pth"), "mine", VggImport.POOLING, null, WeightSource.CAFFE, "Ask the lab.")
                .into(models, state -> true);
        String card = Files.readString(result.folder().resolve("MODEL_CARD.md"));
        assertTrue(card.endsWith("\n\nAsk the lab.\n"), card);
        assertFalse(card.contains("such as those of Keras"), card);
    }

    @Test
    void whatIsStoppedIsNotInstalled() throws IOException {
        Path images = Files.createDirectory(folder.resolve("images"));
        ImageIO.write(
                new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB),
                "png",
                images.resolve("black.png").toFile());
        VggImport stopped = new VggImport(Fixtures.file("keras-2.h5"), "mine", VggImport.POOLING, images, null, null);
        assertThrows(CancellationException.class, () -> stopped.into(models, state -> false));
        assertEquals(List.of(), models.names());
    }
}
