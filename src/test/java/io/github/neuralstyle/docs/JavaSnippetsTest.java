package io.github.neuralstyle.docs;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.Settings;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import net.imglib2.img.Img;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scijava.Context;
import org.tensorflow.ndarray.FloatNdArray;
import org.tensorflow.types.TFloat32;

/** The Java snippets of all pages compile, with the variables that {@code scripting.md} names. */
class JavaSnippetsTest {

    private static final String
            IMPORTS =
                    """
            import java.awt.image.BufferedImage;
            import java.nio.file.*;
            import java.util.*;
            import java.util.concurrent.Future;
            import net.imglib2.RandomAccessibleInterval;
            import net.imglib2.img.Img;
            import net.imglib2.type.numeric.ARGBType;
            import net.imglib2.type.numeric.integer.IntType;
            import net.imglib2.type.numeric.real.FloatType;
            import org.scijava.command.CommandModule;
            import org.scijava.command.CommandService;
            """,
            VARIABLES =
                    """
            Img<FloatType> content, painting, other, picture, source, template, image;
            Img<IntType> labels;
            FeatureModel model;
            Path folder;
            CommandService commandService;
            """;

    @TempDir
    private Path folder;

    static Stream<Page> pages() {
        return Page.all().stream().filter(page -> !page.blocks("java").isEmpty());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everySnippetCompiles(Page page) throws IOException {
        StringBuilder source = new StringBuilder(IMPORTS);
        List<String> snippets = page.blocks("java");
        for (String type : types(VARIABLES + String.join("", snippets))) source.append("import " + type + ";\n");
        source.append("abstract class Snippets {\n").append(VARIABLES);
        for (int i = 0; i < snippets.size(); i++)
            source.append("void snippet" + i + "() throws Exception {\n" + snippets.get(i) + "}\n");
        Path file = Files.writeString(folder.resolve("Snippets.java"), source.append("}\n"));
        StringWriter messages = new StringWriter();
        assertTrue(compile(file, messages), () -> messages + "\n" + source);
    }

    private boolean compile(Path file, StringWriter messages) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            return compiler.getTask(
                            messages,
                            files,
                            null,
                            List.of("-proc:none", "-d", folder.toString(), "-cp", classPath()),
                            null,
                            files.getJavaFileObjects(file))
                    .call();
        }
    }

    private static String classPath() {
        return Stream.of(Settings.class, Img.class, Context.class, TFloat32.class, FloatNdArray.class)
                .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
                .map(location -> Path.of(URI.create(location.toString())).toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** The full names of our types whose simple names are in a text. */
    private static List<String> types(String text) throws IOException {
        Path sources = Path.of("src", "main", "java");
        assertTrue(Files.isDirectory(
                sources.resolve(Settings.class.getPackageName().replace('.', '/'))));
        try (Stream<Path> files = Files.walk(sources)) {
            return files.map(file -> sources.relativize(file).toString())
                    .filter(name -> name.endsWith(".java") && !name.endsWith("package-info.java"))
                    .map(name -> name.replace(".java", "").replace('/', '.').replace('\\', '.'))
                    .filter(name -> Pattern.compile("(?<![\\w.])" + name.substring(name.lastIndexOf('.') + 1) + "\\b")
                            .matcher(text)
                            .find())
                    .collect(Collectors.toList());
        }
    }
}
