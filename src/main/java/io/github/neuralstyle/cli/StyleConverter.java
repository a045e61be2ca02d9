package io.github.neuralstyle.cli;

import io.github.neuralstyle.image.SampleStyles;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The value of {@code --style}: a file, or {@code sample:NAME}. */
final class StyleConverter implements ITypeConverter<Path> {

    @Override
    public Path convert(String text) {
        if (!text.startsWith(SampleStyles.PREFIX)) return Execution.path(text);
        try {
            return SampleStyles.path(text);
        } catch (IllegalArgumentException | UncheckedIOException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
