package io.github.neuralstyle.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page of the documentation, in Markdown. */
record Page(Path file, String text) {

    static final Path FOLDER = Path.of("docs");
    static final String PROGRAM = "neural-style ";

    private static final Pattern BLOCK = Pattern.compile("^```(\\w*)\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL),
            INLINE = Pattern.compile("(?<!`)`([^`]+)`(?!`)"),
            LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)"),
            HEADING = Pattern.compile("^#+ (.*)$", Pattern.MULTILINE);

    static Page of(Path file) {
        try {
            return new Page(file, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All pages but the changelog, which also has commands of the past. */
    static List<Page> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return Stream.concat(
                            Stream.of(Path.of("README.md"), Path.of("CONTRIBUTING.md")),
                            files.filter(file -> file.toString().endsWith(".md"))
                                    .sorted())
                    .map(Page::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The blocks of code in a language; those without one have the language "". */
    List<String> blocks(String language) {
        return BLOCK.matcher(text)
                .results()
                .filter(block -> block.group(1).equals(language))
                .map(block -> block.group(2))
                .toList();
    }

    /** The command lines in blocks, without their comments. */
    List<String> commands() {
        return blocks("").stream()
                .flatMap(String::lines)
                .map(line -> line.startsWith("$ ") ? line.substring(2) : line)
                .filter(line -> line.startsWith(PROGRAM))
                .map(line -> line.replaceFirst(" +# .*", ""))
                .toList();
    }

    /** The command lines within sentences, each on one line; of names in the program's there are more words than one. */
    List<String> inlineCommands() {
        return inline().stream()
                .filter(code -> code.startsWith(PROGRAM))
                .filter(code -> code.split(" ").length > 2)
                .toList();
    }

    private List<String> inline() {
        return INLINE.matcher(BLOCK.matcher(text).replaceAll(""))
                .results()
                .map(code -> code.group(1).replaceAll("\\s+", " "))
                .toList();
    }

    /** The targets of links and pictures. */
    List<String> links() {
        return LINK.matcher(BLOCK.matcher(text).replaceAll(""))
                .results()
                .map(link -> link.group(1))
                .toList();
    }

    /** The anchors of the headings, as GitHub makes them. */
    List<String> anchors() {
        return HEADING.matcher(BLOCK.matcher(text).replaceAll(""))
                .results()
                .map(heading -> heading.group(1).toLowerCase(Locale.ROOT))
                .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
                .toList();
    }

    /** The words of a command line, after the name of the program; quotes enclose blanks. */
    static List<String> words(String command) {
        List<String> words = new ArrayList<>();
        Pattern.compile("\"([^\"]*)\"|\\S+")
                .matcher(command.substring(PROGRAM.length()))
                .results()
                .forEach(word -> words.add(word.group(1) != null ? word.group(1) : word.group()));
        return words;
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
