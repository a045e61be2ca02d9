package io.github.neuralstyle.engine.worker;

import io.github.neuralstyle.engine.install.EngineLocations;
import java.nio.file.Path;

/** A home folder of the user for a while, without the property that names an engine. */
public final class TestHome implements AutoCloseable {

    private final String before = System.getProperty("user.home"),
            engine = System.clearProperty(EngineLocations.PROPERTY);

    public TestHome(Path home) {
        System.setProperty("user.home", home.toString());
    }

    @Override
    public void close() {
        System.setProperty("user.home", before);
        System.clearProperty(EngineLocations.PROPERTY);
        if (engine != null) System.setProperty(EngineLocations.PROPERTY, engine);
    }
}
