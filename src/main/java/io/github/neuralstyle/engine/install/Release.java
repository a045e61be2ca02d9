package io.github.neuralstyle.engine.install;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of this program and where engines are offered, set by the build. */
public final class Release {

    private static final Properties PROPERTIES = read();

    private Release() {}

    private static Properties read() {
        try (InputStream in = Release.class.getResourceAsStream("release.properties")) {
            Properties properties = new Properties();
            properties.load(in);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The version, as 0.1.0. */
    public static String version() {
        return PROPERTIES.getProperty("version");
    }

    /** The address of the folder where zip files of engines are offered; empty if nowhere. */
    static String site() {
        return PROPERTIES.getProperty("site");
    }
}
