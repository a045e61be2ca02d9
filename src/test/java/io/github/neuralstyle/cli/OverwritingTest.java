package io.github.neuralstyle.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No command replaces an input, nor writes two results to one file. */
class OverwritingTest {

    @TempDir
    private Path folder;

    private Path photo, link, other;
    private byte[] bytes;

    private void refused(int code, String words, Object... args) throws Exception {
        List<Object> all = new ArrayList<>(List.of(args));
        Cli.run(all.toArray()).assertFails(code, words);
        assertArrayEquals(bytes, Files.readAllBytes(photo));
    }

    @Test
    void inputsStay() throws Exception {
        photo = Cli.image(folder, "photo.png", 64, 64);
        other = Cli.image(folder, "other.png", 64, 64);
        link = Files.createSymbolicLink(folder.resolve("link.png"), photo);
        bytes = Files.readAllBytes(photo);
        Path fresh = folder.resolve("fresh.png"), table = folder.resolve("t.csv");
        for (Path output : List.of(photo, link, folder.resolve("../" + folder.getFileName() + "/photo.png"))) {
            String words = "Cannot write " + output + ": it is an input; choose another output.";
            refused(1, words, "transfer", "--content", photo, "--style", other, "--output", output);
            refused(1, words, "transfer", "--content", other, "--style", photo, "--output", output);
            refused(1, words, "transfer", "--content", photo, "--style", other, "--output", fresh, "--plot", output);
            refused(1, words, "match", "--source", photo, "--template", other, "--output", output);
            refused(1, words, "match", "--source", other, "--template", photo, "--output", fresh, "--plot", output);
            refused(1, words, "explain", "--image", photo, "--output", output);
            refused(1, words, "histograms", "--result", other, "--style", photo, "--output", output);
        }
        refused(
                2,
                "so is --output",
                "match",
                "--source",
                photo,
                "--template",
                other,
                "--output",
                fresh,
                "--plot",
                fresh);
        refused(
                2,
                "so is --output",
                "transfer",
                "--content",
                photo,
                "--style",
                other,
                "--output",
                fresh,
                "--plot",
                fresh);
        Files.createSymbolicLink(table, photo);
        refused(
                1,
                "t.csv: it is an input",
                "transfer",
                "--content",
                photo,
                "--style",
                other,
                "--output",
                fresh,
                "--log",
                table);
    }
}
