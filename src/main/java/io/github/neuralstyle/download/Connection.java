package io.github.neuralstyle.download;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** An answer to one request for a file, after redirections. */
final class Connection implements AutoCloseable {

    /** How long a wait may go on without asking whether to stop. */
    static final Duration SLICE = Duration.ofMillis(100);

    private static final int MOST_REDIRECTIONS = 5;

    /** Follows no redirections of its own, and goes by Java's proxy settings. */
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(15))
            .build();

    private final HttpResponse<ResponseBody> response;

    private Connection(HttpResponse<ResponseBody> response) {
        this.response = response;
    }

    /**
     * Asks for a file.
     *
     * @param from the first byte that is wanted
     * @param version only of this entity tag or date, otherwise the whole file; may be null
     * @param stillWanted called often while waiting; ends the wait by an exception
     * @throws DownloadException if a redirection is not to be followed, or there are too many
     */
    static Connection open(RemoteFile file, long from, String version, RetryPolicy patience, Runnable stillWanted)
            throws IOException, InterruptedException {
        URI address = file.address();
        for (int i = 0; i <= MOST_REDIRECTIONS; i++) {
            HttpRequest.Builder request = HttpRequest.newBuilder(address).header("User-Agent", "neural-style");
            if (from > 0) request.header("Range", "bytes=" + from + "-");
            if (from > 0 && version != null) request.header("If-Range", version);
            HttpResponse<ResponseBody> response = send(request.build(), patience, stillWanted);
            if (!isRedirection(response.statusCode())) return new Connection(response);
            response.body().close();
            address = next(file, address, response);
        }
        throw DownloadException.of(file, "it leads on more than " + MOST_REDIRECTIONS + " times", null);
    }

    private static boolean isRedirection(int status) {
        return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
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

    private static HttpResponse<ResponseBody> send(HttpRequest request, RetryPolicy patience, Runnable stillWanted)
            throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<ResponseBody>> answer = CLIENT.sendAsync(request, head -> new ResponseBody());
        try {
            for (long end = System.nanoTime() + patience.stall().toNanos(); System.nanoTime() < end; ) {
                stillWanted.run();
                try {
                    return answer.get(SLICE.toMillis(), TimeUnit.MILLISECONDS);
                } catch (TimeoutException notYet) {
                    continue;
                }
            }
            throw new HttpTimeoutException("the server did not answer for " + patience.stallText());
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

    ResponseBody body() {
        return response.body();
    }

    /** The strong entity tag, or else the date, by which the server knows this version of the file; null if it gives none. */
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
