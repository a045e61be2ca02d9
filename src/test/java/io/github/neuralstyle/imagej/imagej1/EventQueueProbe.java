package io.github.neuralstyle.imagej.imagej1;

import java.awt.EventQueue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * A measurement, not a test: how long events wait in AWT's queue. A macro in any ImageJ, with target/test-classes in its
 * class path, calls it before and after what is to be measured; without anything between it tells what is not ours:
 *
 * <pre>{@code
 * call("io.github.neuralstyle.imagej.imagej1.EventQueueProbe.start");
 * run("Style Transfer...", "image=content.png styleimage=style.png preset=draft");
 * print(call("io.github.neuralstyle.imagej.imagej1.EventQueueProbe.stop"));
 * }</pre>
 */
public final class EventQueueProbe implements Runnable {

    private static final int PAUSE = 10, LONG = 50, TRACE = 40;

    private static EventQueueProbe probe;

    private final List<Double> waits = new ArrayList<>();
    private final List<String> traces = new ArrayList<>();
    private volatile boolean stopped;
    private Thread thread;

    private EventQueueProbe() {}

    /** Begins to post an event each {@value #PAUSE} ms, unless the one before still waits. */
    public static synchronized void start() {
        probe = new EventQueueProbe();
        probe.thread = new Thread(probe, "event queue probe");
        probe.thread.setPriority(Thread.MAX_PRIORITY);
        probe.thread.start();
    }

    /** The waits in milliseconds, and what the event thread did while an event waited for more than {@value #LONG} ms. */
    public static synchronized String stop() throws InterruptedException {
        probe.stopped = true;
        probe.thread.join();
        List<Double> sorted = probe.waits;
        Collections.sort(sorted);
        int count = sorted.size();
        return String.format(
                Locale.ROOT,
                "%d events waited %.1f ms (median), %.1f ms (99 of 100), %.0f ms (all); %d over 100 ms%n%s",
                count,
                sorted.get(count / 2),
                sorted.get(count * 99 / 100),
                sorted.get(count - 1),
                sorted.stream().filter(wait -> wait > 100).count(),
                String.join("\n", probe.traces));
    }

    @Override
    public void run() {
        try {
            Thread[] events = new Thread[1];
            EventQueue.invokeAndWait(() -> events[0] = Thread.currentThread());
            while (!stopped) {
                Thread.sleep(PAUSE);
                waits.add(measure(events[0]));
            }
        } catch (ReflectiveOperationException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private double measure(Thread events) throws InterruptedException {
        CountDownLatch latch = new CountDownLatch(1);
        long[] end = new long[1];
        long start = System.nanoTime();
        EventQueue.invokeLater(() -> {
            end[0] = System.nanoTime();
            latch.countDown();
        });
        if (!latch.await(LONG, TimeUnit.MILLISECONDS)) {
            StackTraceElement[] trace = events.getStackTrace();
            latch.await();
            traces.add(String.format(Locale.ROOT, "%.0f ms: ", (end[0] - start) / 1e6)
                    + Arrays.stream(trace)
                            .limit(TRACE)
                            .map(StackTraceElement::toString)
                            .collect(Collectors.joining(" < "))
                    + ours(trace));
        }
        return (end[0] - start) / 1e6;
    }

    private static String ours(StackTraceElement[] trace) {
        return Arrays.stream(trace)
                .filter(line -> line.getClassName().startsWith("io.github.neuralstyle."))
                .map(line -> " OURS: " + line)
                .findFirst()
                .orElse("");
    }
}
