package io.github.neuralstyle.download;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The bytes of a response as they come, at most one part of them in memory. Unlike with a stream, a wait for more can
 * have an end.
 */
final class ResponseBody implements BodySubscriber<ResponseBody>, AutoCloseable {

    /** Bytes; or the end, if {@code buffers} is null: a good one if there is no failure. */
    private record Arrival(List<ByteBuffer> buffers, Throwable failure) {}

    private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
    private Flow.Subscription subscription;
    private boolean ended, closed;

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
     * Waits for bytes.
     *
     * @return them; none if the time has passed, or if {@link #ended}
     * @throws IOException if the connection broke
     */
    List<ByteBuffer> take(Duration most) throws IOException, InterruptedException {
        Arrival arrival = arrivals.poll(most.toMillis(), TimeUnit.MILLISECONDS);
        if (arrival == null) return List.of();
        if (arrival.failure != null) throw new IOException(arrival.failure.getMessage(), arrival.failure);
        ended = arrival.buffers == null;
        if (ended) return List.of();
        more();
        return arrival.buffers;
    }

    private synchronized void more() {
        subscription.request(1);
    }

    /** Whether all that the server sent has been taken. */
    boolean ended() {
        return ended;
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (subscription != null) subscription.cancel();
    }
}
