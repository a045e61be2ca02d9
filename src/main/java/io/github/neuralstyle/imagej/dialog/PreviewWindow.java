package io.github.neuralstyle.imagej.dialog;

import io.github.neuralstyle.image.Images;
import io.github.neuralstyle.image.Pixels;
import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.Image;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.Objects;
import java.util.function.Supplier;
import javax.swing.ImageIcon;
import javax.swing.JCheckBox;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.SwingConstants;

/** A part of the result beside a dialog, while its box is ticked; it ends with the dialog. For the event thread. */
final class PreviewWindow {

    /** Sides of the window's picture, in pixels. */
    private static final int SIDE = 384;

    private final JCheckBox box = new JCheckBox("Preview");
    private final JDialog owner, window;
    private final JLabel picture = new JLabel("", SwingConstants.CENTER), message = new JLabel(" ");
    private final Supplier<LatestWork.Work> now;
    private final LatestWork work = new LatestWork(this::show, text -> EventQueue.invokeLater(() -> say(text)));

    /** @param now gives what is to be made by the inputs as they are */
    PreviewWindow(JDialog owner, Supplier<LatestWork.Work> now) {
        this.owner = owner;
        this.now = now;
        window = new JDialog(owner, "Preview");
        window.setName("preview window");
        window.setAutoRequestFocus(false);
        message.setName("preview message");
        picture.setName("preview picture");
        picture.setPreferredSize(new Dimension(SIDE, SIDE));
        window.add(picture, BorderLayout.CENTER);
        window.add(message, BorderLayout.SOUTH);
        window.pack();
        window.addWindowListener(new WindowAdapter() {
            @Override
            public void windowClosing(WindowEvent event) {
                box.setSelected(false);
                work.stop();
            }
        });
        owner.addWindowListener(new WindowAdapter() {
            @Override
            public void windowClosed(WindowEvent event) {
                work.close();
                window.dispose();
            }
        });
        box.setName("preview");
        box.setToolTipText("Show a part of the result: the selection, or the middle of the image.");
        box.addActionListener(event -> tick());
    }

    JCheckBox box() {
        return box;
    }

    private void tick() {
        if (box.isSelected()) window.setLocation(beside());
        else work.stop();
        window.setVisible(box.isSelected());
        update();
    }

    /** To the right of the dialog if there is room on the screen, else to the left. */
    private Point beside() {
        Rectangle screen = owner.getGraphicsConfiguration().getBounds();
        int right = owner.getX() + owner.getWidth();
        boolean fits = right + window.getWidth() <= screen.x + screen.width;
        return new Point(fits ? right : Math.max(screen.x, owner.getX() - window.getWidth()), owner.getY());
    }

    /** Inputs have changed. */
    void update() {
        if (!box.isSelected()) return;
        say("Working...");
        work.want(now.get());
    }

    private void say(String text) {
        DialogLayout.setText(message, Objects.requireNonNullElse(text, ""));
    }

    /** From any thread. */
    private void show(Pixels made) {
        double scale = (double) SIDE / Math.max(made.width(), made.height());
        int width = (int) Math.ceil(scale * made.width()), height = (int) Math.ceil(scale * made.height());
        ImageIcon icon = new ImageIcon(Images.drawable(made).getScaledInstance(width, height, Image.SCALE_FAST));
        EventQueue.invokeLater(() -> picture.setIcon(icon));
    }
}
