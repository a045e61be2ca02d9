package io.github.neuralstyle.engine.worker;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;

/** Sends and receives messages between a host and its worker, through the worker's standard streams. */
final class MessageChannel {

    private static final int BUFFER = 1 << 18;

    private final ObjectOutputStream out;
    private final InputStream source;
    private ObjectInputStream in;

    MessageChannel(InputStream in, OutputStream out) throws IOException {
        source = new BufferedInputStream(in, BUFFER);
        this.out = new ObjectOutputStream(new BufferedOutputStream(out, BUFFER));
        this.out.flush();
    }

    synchronized void send(Message message) throws IOException {
        out.writeUnshared(message);
        out.reset();
        out.flush();
    }

    /**
     * The next message, for one thread at a time.
     *
     * @throws IOException if the other side has ended, or sends something else
     */
    Message receive() throws IOException {
        try {
            if (in == null) in = new ObjectInputStream(source);
            return (Message) in.readUnshared();
        } catch (ClassNotFoundException | ClassCastException e) {
            throw new IOException("This is no message: " + e, e);
        }
    }

    /** Ends the other side, which takes this for its host's end. */
    void close() {
        try {
            out.close();
        } catch (IOException gone) {
            // It has ended already.
        }
    }
}
