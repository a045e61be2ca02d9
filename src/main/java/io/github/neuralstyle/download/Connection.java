package io.github.neuralstyle.download;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The response to one request for a file, after redirections. */
final class Connection implements AutoCloseable {

    /** The time to wait without checking for cancellation. */
    static final Duration SLICE = Duration.ofMillis(100);

    private static final int MAX_REDIRECTIONS = 5;
    private static final Set<Integer> REDIRECTIONS = Set.of(301, 302, 303, 307, 308);

    /** Redirections are followed here, because each target is checked. Uses Java's proxy settings. */
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(15))
            .build();

    private static final Pattern RANGE = Pattern.compile("bytes (\\d{1,18})-(\\d{1,18})/(\\d{1,18}|\\*)");

    private final HttpResponse<ResponseBody> response;

    private Connection(HttpResponse<ResponseBody> response) {
        this.response = response;
    }

    /**
     * Requests a file.
     *
     * @param from the first byte to request
     * @param version the entity tag or date of the bytes received before; if the file has another, the server sends all of
     *            it. May be null.
     * @param checkCancelled called often while waiting; throws to end the wait
     * @throws DownloadException if a redirection is not allowed, or there are too many
     */
    static Connection open(RemoteFile file, long from, String version, RetryPolicy policy, Runnable checkCancelled)
            throws IOException, InterruptedException {
        URI address = file.address();
        for (int i = 0; i <= MAX_REDIRECTIONS; i++) {
            HttpRequest.Builder request = HttpRequest.newBuilder(address).header("User-Agent", "neural-style");
            if (from > 0) request.header("Range", "bytes=" + from + "-");
            if (from > 0 && version != null) request.header("If-Range", version);
            HttpResponse<ResponseBody> response = send(request.build(), policy, checkCancelled);
            if (!REDIRECTIONS.contains(response.statusCode())) return new Connection(response);
            response.body().close();
            address = next(file, address, response);
        }
        throw DownloadException.of(file, "it leads on more than " + MAX_REDIRECTIONS + " times", null);
    }

    private static URI next(RemoteFile file, URI from, HttpResponse<?> response) throws IOException {
        String location = response.headers().firstValue("Location").orElse("");
        try {
            return Addresses.redirected(from, location);
        } catch (IllegalArgumentException e) {
            throw DownloadException.of(
                    file, "it leads on to \"" + location + "\", which is not followed: only https is", e);
        }
    }

    private static HttpResponse<ResponseBody> send(HttpRequest request, RetryPolicy policy, Runnable checkCancelled)
            throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<ResponseBody>> answer =
                CLIENT.sendAsync(request, head -> new ResponseBody(policy));
        try {
            for (long end = System.nanoTime() + policy.stall().toNanos(); System.nanoTime() < end; ) {
                checkCancelled.run();
                try {
                    return answer.get(SLICE.toMillis(), TimeUnit.MILLISECONDS);
                } catch (TimeoutException notYet) {
                    continue;
                }
            }
            throw new HttpTimeoutException("the server did not answer for " + policy.stallText());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) throw failure;
            throw new IOException(e.getCause());
        } finally {
            answer.cancel(true);
        }
    }

    int status() {
        return response.statusCode();
    }

    HttpHeaders headers() {
        return response.headers();
    }

    /** The bytes of the file that the response announces; {@link RemoteFile#UNKNOWN} if it does not. */
    long length() {
        return headers().firstValueAsLong("Content-Length").orElse(RemoteFile.UNKNOWN);
    }

    /**
     * The size of the file, if the response has all its bytes from an index to the end (Content-Range, RFC 9110).
     *
     * @return {@link RemoteFile#UNKNOWN} if the server does not know it; empty if the response has other bytes
     */
    OptionalLong totalIfRestFrom(long index) {
        Matcher range =
                RANGE.matcher(headers().firstValue("Content-Range").orElse("").strip());
        if (!range.matches()) return OptionalLong.empty();
        long first = Long.parseLong(range.group(1)), last = Long.parseLong(range.group(2));
        long total = range.group(3).equals("*") ? RemoteFile.UNKNOWN : Long.parseLong(range.group(3));
        boolean isRest = first == index && last >= first && (total == RemoteFile.UNKNOWN || last == total - 1);
        return isRest ? OptionalLong.of(total) : OptionalLong.empty();
    }

    ResponseBody body() {
        return response.body();
    }

    /** The server's name of this version of the file: the strong entity tag or else the date; null if there is neither. */
    String version() {
        return headers()
                .firstValue("ETag")
                .filter(tag -> !tag.startsWith("W/"))
                .or(() -> headers().firstValue("Last-Modified"))
                .orElse(null);
    }

    @Override
    public void close() {
        body().close();
    }
}
