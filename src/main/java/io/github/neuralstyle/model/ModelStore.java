package io.github.neuralstyle.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The networks that can be called by a name. Those that come within the jar are unpacked, when first needed, to a folder
 * of the user's own; its name holds a checksum, so that versions do not meet.
 */
public final class ModelStore {

	private static final List<String> EMBEDDED = List.of("compact-vgg");

	private static final List<String> FILES = List.of("saved_model.pb", "variables/variables.index",
		"variables/variables.data-00000-of-00001");

	private final Path folder;

	/** A store that unpacks to the folder {@code .neural-style/models} of the user's home. */
	public ModelStore() {
		this(Path.of(System.getProperty("user.home"), ".neural-style", "models"));
	}

	/** A store that unpacks to a folder, made when needed. */
	public ModelStore(Path folder) {
		this.folder = folder;
	}

	/** The names that {@link #load} knows. */
	public List<String> names() {
		return EMBEDDED;
	}

	/**
	 * Loads a network.
	 *
	 * @param nameOrFolder one of {@link #names}, or the folder of a SavedModel
	 * @throws IllegalArgumentException if it is neither
	 * @throws UncheckedIOException if it cannot be unpacked
	 */
	public FeatureModel load(String nameOrFolder) {
		if (EMBEDDED.contains(nameOrFolder))
			return FeatureModel.load(nameOrFolder, unpack(nameOrFolder));
		Path path = Path.of(nameOrFolder);
		if (Files.isDirectory(path))
			return FeatureModel.load(path);
		throw new IllegalArgumentException("model is " + nameOrFolder + "; it must be " + String.join(", ", names()) +
			" or the folder of a TensorFlow SavedModel.");
	}

	private Path unpack(String name) {
		try {
			Map<String, byte[]> files = embedded(name);
			Path target = folder.resolve(name + "-" + checksum(files));
			if (!holds(target, files))
				install(files, target);
			return target;
		}
		catch (IOException e) {
			throw new UncheckedIOException("Cannot unpack the model " + name + " to " + folder + ": " + e.getMessage() +
				"; make room or make the folder writable.", e);
		}
	}

	private static Map<String, byte[]> embedded(String name) throws IOException {
		Map<String, byte[]> files = new LinkedHashMap<>();
		for (String file : FILES)
			try (InputStream in = ModelStore.class.getResourceAsStream("/models/" + name + "/" + file)) {
				if (in == null)
					throw new IOException("the file " + file + " is not in this program's jar");
				files.put(file, in.readAllBytes());
			}
		return files;
	}

	private static String checksum(Map<String, byte[]> files) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			files.values().forEach(digest::update);
			return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
		}
		catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException(e);
		}
	}

	private static boolean holds(Path target, Map<String, byte[]> files) throws IOException {
		for (Map.Entry<String, byte[]> file : files.entrySet()) {
			Path path = target.resolve(file.getKey());
			if (!Files.isRegularFile(path) || !java.util.Arrays.equals(Files.readAllBytes(path), file.getValue()))
				return false;
		}
		return true;
	}

	/** Writes beside the target and moves: whoever comes second finds the work done. */
	private void install(Map<String, byte[]> files, Path target) throws IOException {
		Files.createDirectories(folder);
		Path temporary = Files.createTempDirectory(folder, "unpacking-");
		try {
			for (Map.Entry<String, byte[]> file : files.entrySet()) {
				Path path = temporary.resolve(file.getKey());
				Files.createDirectories(path.getParent());
				Files.write(path, file.getValue());
			}
			if (Files.exists(target) && !holds(target, files))
				Files.move(target, temporary.resolve("damaged"), StandardCopyOption.ATOMIC_MOVE);
			Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (FileSystemException e) {
			if (e instanceof AtomicMoveNotSupportedException || !holds(target, files))
				throw e;
		}
		finally {
			delete(temporary);
			delete(target.resolve("damaged"));
		}
	}

	private static void delete(Path folder) throws IOException {
		if (!Files.exists(folder))
			return;
		try (Stream<Path> all = Files.walk(folder)) {
			for (Path path : all.sorted(Comparator.reverseOrder()).toList())
				Files.deleteIfExists(path);
		}
	}
}
