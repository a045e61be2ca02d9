package io.github.neuralstyle.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LinksTest {

    private static final Path PICTURES = Page.FOLDER.resolve("images");

    static Stream<Page> pages() {
        return Stream.concat(Page.all().stream(), Stream.of(Page.of(Path.of("CHANGELOG.md"))));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyRelativeLinkLeadsToAFileAndHeading(Page page) {
        for (String link : page.links()) {
            if (link.contains(":")) continue;
            String[] parts = link.split("#", 2);
            Path target = parts[0].isEmpty() ? page.file() : resolve(page, parts[0]);
            assertTrue(Files.exists(target), link);
            if (parts.length == 2)
                assertTrue(
                        Page.of(target).anchors().contains(parts[1]),
                        () -> link + " is none of " + Page.of(target).anchors());
        }
    }

    @ParameterizedTest
    @MethodSource("io.github.neuralstyle.docs.Page#all")
    void everyTypeWithAPackageExists(Page page) {
        Pattern type = Pattern.compile("`(?:io\\.github\\.neuralstyle\\.)?((?:[a-z][a-z0-9]*\\.)+[A-Z]\\w*)`");
        type.matcher(page.text())
                .results()
                .map(name -> Path.of("io/github/neuralstyle/" + name.group(1).replace('.', '/') + ".java"))
                .forEach(file -> assertTrue(
                        Stream.of("main", "test")
                                .anyMatch(part -> Files.exists(
                                        Path.of("src", part, "java").resolve(file))),
                        file.toString()));
    }

    @Test
    void everyPictureIsShown() throws IOException {
        Set<Path> shown = Page.all().stream()
                .flatMap(page -> page.links().stream().map(link -> resolve(page, link)))
                .filter(file -> file.startsWith(PICTURES))
                .collect(Collectors.toCollection(TreeSet::new));
        try (Stream<Path> pictures = Files.list(PICTURES)) {
            assertEquals(pictures.collect(Collectors.toCollection(TreeSet::new)), shown);
        }
    }

    @Test
    void everyPageIsLinkedFromTheReadme() {
        Page readme = Page.of(Path.of("README.md"));
        List<Path> linked = readme.links().stream()
                .map(link -> resolve(readme, link.replaceFirst("#.*", "")))
                .toList();
        for (Page page : Page.all())
            if (!page.equals(readme)) assertTrue(linked.contains(page.file()), page.toString());
    }

    @Test
    void readmeIsShortAndHasTheTwoCommands() {
        Page readme = Page.of(Path.of("README.md"));
        assertTrue(readme.text().lines().count() <= 150);
        List<String> lines = readme.blocks("").stream().flatMap(String::lines).toList();
        for (String command : List.of("mvn -q compile exec:java", "mvn verify"))
            assertTrue(
                    lines.stream()
                            .anyMatch(line -> line.replaceFirst(" +#.*", "").equals(command)),
                    command);
    }

    private static Path resolve(Page page, String link) {
        return page.file().resolveSibling(link.contains(":") ? "" : link).normalize();
    }
}
