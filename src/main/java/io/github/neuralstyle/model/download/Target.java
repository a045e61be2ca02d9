package io.github.neuralstyle.model.download;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Where a file is downloaded to, while nobody else writes there. The lock is the operating system's on a file of its
 * own: it goes with the process. That empty file stays, because to delete it would let two processes in.
 */
public final class Target implements AutoCloseable {

	private static final long POLL = 200;
	private static final DownloadListener.State WAITING = new DownloadListener.State(
		DownloadListener.Phase.WAITING_FOR_ANOTHER, 0, RemoteFile.UNKNOWN, 0, Duration.ZERO);

	private final Path file;
	private final FileChannel channel;

	private Target(Path file, FileChannel channel) {
		this.file = file;
		this.channel = channel;
	}

	/**
	 * Waits until no other process or thread is at the file.
	 *
	 * @param file to be; its folder is made if absent
	 * @param waiting asked while waiting whether to go on
	 * @return null if not
	 * @throws IOException if the folder cannot be written to
	 * @throws InterruptedException if the thread is interrupted while waiting
	 */
	public static Target lock(Path file, DownloadListener waiting) throws IOException, InterruptedException {
		Files.createDirectories(file.toAbsolutePath().getParent());
		FileChannel channel = FileChannel.open(beside(file, ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
		try {
			while (!locked(channel)) {
				if (!waiting.update(WAITING)) {
					channel.close();
					return null;
				}
				TimeUnit.MILLISECONDS.sleep(POLL);
			}
			return new Target(file, channel);
		}
		catch (IOException | InterruptedException | RuntimeException e) {
			channel.close();
			throw e;
		}
	}

	private static boolean locked(FileChannel channel) throws IOException {
		try {
			return channel.tryLock() != null;
		}
		catch (OverlappingFileLockException anotherThread) {
			return false;
		}
	}

	static Path beside(Path file, String extension) {
		return file.resolveSibling(file.getFileName() + extension);
	}

	/** Where the whole file will be. */
	public Path file() {
		return file;
	}

	@Override
	public void close() throws IOException {
		channel.close();
	}
}
