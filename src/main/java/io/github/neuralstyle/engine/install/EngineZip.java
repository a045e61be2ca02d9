package io.github.neuralstyle.engine.install;

import io.github.neuralstyle.engine.EngineException;
import io.github.neuralstyle.util.ProgressListener;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** A zip file with the folder of an engine, on its own or within the tree of a Fiji. What its list does not name is ignored. */
final class EngineZip implements AutoCloseable {

    private static final int BUFFER = 1 << 16, LONGEST_LIST = 1 << 20;

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
     * @throws EngineException if it is none, not whole, or not one of an engine of this version and platform
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
            return EngineManifest.parse(new String(in.readNBytes(LONGEST_LIST), StandardCharsets.UTF_8));
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
     * Writes all files, each verified, and the list of them.
     *
     * @param target is made
     * @throws EngineException if a file is damaged, or the disk has no room
     * @throws CancellationException if the progress is not to go on
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
        MessageDigest digest = sha256();
        byte[] buffer = new byte[BUFFER];
        long done = 0;
        try (InputStream in = zip.getInputStream(zip.getEntry(folder + entry.path()));
                OutputStream out = Files.newOutputStream(to)) {
            for (int count = read(entry, in, buffer); count >= 0; count = read(entry, in, buffer)) {
                if (!progress.update((double) (before + done) / manifest.size())) throw new CancellationException();
                digest.update(buffer, 0, count);
                out.write(buffer, 0, count);
                done += count;
            }
        }
        if (!HexFormat.of().formatHex(digest.digest()).equals(entry.sha256())) throw damaged(entry);
    }

    private int read(EngineManifest.Entry entry, InputStream in, byte[] buffer) throws IOException {
        try {
            return in.read(buffer);
        } catch (ZipException e) {
            throw damaged(entry);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
