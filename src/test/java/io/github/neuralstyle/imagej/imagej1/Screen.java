package io.github.neuralstyle.imagej.imagej1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import org.junit.jupiter.api.Assumptions;

/** A display for windows: one of Xvfb for as long as this is open, or without Xvfb the one that is there. */
public final class Screen implements AutoCloseable {

    private final String display;
    private final Process server;

    private Screen(String display, Process server) {
        this.display = display;
        this.server = server;
    }

    /** Ends the test as skipped, and says so, where there is neither. */
    public static Screen open() throws IOException {
        Process server;
        try {
            server = new ProcessBuilder("Xvfb", "-displayfd", "1", "-screen", "0", "1400x900x24")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            return new Screen(given(), null);
        }
        String number = new BufferedReader(new InputStreamReader(server.getInputStream())).readLine();
        if (number == null) throw new IOException("Xvfb does not start.");
        return new Screen(":" + number, server);
    }

    private static String given() {
        String display = System.getenv("DISPLAY");
        if (display == null || display.isEmpty()) {
            String reason = "SKIPPED: windows of ImageJ are not tested, as there is neither Xvfb nor a DISPLAY.";
            System.err.println(reason);
            Assumptions.abort(reason);
        }
        return display;
    }

    String display() {
        return display;
    }

    @Override
    public void close() {
        if (server != null) server.destroy();
    }
}
