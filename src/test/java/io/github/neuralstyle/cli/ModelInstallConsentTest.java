package io.github.neuralstyle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.model.ModelStore;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Installations that are asked about, refused or fail. */
class ModelInstallConsentTest extends ModelInstallations {

    @Test
    void asksFirst() throws Exception {
        for (String no : new String[] {"", "n", "no", "yesterday"}) {
            answer = no;
            Cli cli = run(from("keras-2.h5"));
            assertEquals(1, cli.code());
            assertTrue(cli.out().endsWith("Nothing was downloaded." + System.lineSeparator()), cli.out());
        }
        assertEquals(0, asked);
        answer = " Y ";
        assertEquals(0, run(from("keras-2.h5")).code());
        assertEquals(List.of("net"), new ModelStore().installed().names());
    }

    @Test
    void withoutAnybodyToAskNothingIsDownloaded() {
        Cli cli = run("vgg19");
        assertEquals(2, cli.code());
        assertTrue(
                cli.err().startsWith("Nothing was downloaded: give --yes to consent to the licence above."), cli.err());
        for (String words : new String[] {
            "storage.googleapis.com", "80.1 MB", "Creative Commons Attribution 4.0", "Simonyan", "ICLR"
        }) assertTrue(cli.out().contains(words), cli.out());
        assertEquals(List.of("Download it under this licence? [y/N] "), questions);
    }

    @Test
    void aWrongFileIsNotInstalled() throws Exception {
        Object[] options = from("keras-2.h5", "--yes");
        options[4] = "md5:" + "0".repeat(32);
        Cli cli = run(options);
        assertEquals(1, cli.code());
        assertTrue(cli.err().startsWith("Cannot download " + options[2] + ": what came is not the file"), cli.err());
        assertEquals(1, cli.err().lines().count());
        assertEquals(List.of(), new ModelStore().installed().names());
    }

    /** What arrived is not fetched again when it is told who trained it. */
    @Test
    void aFileWhoseSourceIsOpenStays() throws Exception {
        Cli cli = run(from("torch.safetensors", "--yes"));
        assertEquals(1, cli.code());
        assertTrue(cli.err().contains("--source torchvision or --source caffe"), cli.err());
        assertEquals(
                -1, Files.mismatch(weights("torch.safetensors"), downloads().resolve("torch.safetensors")));
        assertEquals(
                0, run(from("torch.safetensors", "--yes", "--source", "caffe")).code());
        assertEquals(1, asked);
    }

    @Test
    void wrongUsage() throws Exception {
        run("vgg99", "--yes").assertFails(2, "name is vgg99; it must be vgg19 or vgg16");
        run("vgg19", "--from", "caffe").assertFails(2, "--from is caffe; it must be keras or torchvision.");
        Object[] up = from("keras-2.h5", "--yes"), embedded = up.clone();
        up[0] = "../up";
        run(up).assertFails(2, "name is ../up; it must be of up to 64 letters, digits, - and _.");
        embedded[0] = "compact-vgg";
        run(embedded).assertFails(2, "name is compact-vgg, and there is a model of this name");
        assertEquals(0, asked);
        run("net", "--address", "http://example.org/net.h5", "--checksum", "md5:" + "0".repeat(32))
                .assertFails(2, "--address is http://example.org/net.h5; it must begin with https://");
        run("net", "--address", "https://example.org/net.h5", "--checksum", "12")
                .assertFails(2, "--checksum is 12; it must be md5: and 32");
        run("net", "--address", "https://example.org/net.h5").assertFails(2, "--checksum");
        run("net", "--address", ":", "--checksum", "md5:" + "0".repeat(32))
                .assertFails(2, "--address is :; it must begin");
        run().assertFails(2, "NAME");
    }
}
