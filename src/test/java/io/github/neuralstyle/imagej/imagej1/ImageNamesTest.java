package io.github.neuralstyle.imagej.imagej1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.WindowManager;
import ij.macro.Interpreter;
import ij.process.ByteProcessor;
import io.github.neuralstyle.command.StyleTransferCommand;
import io.github.neuralstyle.image.ImageFiles;
import java.nio.file.Path;
import java.util.Map;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.CommandService;
import org.scijava.module.ModuleService;

/** Which of the open images a macro means. */
class ImageNamesTest {

    private final Context context = new Context();
    private final ImagePlus first = open("same"), second = open("same"), other = open("other");
    private Inputs inputs;

    private static ImagePlus open(String title) {
        Interpreter.batchMode = true;
        ImagePlus image = new ImagePlus(title, new ByteProcessor(1, 1));
        Interpreter.addBatchModeImage(image);
        return image;
    }

    @BeforeEach
    void start() {
        inputs = new Inputs(context.service(ModuleService.class)
                .createModule(context.service(CommandService.class).getCommand(StyleTransferCommand.class)));
    }

    @AfterEach
    void stop() {
        for (ImagePlus image : new ImagePlus[] {first, second, other}) Interpreter.removeBatchModeImage(image);
        Interpreter.batchMode = false;
        WindowManager.setTempCurrentImage(null);
        context.dispose();
    }

    private Object image(String text) {
        return inputs.values(Map.of("image", text, "styleimage", "other")).get("image");
    }

    @Test
    void titlesAndIdsNameImages() {
        WindowManager.setTempCurrentImage(other);
        assertEquals(other, image("other"));
        assertEquals(second, image("id=" + second.getID()));
        assertEquals(second, image("id=" + second.getID() + " same"));
    }

    @Test
    void ofOneTitleTheActiveOneIsMeant() {
        WindowManager.setTempCurrentImage(second);
        assertEquals(second, image("same"));
    }

    @Test
    void ofOneTitleTheOneMeantIsAskedFor() {
        WindowManager.setTempCurrentImage(other);
        String message = assertThrows(IllegalArgumentException.class, () -> image("same"))
                .getMessage();
        assertEquals(
                "image is same, the title of 2 images; give it as image=[id=" + first.getID() + "] or image=[id="
                        + second.getID() + "].",
                message);
        assertTrue(assertThrows(IllegalArgumentException.class, () -> image("id=-99999"))
                .getMessage()
                .startsWith("image is id=-99999, which is not open; open are "));
    }

    @Test
    void stylesAreReadFromFilesAndRecordedByTheirPaths(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("a b.png");
        ImageFiles.write(ArrayImgs.floats(5, 4, 3), file);
        Map<String, Object> values = inputs.values(Map.of("content", "other", "style", file.toString()));
        assertEquals(other, values.get("image"));
        assertEquals(5, ((Img<?>) values.get("styleimage")).dimension(0));
        assertEquals(file.toString(), Inputs.texts(values).get("styleimage"));
        Map<String, String> missing =
                Map.of("image", "other", "styleimage", folder.resolve("no.png").toString());
        assertTrue(assertThrows(IllegalArgumentException.class, () -> inputs.values(missing))
                .getMessage()
                .contains("no.png"));
    }

    @Test
    void numbersOutsideTheirRangeAreRefused() {
        assertEquals(
                "size is 5; it must be from 64 to 16384.",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> inputs.values(Map.of("image", "other", "styleimage", "other", "size", "5")))
                        .getMessage());
    }

    @Test
    void theRecorderNamesWhatATitleDoesNot() {
        assertEquals(
                Map.of("image", "id=" + first.getID(), "styleimage", "other"),
                Inputs.texts(Map.of("image", first, "styleimage", other)));
    }
}
