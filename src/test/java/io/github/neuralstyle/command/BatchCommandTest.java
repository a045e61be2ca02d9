package io.github.neuralstyle.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.Options;
import io.github.neuralstyle.Preset;
import io.github.neuralstyle.TestPictures;
import io.github.neuralstyle.image.ImageFiles;
import io.github.neuralstyle.image.Images;
import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.model.TestModels;
import io.github.neuralstyle.util.Range;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;

class BatchCommandTest {

    @TempDir
    private Path folder;

    private Context context;
    private CommandService commands;

    @BeforeEach
    void start() throws Exception {
        context = new Context();
        commands = context.service(CommandService.class);
        TestModels.tiny(folder.resolve("tiny"));
        Files.createDirectory(folder.resolve("in"));
        for (String name : new String[] {"style.png", "in/a.png", "in/b.png"}) {
            Pixels waves = TestPictures.waves(64, 48, name.hashCode());
            ImageFiles.write(Images.fromPixels(waves.values(), waves.width(), waves.height()), folder.resolve(name));
        }
    }

    @AfterEach
    void stop() {
        context.dispose();
    }

    private CommandModule run(String input, String output) throws Exception {
        return commands.run(
                        BatchCommand.class,
                        true,
                        Map.of(
                                "input",
                                file(input),
                                "styleimage",
                                file("style.png"),
                                "output",
                                file(output),
                                "preset",
                                "draft",
                                "size",
                                64,
                                "model",
                                folder.resolve("tiny").toString()))
                .get();
    }

    private File file(String name) {
        return folder.resolve(name).toFile();
    }

    @Test
    void runsByClassAndCountsWhatFailed() throws Exception {
        Files.writeString(folder.resolve("in/bad.png"), "Once upon a time");
        CommandModule first = run("in", "out");
        assertEquals(List.of(2, 1), List.of(first.getOutput("done"), first.getOutput("failed")));
        assertTrue(Files.exists(folder.resolve("out/a.png")) && Files.exists(folder.resolve("out/b.png")));
        long made = Files.getLastModifiedTime(folder.resolve("out/a.png")).toMillis();
        Files.delete(folder.resolve("in/bad.png"));
        CommandModule second = run("in", "out");
        assertEquals(List.of(2, 0), List.of(second.getOutput("done"), second.getOutput("failed")));
        assertEquals(
                made, Files.getLastModifiedTime(folder.resolve("out/a.png")).toMillis());
    }

    @Test
    void wrongInputCancelsWithTheReason() throws Exception {
        CommandModule none = run("nowhere", "out");
        assertTrue(none.isCanceled());
        assertEquals("Cannot find images in " + file("nowhere") + ": there is no such folder.", none.getCancelReason());
        assertTrue(
                run("in", "style.png").getCancelReason().startsWith("Cannot write to the folder " + file("style.png")));
    }

    @Test
    void isInTheMenuWithTheDefaultsAndRangesOfSettings() {
        CommandInfo info = commands.getCommand(BatchCommand.class);
        assertEquals("Plugins > Neural Style > Batch...", info.getMenuPath().getMenuString());
        for (Range range : new Range[] {Options.SIZE.range(), Options.STRENGTH.range(), Options.SEED.range()}) {
            assertEquals(
                    range.min(), ((Number) info.getInput(range.name()).getMinimumValue()).doubleValue(), range.name());
            assertEquals(
                    range.max(), ((Number) info.getInput(range.name()).getMaximumValue()).doubleValue(), range.name());
            Number initial =
                    (Number) commands.moduleService().createModule(info).getInput(range.name());
            assertEquals(range.initial(), initial.doubleValue(), range.name());
        }
        assertEquals(
                Options.MODEL.initial(),
                commands.moduleService().createModule(info).getInput("model"));
        assertEquals(
                Preset.STANDARD.toString(),
                commands.moduleService().createModule(info).getInput("preset"));
    }
}
