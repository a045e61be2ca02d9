package io.github.neuralstyle.engine;

import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of a worker's class path. */
public record EngineFolder(Path folder) {

	private static final String PROPERTY = "neuralstyle.engine";

	static boolean isInstalled() {
		return System.getProperty(PROPERTY) != null;
	}

	static EngineFolder find() {
		if (!isInstalled() || !Files.isDirectory(Path.of(System.getProperty(PROPERTY))))
			throw new EngineException("The engine is not installed.");
		return new EngineFolder(Path.of(System.getProperty(PROPERTY)));
	}

	String classPath() {
		return folder.resolve("lib").resolve("*").toString();
	}

	void verify() {
	}
}
