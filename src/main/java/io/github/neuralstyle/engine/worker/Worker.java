package io.github.neuralstyle.engine.worker;

import io.github.neuralstyle.engine.Engine;
import io.github.neuralstyle.engine.EngineException;
import io.github.neuralstyle.engine.Job;
import io.github.neuralstyle.engine.install.EngineReport;
import io.github.neuralstyle.util.ProgressListener;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** A running engine process, as its host has it. */
final class Worker {

    /** How many of the last lines on its error stream are kept. */
    private static final int LINES = 50;

    /** With these, oneDNN prints where the worker's messages are. */
    private static final List<String> VERBOSE = List.of("ONEDNN_VERBOSE", "DNNL_VERBOSE");

    /** It has this long to become ready; on a slow disk TensorFlow's library is unpacked for minutes. */
    private static final int START_SECONDS = 300;

    private static final int PATIENCE_SECONDS = 2;

    /** Its end, as the last message to every job. */
    private static final Message ENDED = new Message.Unable("");

    private final Process process;
    private final Thread messages;
    private final MessageChannel link;
    private final EngineReport report;
    private final Deque<String> lines = new ArrayDeque<>();
    private final AtomicLong numbers = new AtomicLong();
    private final Map<Long, BlockingQueue<Message>> jobs = new ConcurrentHashMap<>();
    private volatile boolean stopped;

    /**
     * Starts a process, and waits until it is ready.
     *
     * @param folder where it is started
     * @throws EngineException with the reason if it does not become ready
     */
    Worker(Path folder, List<String> command) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
            builder.environment().keySet().removeAll(VERBOSE);
            builder.environment().putIfAbsent("TF_CPP_MIN_LOG_LEVEL", "3");
            process = builder.start();
        } catch (IOException e) {
            throw new EngineException("The engine cannot be started: " + e.getMessage(), e);
        }
        messages = start("engine messages", this::keepLines);
        Future<?> tooLate = CompletableFuture.runAsync(
                process::destroyForcibly, CompletableFuture.delayedExecutor(START_SECONDS, TimeUnit.SECONDS));
        try {
            link = new MessageChannel(process.getInputStream(), process.getOutputStream());
            report = introduction(link.receive());
        } catch (IOException e) {
            throw new EngineException(end(), e);
        } catch (EngineException e) {
            process.destroyForcibly();
            throw e;
        } finally {
            tooLate.cancel(false);
        }
        start("engine answers", this::distribute);
    }

    private static Thread start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static EngineReport introduction(Message first) throws IOException {
        if (first instanceof Message.Ready ready) return ready.report();
        if (first instanceof Message.Unable unable) throw new EngineException(unable.reason());
        throw new IOException("no introduction");
    }

    EngineReport report() {
        return report;
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return !stopped && process.isAlive();
    }

    /** Ends the process, with all its jobs. */
    void stop() {
        stopped = true;
        link.close();
        process.destroyForcibly();
    }

    private void keepLines() {
        try (BufferedReader errors =
                new BufferedReader(new InputStreamReader(process.getErrorStream(), Charset.defaultCharset()))) {
            for (String line = errors.readLine(); line != null; line = errors.readLine())
                synchronized (lines) {
                    lines.addLast(line);
                    if (lines.size() > LINES) lines.removeFirst();
                }
        } catch (IOException ended) {
            // So has the stream.
        }
    }

    private void distribute() {
        try {
            while (true) {
                Message message = link.receive();
                BlockingQueue<Message> job = jobs.get(number(message));
                if (job != null) job.add(message);
            }
        } catch (IOException ended) {
            stopped = true;
            process.destroyForcibly();
            jobs.values().forEach(job -> job.add(ENDED));
        }
    }

    private static long number(Message message) throws IOException {
        if (message instanceof Message.Update update) return update.id();
        if (message instanceof Message.Done done) return done.id();
        if (message instanceof Message.Failed failed) return failed.id();
        throw new IOException("not for a host");
    }

    /** Does a job, as {@link Engine#run}; several may run at once. */
    <R, P> R run(Job<R, P> job, ProgressListener<P> progress) throws IOException {
        long number = numbers.incrementAndGet();
        BlockingQueue<Message> answers = new LinkedBlockingQueue<>();
        jobs.put(number, answers);
        try {
            send(new Message.Request(number, job));
            return await(number, answers, progress);
        } finally {
            jobs.remove(number);
        }
    }

    private void send(Message message) {
        try {
            link.send(message);
        } catch (IOException e) {
            stopped = true;
            throw new EngineException(end(), e);
        }
    }

    /** The states and the result that arrive for a job are of its types. */
    @SuppressWarnings("unchecked")
    private <R, P> R await(long number, BlockingQueue<Message> answers, ProgressListener<P> progress)
            throws IOException {
        boolean goOn = true;
        while (true) {
            if (stopped && answers.isEmpty()) throw new EngineException(end());
            Message message = take(number, answers);
            if (message instanceof Message.Update update) {
                if (goOn && !progress.update((P) update.state())) {
                    goOn = false;
                    send(new Message.Stop(number));
                }
            } else if (message instanceof Message.Done done) return (R) done.result();
            else if (message instanceof Message.Failed failed) throw failed.rethrow();
            else throw new EngineException(end());
        }
    }

    /** The next answer. Whoever interrupts the thread wants the job to end with what there is. */
    private Message take(long number, BlockingQueue<Message> answers) {
        boolean interrupted = false;
        try {
            while (true)
                try {
                    return answers.take();
                } catch (InterruptedException e) {
                    interrupted = true;
                    send(new Message.Stop(number));
                }
        } finally {
            if (interrupted) Thread.currentThread().interrupt();
        }
    }

    /** Why the process has ended, in a sentence that says what to do. */
    private String end() {
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
                process.destroyForcibly().waitFor();
            messages.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
            synchronized (lines) {
                return WorkerExit.text(process.exitValue(), String.join("\n", lines));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "The engine was stopped.";
        }
    }
}
