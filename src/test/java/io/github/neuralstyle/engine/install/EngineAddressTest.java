package io.github.neuralstyle.engine.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** What an update site gives; downloads themselves are tested with the command. */
class EngineAddressTest {

    @Test
    void theSiteHasTheEnginesOfAllSystems() {
        assertEquals("", EngineInstallation.address(""));
        String address = "https://example.org/style/engine-" + Release.version() + "-"
                + EngineName.usual().platform() + ".zip";
        assertEquals(address, EngineInstallation.address("https://example.org/style"));
        assertEquals(address, EngineInstallation.address("https://example.org/style/"));
        assertEquals("The engine for this computer is " + EngineName.usual() + ".zip.", EngineInstallation.needed());
    }

    /** The build fills the placeholders. */
    @Test
    void theBuildTellsTheVersion() {
        assertTrue(Release.version().matches("\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?"), Release.version());
        assertFalse(Release.site().contains("$"), Release.site());
    }
}
