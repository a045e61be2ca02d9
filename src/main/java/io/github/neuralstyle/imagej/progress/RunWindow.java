package io.github.neuralstyle.imagej.progress;

import io.github.neuralstyle.image.Images;
import io.github.neuralstyle.transfer.TransferState;
import io.github.neuralstyle.util.Throttle;
import java.awt.BorderLayout;
import java.awt.FlowLayout;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.event.KeyEvent;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.awt.image.BufferedImage;
import java.util.function.LongSupplier;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.ImageIcon;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import javax.swing.KeyStroke;
import javax.swing.SwingConstants;
import javax.swing.SwingUtilities;
import javax.swing.WindowConstants;

/** A window with the progress and picture of a run and buttons to end it. May be called from any thread, and never waits. */
final class RunWindow {

    private static final int PARTS = 1000, WIDTH = 420;
    private final JLabel picture = new JLabel("", SwingConstants.CENTER), message = new JLabel("Starting");
    private final JProgressBar bar = new JProgressBar(0, PARTS);
    private JFrame frame;

    /** Closing the window keeps what is done. */
    RunWindow(String title, Runnable keep, Runnable cancel) {
        SwingUtilities.invokeLater(() -> make(title, keep, cancel));
        SwingUtilities.invokeLater(() -> frame.setVisible(true)); // an event of its own, as each takes its time
    }

    private void make(String title, Runnable keep, Runnable cancel) {
        JButton keepButton = new JButton("Stop and keep"), cancelButton = new JButton("Cancel");
        keepButton.setToolTipText("End after the current step, with the picture as it is then.");
        cancelButton.setToolTipText("End after the current step, without a picture.");
        keepButton.addActionListener(event -> end("Stopping after this step", keep, keepButton, cancelButton));
        cancelButton.addActionListener(event -> end("Cancelling after this step", cancel, keepButton, cancelButton));
        JPanel buttons = new JPanel(new FlowLayout(FlowLayout.TRAILING)), progress = new JPanel(new BorderLayout(6, 6));
        buttons.add(keepButton);
        buttons.add(cancelButton);
        progress.add(message, BorderLayout.NORTH);
        progress.add(bar, BorderLayout.CENTER);
        progress.add(buttons, BorderLayout.SOUTH);
        progress.setBorder(BorderFactory.createEmptyBorder(8, 8, 4, 8));
        bar.setIndeterminate(true);
        frame = new JFrame(title);
        frame.setAutoRequestFocus(false);
        frame.setLocationByPlatform(true);
        frame.setDefaultCloseOperation(WindowConstants.DO_NOTHING_ON_CLOSE);
        frame.addWindowListener(new WindowAdapter() {
            @Override
            public void windowClosing(WindowEvent event) {
                keepButton.doClick(0);
            }
        });
        frame.getRootPane()
                .registerKeyboardAction(
                        event -> keepButton.doClick(0),
                        KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0),
                        JComponent.WHEN_IN_FOCUSED_WINDOW);
        frame.add(picture, BorderLayout.CENTER);
        frame.add(progress, BorderLayout.SOUTH);
        frame.add(Box.createHorizontalStrut(WIDTH), BorderLayout.NORTH);
        frame.pack(); // with room for the title bar, which a size would include
        frame.setMinimumSize(frame.getSize());
    }

    private void end(String text, Runnable action, JButton... buttons) {
        message.setText(text);
        for (JButton button : buttons) button.setEnabled(false);
        action.run();
    }

    /** @param done from 0 to 1 */
    void show(double done, String text) {
        SwingUtilities.invokeLater(() -> {
            bar.setIndeterminate(done == 0);
            bar.setValue((int) (PARTS * done));
            message.setText(text);
        });
    }

    void show(BufferedImage image) {
        SwingUtilities.invokeLater(() -> {
            if (!frame.isDisplayable()) return;
            boolean first = picture.getIcon() == null;
            picture.setIcon(new ImageIcon(image));
            if (first || frame.getPreferredSize().height > frame.getHeight()) frame.pack();
        });
    }

    void close() {
        SwingUtilities.invokeLater(() -> frame.dispose());
    }

    /** Draws the picture from time to time. */
    static final class LiveView {

        /** The longer side of the view in pixels, at all scales. */
        private static final int LONGEST = 400;

        private final Throttle throttle;

        LiveView(LongSupplier nanoTime) {
            throttle = new Throttle(nanoTime);
        }

        /** The picture, or null if it is not yet time for the next. */
        BufferedImage draw(TransferState state) {
            return throttle.get(
                    () -> scaled(Images.drawable(state.picture().get().subsampled(LONGEST))));
        }

        private static BufferedImage scaled(BufferedImage image) {
            double factor = (double) LONGEST / Math.max(image.getWidth(), image.getHeight());
            int width = (int) Math.ceil(factor * image.getWidth()),
                    height = (int) Math.ceil(factor * image.getHeight());
            BufferedImage scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            Graphics2D graphics = scaled.createGraphics();
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.drawImage(image, 0, 0, width, height, null);
            graphics.dispose();
            return scaled;
        }
    }
}
