package io.github.neuralstyle.engine.install;

import io.github.neuralstyle.engine.EngineException;
import java.util.List;

/**
 * The name of an engine; its text is the name of the folder.
 *
 * @param version of this program
 * @param platform as TensorFlow calls it, {@code linux-x86_64}
 */
public record EngineName(String version, String platform) {

    /** The engines that this program can use here, the preferred one first; none where there is no TensorFlow. */
    static List<EngineName> wanted() {
        return Platform.here().classifiers().stream()
                .map(platform -> new EngineName(Release.version(), platform))
                .toList();
    }

    /** The one that runs on every computer with this system and processor. @throws EngineException if there is none */
    static EngineName usual() {
        List<EngineName> wanted = wanted();
        if (wanted.isEmpty())
            throw new EngineException(Platform.here().obstacle().orElseThrow());
        return wanted.get(wanted.size() - 1);
    }

    @Override
    public String toString() {
        return "engine-" + version + "-" + platform;
    }
}
