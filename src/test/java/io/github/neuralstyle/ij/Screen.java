package io.github.neuralstyle.ij;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;

import org.junit.jupiter.api.Assumptions;

/** A display for windows: the one that is there, else one of Xvfb for as long as this is open. */
final class Screen implements AutoCloseable {

	private final String display;
	private final Process server;

	private Screen(String display, Process server) {
		this.display = display;
		this.server = server;
	}

	/** Ends the test as skipped, and says so, where there is no display and no Xvfb. */
	static Screen open() throws IOException {
		String display = System.getenv("DISPLAY");
		if (display != null && !display.isEmpty())
			return new Screen(display, null);
		Process server = null;
		try {
			server = new ProcessBuilder("Xvfb", "-displayfd", "1", "-screen", "0", "1400x900x24")
				.redirectError(ProcessBuilder.Redirect.DISCARD).start();
		}
		catch (IOException e) {
			String reason = "SKIPPED: windows of ImageJ are not tested, as there is neither a DISPLAY nor Xvfb.";
			System.err.println(reason);
			Assumptions.abort(reason);
		}
		String number = new BufferedReader(new InputStreamReader(server.getInputStream())).readLine();
		if (number == null)
			throw new IOException("Xvfb does not start.");
		return new Screen(":" + number, server);
	}

	String display() {
		return display;
	}

	@Override
	public void close() {
		if (server != null)
			server.destroy();
	}
}
