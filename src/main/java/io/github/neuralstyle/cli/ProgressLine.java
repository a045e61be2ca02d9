package io.github.neuralstyle.cli;

import com.sun.jna.Platform;
import io.github.neuralstyle.model.train.Normalization;
import io.github.neuralstyle.transfer.TransferState;
import io.github.neuralstyle.util.ProgressListener;
import io.github.neuralstyle.util.RemainingTime;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressState;
import org.jline.nativ.CLibrary;
import org.jline.nativ.Kernel32;

/** A progress bar on the standard error stream; nothing if that is not a terminal. */
final class ProgressLine implements AutoCloseable {

    private static final int PARTS = 1000, CELLS = 10, UNCERTAIN = 20, STDERR = 2, USUAL_WIDTH = 80;

    private final ProgressBar bar;
    private volatile Duration left = Duration.ZERO;

    ProgressLine() {
        bar = isTerminal()
                ? new ProgressBarBuilder()
                        .setTaskName("")
                        .setInitialMax(PARTS)
                        .setUpdateIntervalMillis(200)
                        .continuousUpdate()
                        .setRenderer(this::render)
                        .setConsumer(new ConsoleProgressBarConsumer(System.err, terminalWidth() - 1))
                        .build()
                : null;
    }

    /** Shows the state of a style transfer. */
    void show(TransferState state) {
        String losses = state.losses().entrySet().stream()
                .map(loss -> String.format(Locale.ROOT, "%s %.2g", loss.getKey(), loss.getValue()))
                .collect(Collectors.joining(" "));
        show(
                state.done(),
                state.left(),
                state.stage() == TransferState.Stage.FINISH
                        ? "finish"
                        : String.format(
                                Locale.ROOT,
                                "scale %d/%d step %d/%d %s",
                                state.scale(),
                                state.scales(),
                                state.step(),
                                state.steps(),
                                losses));
    }

    /** Shows how much is done, from 0 to 1, the time left, and what else there is to know. */
    void show(double done, Duration timeLeft, String message) {
        if (bar == null) return;
        left = timeLeft;
        bar.setExtraMessage(message);
        bar.stepTo(Math.round(PARTS * done));
    }

    /** Shows how far a normalisation is, and stops it when interrupted. */
    ProgressListener<Normalization.State> normalization(Interruption interruption) {
        RemainingTime remaining = new RemainingTime(System::nanoTime);
        return state -> {
            show(state.done(), remaining.after(state.done()), state.images() + " of " + state.of() + " images");
            return !interruption.requested();
        };
    }

    /** Writes a line to the same terminal, in place of the bar, which appears again below. */
    void note(PrintWriter err, String message) {
        if (bar != null) err.print("\r" + " ".repeat(terminalWidth() - 1) + "\r");
        err.println(message);
        err.flush();
    }

    private String render(ProgressState state, int width) {
        int full = (int) (CELLS * state.getCurrent() / PARTS);
        String time = state.getCurrent() < UNCERTAIN || left.isZero()
                ? ""
                : String.format(Locale.ROOT, "%d:%02d left ", left.toMinutes(), left.toSecondsPart());
        String line = String.format(
                Locale.ROOT,
                "[%s%s] %3d%% %s%s",
                "=".repeat(full),
                " ".repeat(CELLS - full),
                100 * state.getCurrent() / PARTS,
                time,
                state.getExtraMessage());
        return line.substring(0, Math.min(line.length(), width));
    }

    /** JLine's own Terminal would know, too, but takes Ctrl-C away from the JVM, so that no shutdown hook runs. */
    private static boolean isTerminal() {
        try {
            return (Platform.isWindows() ? Kernel32.isatty(STDERR) : CLibrary.isatty(STDERR)) != 0;
        } catch (LinkageError | RuntimeException unknown) {
            return false;
        }
    }

    private static int terminalWidth() {
        if (Platform.isWindows()) return USUAL_WIDTH;
        CLibrary.WinSize size = new CLibrary.WinSize();
        return CLibrary.ioctl(STDERR, CLibrary.TIOCGWINSZ, size) == 0 && size.ws_col > 0 ? size.ws_col : USUAL_WIDTH;
    }

    @Override
    public void close() {
        if (bar != null) bar.close();
    }
}
