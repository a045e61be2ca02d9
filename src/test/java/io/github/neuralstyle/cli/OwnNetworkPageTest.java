package io.github.neuralstyle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.model.FeatureModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every command of {@code docs/own-network.md}, in its order, on images drawn here and with less work than there. */
class OwnNetworkPageTest {

    private static final Path PAGE = Path.of("docs", "own-network.md");
    private static final String PROGRAM = "neural-style ";
    private static final Set<String> FILES = Set.of("--images", "--output", "--content", "--style", "--model");
    private static final Map<String, Map<String, String>> LESS = Map.of(
            "train", Map.of("--epochs", "1", "--batch", "8"), "transfer", Map.of("--size", "64", "--steps", "1"));

    @TempDir
    private Path folder;

    @Test
    void everyCommandWorks() throws Exception {
        Random random = new Random(1);
        for (int i = 0; i < 10; i++) {
            draw(folder.resolve("my-micrographs/control/" + i + ".png"), 64, random, 5);
            draw(folder.resolve("my-micrographs/treated/" + i + ".png"), 64, random, 11);
        }
        draw(folder.resolve("cells.png"), 96, random, 11);
        draw(folder.resolve("texture.png"), 96, random, 4);
        List<String> commands = Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith(PROGRAM))
                .toList();
        assertEquals(7, commands.size());
        for (String command : commands) run(command);
        assertTrue(FeatureModel.load(folder.resolve("my-network")).layers().contains("block5_conv1"));
        String card = Files.readString(folder.resolve("my-network/MODEL_CARD.md"));
        assertTrue(card.contains("my-micrographs: 20 images of 2 classes"), card);
        assertNotEquals(-1, Files.mismatch(folder.resolve("with-mine.png"), folder.resolve("with-the-embedded.png")));
    }

    private void run(String command) {
        List<String> words = new ArrayList<>(
                Arrays.asList(command.substring(PROGRAM.length()).split(" ")));
        Path output = null;
        for (int i = 1; i < words.size(); i += 2) {
            String option = words.get(i);
            if (FILES.contains(option))
                words.set(i + 1, folder.resolve(words.get(i + 1)).toString());
            if (option.equals("--output")) output = Path.of(words.get(i + 1));
        }
        LESS.get(words.get(0)).forEach((option, value) -> {
            if (!words.contains(option)) words.addAll(List.of(option, value));
            words.set(words.indexOf(option) + 1, value);
        });
        Cli cli = Cli.run(words.toArray());
        assertEquals(0, cli.code(), command + ": " + cli.err());
        assertTrue(Files.exists(output), command);
    }

    /** Bright discs of some radius on a dark ground, like nuclei. */
    private static void draw(Path file, int side, Random random, int radius) throws Exception {
        float[] values = new float[3 * side * side];
        for (int i = 0; i < values.length; i++) values[i] = 30 + random.nextInt(20);
        for (int disc = 0; disc < 500 / (radius * radius) * side * side / 4096 + 2; disc++) {
            int x0 = random.nextInt(side), y0 = random.nextInt(side);
            for (int i = 0; i < values.length; i++) {
                int x = i / 3 % side - x0, y = i / 3 / side - y0;
                if (x * x + y * y < radius * radius) values[i] = 200 - 20 * (i % 3);
            }
        }
        Files.createDirectories(file.getParent());
        ImageInputs.write(new Pixels(side, side, values), file);
    }
}
