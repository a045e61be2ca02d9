package io.github.neuralstyle.download;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The bytes of a response as they arrive, at most one part in memory. Unlike an input stream, it has a read timeout. */
final class ResponseBody implements BodySubscriber<ResponseBody>, AutoCloseable {

    /** Bytes; or the end of the response if {@code buffers} is null, with the failure if there was one. */
    private record Arrival(List<ByteBuffer> buffers, Throwable failure) {}

    private final RetryPolicy policy;
    private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
    private Flow.Subscription subscription;
    private long lastArrival = System.nanoTime();
    private boolean ended, closed;

    ResponseBody(RetryPolicy policy) {
        this.policy = policy;
    }

    @Override
    public CompletionStage<ResponseBody> getBody() {
        return CompletableFuture.completedStage(this);
    }

    @Override
    public synchronized void onSubscribe(Flow.Subscription source) {
        subscription = source;
        if (closed) source.cancel();
        else source.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        arrivals.add(new Arrival(buffers, null));
    }

    @Override
    public void onError(Throwable failure) {
        arrivals.add(new Arrival(null, failure));
    }

    @Override
    public void onComplete() {
        arrivals.add(new Arrival(null, null));
    }

    /**
     * Waits for bytes for a short time, so that the caller can check for cancellation.
     *
     * @return the bytes; none if nothing has arrived yet, or if {@link #ended}
     * @throws IOException if the connection broke
     * @throws HttpTimeoutException if nothing has arrived for the stall timeout
     */
    List<ByteBuffer> take() throws IOException, InterruptedException {
        Arrival arrival = arrivals.poll(Connection.SLICE.toMillis(), TimeUnit.MILLISECONDS);
        long now = System.nanoTime();
        if (arrival == null) {
            if (now - lastArrival > policy.stall().toNanos())
                throw new HttpTimeoutException("nothing came for " + policy.stallText());
            return List.of();
        }
        lastArrival = now;
        if (arrival.failure != null) throw new IOException(arrival.failure.getMessage(), arrival.failure);
        ended = arrival.buffers == null;
        if (ended) return List.of();
        requestNext();
        return arrival.buffers;
    }

    private synchronized void requestNext() {
        subscription.request(1);
    }

    /** Whether all bytes of the response have been taken. */
    boolean ended() {
        return ended;
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (subscription != null) subscription.cancel();
    }
}
