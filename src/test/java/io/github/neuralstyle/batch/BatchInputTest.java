package io.github.neuralstyle.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.Preset;
import io.github.neuralstyle.Settings;
import io.github.neuralstyle.TestErrors;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchInputTest {

    private static final List<Path> STYLES = List.of(Path.of("style.png"));

    @TempDir
    private Path folder;

    private Path file(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.createFile(file);
    }

    private List<BatchItem> items(Object input) throws IOException {
        return BatchFiles.items(input.toString(), STYLES, folder.resolve("out"), Settings.defaults(), "png");
    }

    private List<String> contents(Object input) throws IOException {
        return items(input).stream()
                .map(item -> folder.relativize(item.content()).toString().replace('\\', '/'))
                .toList();
    }

    private List<String> outputs(Object input) throws IOException {
        return items(input).stream()
                .map(item -> item.output().getFileName().toString())
                .toList();
    }

    private Path list(String... lines) throws IOException {
        return Files.writeString(folder.resolve("list.csv"), String.join("\r\n", lines) + "\r\n");
    }

    private void assertRefused(Object input, String... words) {
        TestErrors.assertSentence(assertThrows(IOException.class, () -> items(input)), words);
    }

    @Test
    void aFoldersImagesSortedWithoutSubfoldersAndHiddenFiles() throws Exception {
        for (String name :
                new String[] {"in/c.tif", "in/a.PNG", "in/b.jpeg", "in/notes.txt", "in/.hidden.png", "in/sub/d.png"})
            file(name);
        assertEquals(List.of("in/a.PNG", "in/b.jpeg", "in/c.tif"), contents(folder.resolve("in")));
        assertEquals(List.of("a.png", "b.png", "c.png"), outputs(folder.resolve("in")));
        assertEquals(
                new BatchItem(folder.resolve("in/a.PNG"), STYLES, folder.resolve("out/a.png"), Settings.defaults()),
                items(folder.resolve("in")).get(0));
    }

    @Test
    void patternsWithSpacesAndChineseCharacters() throws Exception {
        for (String name :
                new String[] {"我的 照片/富春 山居.jpg", "我的 照片/a b.jpg", "我的 照片/c.png", "other/d.jpg", "other/sub/e.jpg"})
            file(name);
        assertEquals(List.of("我的 照片/a b.jpg", "我的 照片/富春 山居.jpg"), contents(folder + "/我的 照片/*.jpg"));
        assertEquals(List.of("我的 照片/富春 山居.jpg"), contents(folder + "/*/富春*"));
        assertEquals(List.of("other/d.jpg", "我的 照片/a b.jpg", "我的 照片/富春 山居.jpg"), contents(folder + "/*/*.{jpg,gif}"));
        assertEquals(List.of("other/d.jpg", "other/sub/e.jpg"), contents(folder + "/other/**.jpg"));
        assertEquals(List.of("我的 照片/c.png"), contents(folder.resolve("我的 照片/c.png")));
    }

    @Test
    void patternsOfWindows() {
        assertEquals("C:/my photos/*.jpg", ImageFinder.withSlashes("C:\\my photos\\*.jpg", "\\"));
        assertEquals("photos/\\[a].jpg", ImageFinder.withSlashes("photos/\\[a].jpg", "/"));
    }

    @ParameterizedTest
    @CsvSource({"photos/*.jpg, photos/", "*.jpg, ''", "/a b/*/c?.png, /a b/", "C:/x/[ab].png, C:/x/", "a/b.png, a/"})
    void theFolderOfAPattern(String pattern, String expected) {
        assertEquals(expected, pattern.substring(0, ImageFinder.folderLength(pattern)));
    }

    @Test
    void sameNamesGetTheirExtension() throws Exception {
        for (String name : new String[] {"in/a.jpg", "in/a.png", "in/b.png", "in/A.tif", "in/a_png.png"}) file(name);
        assertEquals(
                List.of("A_tif.png", "a_jpg.png", "a_png.png", "a_png_2.png", "b.png"), outputs(folder.resolve("in")));
    }

    @Test
    void aListWithSettingsOfItsRows() throws Exception {
        Path list = list(
                "\uFEFFcontent,style,output,preset,strength,seed,losses",
                "a.jpg,,,,,,",
                "sub/b.jpg, s.png ; t.png,x/y.jpg,draft,0.8,7,",
                "a.jpg,\"画 1.png\",,,,,\"content,gram\"",
                "a.jpg,,,,,,");
        List<BatchItem> items = items(list);
        assertEquals(
                new BatchItem(folder.resolve("a.jpg"), STYLES, folder.resolve("out/a_jpg.png"), Settings.defaults()),
                items.get(0));
        assertEquals(
                new BatchItem(
                        folder.resolve("sub/b.jpg"),
                        List.of(folder.resolve("s.png"), folder.resolve("t.png")),
                        folder.resolve("out/x/y.jpg"),
                        Preset.DRAFT.settings().withStrength(0.8).withSeed(7)),
                items.get(1));
        assertEquals(
                new BatchItem(
                        folder.resolve("a.jpg"),
                        List.of(folder.resolve("画 1.png")),
                        folder.resolve("out/a_jpg_2.png"),
                        Settings.defaults().withLosses("content", "gram")),
                items.get(2));
        assertEquals(folder.resolve("out/a_jpg_3.png"), items.get(3).output());
    }

    @Test
    void aModelOfAListIsRelativeToItIfThere() throws Exception {
        Files.createDirectory(folder.resolve("net"));
        List<BatchItem> items = items(list("content,model", "a.jpg,net", "b.jpg,compact-vgg"));
        assertEquals(folder.resolve("net").toString(), items.get(0).settings().model());
        assertEquals("compact-vgg", items.get(1).settings().model());
    }

    @Test
    void wrongLists() throws Exception {
        assertRefused(
                list("content,strength", "a.jpg,0.5", "b.jpg,2"),
                "list.csv, row 3: strength is 2; it must be from 0 to 1.");
        assertRefused(
                list("content,strenght", "a.jpg,0.5"),
                "a column strenght; there are content, style, output, preset, size");
        assertRefused(list("picture,strength", "a.jpg,0.5"), "picture,strength; it must have a column content");
        assertRefused(list("content"), "no rows");
        assertRefused(list("content,style", ",b.png"), "row 2: content is blank");
        assertRefused(list("content,style", "a.jpg"), "row 2 has 1 cells and the heading 2");
        assertRefused(list("content,output", "a.jpg,x.png", "b.jpg,X.png"), "Two pictures have the output X.png");
        assertRefused(list("content,content", "a.jpg,b.jpg"), "list.csv", "content");
        assertRefused(
                Files.write(folder.resolve("empty.csv"), new byte[0]), "empty.csv: it is no table with a heading");
        assertRefused(folder.resolve("missing.csv"), "missing.csv: there is no such file");
        IOException noStyle = assertThrows(
                IOException.class,
                () -> BatchFiles.items(
                        list("content", "a.jpg").toString(),
                        List.of(),
                        folder.resolve("out"),
                        Settings.defaults(),
                        "png"));
        TestErrors.assertSentence(noStyle, "row 2: style is blank");
    }

    @Test
    void listsOfSpreadsheets() throws Exception {
        Settings strong = Settings.defaults().withStrength(0.7);
        for (Charset charset :
                List.of(StandardCharsets.UTF_8, Charset.forName("windows-1252"), StandardCharsets.UTF_16))
            for (String separator : List.of(";", "\t", ",")) {
                String number = separator.equals(",") ? "0.7" : "0,7";
                String text = "sep=" + separator + "\r\n" + String.join(separator, "Content", "STYLE", "Strength")
                        + "\r\n\r\n"
                        + String.join(separator, "\u00f6.png", "\"s.png;t.png\"", number) + "\r\n"
                        + separator + separator + "\r\n";
                BatchItem item = items(Files.write(folder.resolve("list.csv"), text.getBytes(charset)))
                        .get(0);
                assertEquals(folder.resolve("\u00f6.png"), item.content());
                assertEquals(List.of(folder.resolve("s.png"), folder.resolve("t.png")), item.styles());
                assertEquals(strong, item.settings());
            }
        assertEquals(
                strong, items(list("content\tstrength", "a.png\t0,7")).get(0).settings());
        assertEquals(
                strong,
                items(list("\"Sep=;\"", "content", "a.png")).get(0).settings().withStrength(0.7));
        assertRefused(list("content;strength", "", ";", "a.png;1,5"), "list.csv, row 4: strength is 1.5");
    }

    @Test
    void namesThatAreExtensions() throws Exception {
        for (String name : new String[] {"csv/png", "csv/a.png", "csv/.gif"}) file(name);
        assertEquals(List.of("csv/a.png"), contents(folder.resolve("csv")));
        Files.move(folder.resolve("csv"), folder.resolve("photos.csv"));
        assertEquals(List.of("photos.csv/a.png"), contents(folder.resolve("photos.csv")));
    }

    @Test
    void noInputIsReplaced() throws Exception {
        Path a = file("in/a.png");
        IOException same = assertThrows(
                IOException.class,
                () -> BatchFiles.items(
                        folder.resolve("in").toString(),
                        STYLES,
                        folder.resolve("out/../in"),
                        Settings.defaults(),
                        "jpg"));
        TestErrors.assertSentence(same, "it is that of the input");
        assertRefused(list("content,output", "in/a.png,../in/a.png"), "Cannot write", "it is an input");
        assertRefused(list("content,style,output", "b.png,in/a.png," + a), "Cannot write " + a, "it is an input");
        Files.createDirectory(folder.resolve("out"));
        assertRefused(
                Files.writeString(folder.resolve("out/manifest.csv"), "content\na.png\n"), "replaced by the manifest");
        assertEquals(0, Files.size(a));
    }

    @Test
    void nothingFound() throws Exception {
        Files.createDirectory(folder.resolve("empty"));
        assertRefused(folder.resolve("empty"), "Cannot find an image in the folder " + folder.resolve("empty"));
        assertRefused(folder + "/empty/*.jpg", "that matches " + folder + "/empty/*.jpg");
        assertRefused(folder + "/nowhere/*.jpg", "that matches");
        String message = assertThrows(IllegalArgumentException.class, () -> items(folder + "/empty/[a"))
                .getMessage();
        assertTrue(message.contains("no well-formed pattern"), message);
    }
}
