package io.github.neuralstyle.engine.worker;

import io.github.neuralstyle.engine.EngineException;
import io.github.neuralstyle.engine.install.EngineFolder;
import io.github.neuralstyle.engine.install.EngineReport;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The engine's process: does what comes through its standard input, until that ends, as it does when the host ends in
 * whatever way.
 */
public final class WorkerMain {

    private final MessageChannel link;
    private final Set<Long> stopped = ConcurrentHashMap.newKeySet();

    private WorkerMain(MessageChannel link) {
        this.link = link;
    }

    /** Nobody but the host can use what this reads and writes. */
    public static void main(String[] args) throws IOException {
        OutputStream out = new FileOutputStream(FileDescriptor.out);
        System.setOut(System.err);
        offerMemoryFirst();
        WorkerMain worker = new WorkerMain(new MessageChannel(System.in, out));
        start("start", worker::begin);
        worker.serve();
    }

    private static void start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Ends the process, whatever it is doing: TensorFlow cannot be interrupted, and nobody waits for it any more. */
    private static void end() {
        Runtime.getRuntime().halt(0);
    }

    /** Where memory runs out, Linux is to end this process and not ImageJ. */
    private static void offerMemoryFirst() {
        try {
            Files.writeString(Path.of("/proc/self/oom_score_adj"), "800");
        } catch (IOException otherSystem) {
            // It chooses by itself.
        }
    }

    private void begin() {
        try {
            send(new Message.Ready(EngineReport.make()));
        } catch (EngineException e) {
            send(new Message.Unable(e.getMessage()));
        } catch (OutOfMemoryError e) {
            send(new Message.Unable(String.format(
                    Locale.ROOT,
                    "The engine's Java has too little memory to start (%d MB); give it 1g or more by -D%s, "
                            + "or close other programs.",
                    Runtime.getRuntime().maxMemory() >> 20,
                    WorkerEngine.HEAP)));
        } catch (Throwable e) {
            send(new Message.Unable(
                    "The engine does not work here (" + e + "); choose verify in " + EngineFolder.MENU + "."));
        }
    }

    private void serve() {
        try {
            while (true) {
                Message message = link.receive();
                if (message instanceof Message.Request request) start("job " + request.id(), () -> work(request));
                else if (message instanceof Message.Stop stop) stopped.add(stop.id());
            }
        } catch (IOException e) {
            end();
        }
    }

    private void work(Message.Request request) {
        Message answer;
        try {
            answer = new Message.Done(request.id(), request.job().run(state -> {
                send(new Message.Update(request.id(), state));
                return !stopped.contains(request.id());
            }));
        } catch (Throwable e) {
            if (!(e instanceof IllegalArgumentException || e instanceof IOException)) e.printStackTrace();
            answer = Message.Failed.of(request.id(), e);
        }
        send(answer);
        stopped.remove(request.id());
    }

    private void send(Message message) {
        try {
            link.send(message);
        } catch (IOException e) {
            end();
        }
    }
}
