package io.github.neuralstyle.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.batch.Augmentation;
import io.github.neuralstyle.model.TestModels;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;

class AugmentCommandTest {

    private static final Path SET = Path.of("test-images", "training-set");

    @TempDir
    private Path folder;

    private Context context;
    private CommandService commands;

    @BeforeEach
    void start() throws Exception {
        context = new Context();
        commands = context.service(CommandService.class);
        TestModels.tiny(folder.resolve("tiny"));
        for (String file : new String[] {"images/nuclei-1.tif", "masks/nuclei-1.tif"}) {
            Files.createDirectories(folder.resolve(file).getParent());
            Files.copy(SET.resolve(file), folder.resolve(file));
        }
    }

    @AfterEach
    void stop() {
        context.dispose();
    }

    private CommandModule run(Map<String, Object> more) throws Exception {
        Map<String, Object> inputs = new HashMap<>(Map.of(
                "images", folder.resolve("images").toFile(),
                "styles", SET.resolve("styles").toFile(),
                "output", folder.resolve("out").toFile(),
                "variants", 2,
                "model", folder.resolve("tiny").toString()));
        inputs.putAll(more);
        return commands.run(AugmentCommand.class, true, inputs).get();
    }

    @Test
    void findsLabelsAndMakesEachVariantOnce() throws Exception {
        assertEquals(2, run(Map.of("labels", new File(""))).getOutput("done"));
        assertTrue(Files.exists(folder.resolve("out/images/nuclei-1-v2.tif")));
        assertEquals(
                -1, Files.mismatch(SET.resolve("masks/nuclei-1.tif"), folder.resolve("out/labels/nuclei-1-v2.tif")));
        CommandModule again = run(Map.of());
        assertEquals(2, again.getOutput("done"));
        assertEquals(0, again.getOutput("failed"));
    }

    @Test
    void wrongInputCancelsWithTheReason() throws Exception {
        assertEquals(
                "strength is 2; it must be from 0 to 1.",
                run(Map.of("strength", "2")).getCancelReason());
        String none = run(Map.of("images", folder.resolve("none").toFile())).getCancelReason();
        assertTrue(none.contains("there is no such folder"), none);
    }

    @Test
    void rangesAndDefaultsAreThoseOfThePlainClass() {
        CommandInfo info = commands.getCommand(AugmentCommand.class);
        assertEquals(
                "Plugins > Neural Style > Augment Training Set...",
                info.getMenuPath().getMenuString());
        assertEquals(
                Augmentation.VARIANTS.max(), ((Number) info.getInput("variants").getMaximumValue()).doubleValue());
        assertEquals(Augmentation.DROP.max(), ((Number) info.getInput("drop").getMaximumValue()).doubleValue());
    }
}
