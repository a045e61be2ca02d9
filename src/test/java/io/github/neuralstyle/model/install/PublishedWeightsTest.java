package io.github.neuralstyle.model.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.TestErrors;
import io.github.neuralstyle.download.Addresses;
import io.github.neuralstyle.download.RemoteFile;
import io.github.neuralstyle.model.Vgg;
import io.github.neuralstyle.util.Checksum;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files that are known by name, and what is allowed of addresses and checksums. */
class PublishedWeightsTest {

    @Test
    void everyFileHasRoomForItsWeights() {
        assertEquals(4, PublishedWeights.ALL.size());
        for (PublishedWeights p : PublishedWeights.ALL) {
            Vgg vgg = p.name().equals("vgg19") ? Vgg.VGG19 : Vgg.VGG16;
            long weights = vgg.convolutions().stream()
                    .mapToLong(c -> 9L * c.in() * c.out() + c.out())
                    .sum();
            long classifier = p.from().equals("keras") ? 0 : (512L * 7 * 7 + 1) * 4096 + 4097L * 4096 + 4097L * 1000;
            long overhead = p.file().bytes() - 4 * (weights + classifier);
            assertTrue(overhead > 0 && overhead < 100_000, p.name() + " of " + p.from() + ": " + overhead);
            assertTrue(p.file().fileName().startsWith(p.name()), p.file().fileName());
            assertTrue(p.terms().contains("licence") && p.terms().contains("Simonyan"), p.terms());
        }
    }

    @Test
    void addresses() {
        assertEquals(
                "https://storage.googleapis.com/tensorflow/keras-applications/vgg19/"
                        + "vgg19_weights_tf_dim_ordering_tf_kernels_notop.h5",
                PublishedWeights.of("vgg19", "keras").file().address().toString());
        assertEquals("keras", PublishedWeights.of("vgg16", null).from());
        assertEquals(
                "https://download.pytorch.org/models/vgg16-397923af.pth",
                PublishedWeights.of("vgg16", "torchvision").file().address().toString());
    }

    @Test
    void unknownOnes() {
        TestErrors.assertSentence(
                assertThrows(IllegalArgumentException.class, () -> PublishedWeights.of("vgg99", "keras")),
                "name is vgg99; it must be vgg19 or vgg16");
        TestErrors.assertSentence(
                assertThrows(IllegalArgumentException.class, () -> PublishedWeights.of("vgg19", "caffe")),
                "from is caffe; it must be keras or torchvision");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.org/a.h5",
                "ftp://localhost/a",
                "file:///a",
                "a.h5",
                "https:///a",
                "https://me:secret@host/a"
            })
    void refusedAddresses(String address) {
        TestErrors.assertSentence(
                assertThrows(IllegalArgumentException.class, () -> Addresses.check(URI.create(address))),
                "address is " + address,
                "https://");
    }

    @Test
    void neverFromHttpsToHttp() {
        URI from = URI.create("https://example.org/a/b.h5");
        assertEquals(URI.create("https://example.org/a/c.h5"), Addresses.redirected(from, "c.h5"));
        assertEquals(URI.create("https://example.com/c.h5"), Addresses.redirected(from, "//example.com/c.h5"));
        for (String to : new String[] {"http://localhost/b.h5", "http://example.org/a/b.h5"})
            assertThrows(IllegalArgumentException.class, () -> Addresses.redirected(from, to));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "md5:",
                "md5:12",
                "sha1:6d6bbae143d832006294945121d1f1fc",
                "6d6bbae143d832006294945121d1f1fc",
                "sha256:6d6bbae143d832006294945121d1f1fc",
                "md5:6d6bbae143d832006294945121d1f1fg"
            })
    void checksumsThatAreNone(String text) {
        TestErrors.assertSentence(
                assertThrows(IllegalArgumentException.class, () -> Checksum.parse(text)),
                "checksum is " + text,
                "it must be md5: and 32, or sha256: and 64 hexadecimal digits");
    }

    @Test
    void fileNamesAreHarmless() {
        Checksum sum = Checksum.parse("MD5:" + "0".repeat(31) + "F");
        assertEquals("md5:" + "0".repeat(31) + "f", sum.toString());
        for (String[] pair : new String[][] {
            {"https://h/a/b.pth?x=/../y", "b.pth"},
            {"https://h/%2e%2e%2f%2e%2e", "weights"},
            {"https://h", "weights"},
            {"https://h/a%20b%5Cc", "a_b_c"},
            {"https://h/.hidden", "hidden"}
        }) assertEquals(pair[1], new RemoteFile(URI.create(pair[0]), sum, 1).fileName());
    }

    @Test
    void theProxyIsTold() {
        String host = System.getProperty("https.proxyHost"), port = System.getProperty("https.proxyPort");
        try {
            System.setProperty("https.proxyHost", "proxy.example.org");
            System.setProperty("https.proxyPort", "8080");
            assertEquals("the proxy is proxy.example.org:8080", Addresses.proxy(URI.create("https://example.org/a")));
        } finally {
            restore("https.proxyHost", host);
            restore("https.proxyPort", port);
        }
    }

    private static void restore(String property, String value) {
        if (value == null) System.clearProperty(property);
        else System.setProperty(property, value);
    }
}
