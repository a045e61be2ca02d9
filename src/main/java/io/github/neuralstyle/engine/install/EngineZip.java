package io.github.neuralstyle.engine.install;

import io.github.neuralstyle.engine.EngineException;
import io.github.neuralstyle.util.Checksum;
import io.github.neuralstyle.util.ProgressListener;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** A zip file with the folder of an engine, alone or in a Fiji. Files that the manifest does not list are ignored. */
final class EngineZip implements AutoCloseable {

    private static final int MAX_MANIFEST = 1 << 20;

    private final Path file;
    private final ZipFile zip;
    private final String folder;
    private final EngineManifest manifest;

    private EngineZip(Path file, ZipFile zip, String folder, EngineManifest manifest) {
        this.file = file;
        this.zip = zip;
        this.folder = folder;
        this.manifest = manifest;
    }

    /**
     * Opens a zip file.
     *
     * @throws EngineException if it is no complete zip file, or has no engine of this version and platform
     * @throws IOException if it cannot be read
     */
    static EngineZip open(Path file) throws IOException {
        if (!Files.isRegularFile(file))
            throw new EngineException("There is no file " + file + "; choose the zip file of an engine.");
        ZipFile zip = zip(file);
        try {
            String list = list(file, zip);
            EngineZip opened = new EngineZip(
                    file, zip, list.substring(0, list.length() - EngineManifest.FILE.length()), read(file, zip, list));
            opened.check();
            return opened;
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private static ZipFile zip(Path file) throws IOException {
        try {
            return new ZipFile(file.toFile());
        } catch (ZipException e) {
            throw new EngineException("The file " + file + " is not a whole zip file; get it again.", e);
        }
    }

    private static String list(Path file, ZipFile zip) {
        List<String> lists = zip.stream()
                .map(ZipEntry::getName)
                .filter(name -> name.equals(EngineManifest.FILE) || name.endsWith("/" + EngineManifest.FILE))
                .toList();
        if (lists.size() == 1) return lists.get(0);
        throw new EngineException("The file " + file + " has " + (lists.isEmpty() ? "no engine" : "several engines")
                + " in it; choose a zip file whose name begins with engine-.");
    }

    private static EngineManifest read(Path file, ZipFile zip, String list) throws IOException {
        try (InputStream in = zip.getInputStream(zip.getEntry(list))) {
            return EngineManifest.parse(new String(in.readNBytes(MAX_MANIFEST), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw new EngineException("The file " + file + " is not the zip file of an engine: " + e.getMessage(), e);
        } catch (ZipException e) {
            throw new EngineException("The file " + file + " is damaged; get it again.", e);
        }
    }

    private void check() {
        if (!EngineName.wanted().contains(manifest.name()))
            throw new EngineException("The file " + file + " has " + manifest.name() + " in it, and this program needs "
                    + EngineName.usual() + "; get that one.");
        for (EngineManifest.Entry entry : manifest.entries()) {
            ZipEntry packed = zip.getEntry(folder + entry.path());
            if (packed == null || packed.getSize() != entry.size()) throw damaged(entry);
        }
    }

    private EngineException damaged(EngineManifest.Entry entry) {
        return new EngineException("The file " + file + " is damaged, as " + entry.path()
                + " in it is not what it should be; get it again.");
    }

    EngineManifest manifest() {
        return manifest;
    }

    /**
     * Writes all files, each verified, and the manifest.
     *
     * @param target is created
     * @param progress from 0 to 1
     * @throws EngineException if a file is damaged, or the disk is full
     * @throws CancellationException if the listener stopped it
     */
    void unpack(Path target, ProgressListener<Double> progress) throws IOException {
        long room = Files.getFileStore(target.getParent()).getUsableSpace();
        if (room > 0 && room < manifest.size())
            throw new EngineException("The engine needs " + manifest.size() / 1_000_000 + " MB on the disk of "
                    + target.getParent() + ", which has room for " + room / 1_000_000 + " MB; make room.");
        long done = 0;
        for (EngineManifest.Entry entry : manifest.entries()) {
            unpack(entry, target.resolve(entry.path()), done, progress);
            done += entry.size();
        }
        Files.writeString(target.resolve(EngineManifest.FILE), manifest.text());
    }

    private void unpack(EngineManifest.Entry entry, Path to, long before, ProgressListener<Double> progress)
            throws IOException {
        Files.createDirectories(to.getParent());
        try (InputStream in = zip.getInputStream(zip.getEntry(folder + entry.path()));
                OutputStream out = Files.newOutputStream(to)) {
            String sha256 = Checksum.copy(in, out, done -> progress.update((double) (before + done) / manifest.size()));
            if (!sha256.equals(entry.sha256())) throw damaged(entry);
        } catch (ZipException e) {
            throw damaged(entry);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
