package io.github.neuralstyle.imagej.dialog;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import java.awt.Rectangle;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextField;
import javax.swing.JToggleButton;

/**
 * Where a dialog's parts are: fields with their labels in a column, those that are folded away in two, messages of a fixed
 * width that no text can change, and buttons below. It never is higher than the screen.
 */
final class DialogLayout {

    /** Of messages, in pixels. */
    private static final int WIDTH = 460;

    /** Of fields that are folded away. */
    private static final int FOLDED = 160;

    /** Of the screen's border that is left free. */
    private static final int FREE = 40;

    private final JDialog dialog;
    private final JPanel body = new JPanel(), folded = new JPanel(new GridBagLayout());
    private final JPanel helpers = new JPanel(new FlowLayout(FlowLayout.LEADING, 4, 0)),
            ends = new JPanel(new FlowLayout(FlowLayout.TRAILING, 4, 0));
    private JPanel column;
    private boolean folding;
    private int count;

    DialogLayout(JDialog dialog) {
        this.dialog = dialog;
        body.setLayout(new BoxLayout(body, BoxLayout.Y_AXIS));
        body.setBorder(BorderFactory.createEmptyBorder(8, 10, 4, 10));
        folded.setVisible(false);
    }

    void field(String label, String help, JComponent component) {
        JLabel text = new JLabel(label);
        text.setToolTipText(help);
        text.setLabelFor(component);
        if (!folding && column == null) {
            column = new JPanel(new GridBagLayout());
            count = 0;
            body.add(left(column));
        }
        int columns = folding ? 2 : 1, x = 2 * (count % columns), y = count / columns;
        count++;
        JPanel panel = folding ? folded : column;
        panel.add(text, at(x, y, 0, x > 0 ? 14 : 0));
        if (folding) { // that both columns are of one width
            if (component instanceof JTextField field) field.setColumns(0);
            component.setPreferredSize(new Dimension(FOLDED, component.getPreferredSize().height));
        }
        panel.add(component, at(x + 1, y, 1, 6));
    }

    private static GridBagConstraints at(int x, int y, double weight, int before) {
        return new GridBagConstraints(
                x,
                y,
                1,
                1,
                weight,
                0,
                GridBagConstraints.LINE_START,
                GridBagConstraints.HORIZONTAL,
                new Insets(2, before, 2, 0),
                0,
                0);
    }

    /** A text below what there is so far, with room for two lines. */
    void message(JLabel label) {
        setText(label, "");
        int line = label.getFontMetrics(label.getFont()).getHeight();
        label.setPreferredSize(new Dimension(WIDTH, 2 * line + 2));
        label.setVerticalAlignment(JLabel.TOP);
        label.setBorder(BorderFactory.createEmptyBorder(2, 0, 0, 0));
        body.add(left(label));
        if (!folding) column = null;
    }

    /** A text, or one of HTML, broken into lines. */
    static void setText(JLabel label, String text) {
        boolean html = text.startsWith("<html>");
        label.setText(
                html
                        ? text
                        : "<html><body width=" + WIDTH + ">"
                                + text.replace("&", "&amp;").replace("<", "&lt;") + "</body></html>");
        if (html) label.setPreferredSize(null);
    }

    /** All fields from here on are hidden until a button with this label is pressed. */
    void fold(String label, String help) {
        JToggleButton button = new JToggleButton(label);
        button.setName("more");
        button.setToolTipText(help);
        button.addActionListener(event -> {
            folded.setVisible(button.isSelected());
            size();
        });
        JPanel line = new JPanel(new FlowLayout(FlowLayout.LEADING, 0, 2));
        line.add(button);
        body.add(left(line));
        body.add(left(folded));
        folding = true;
        count = 0;
    }

    private static JComponent left(JComponent component) {
        component.setAlignmentX(JComponent.LEFT_ALIGNMENT);
        return component;
    }

    JButton button(String name, String label, String help, Runnable action) {
        return add(helpers, name, label, help, action);
    }

    /** Something beside the buttons. */
    void beside(JComponent component) {
        helpers.add(component);
    }

    /** A button that ends the dialog. */
    JButton end(String name, String label, Runnable action) {
        return add(ends, name, label, null, action);
    }

    private static JButton add(JPanel bar, String name, String label, String help, Runnable action) {
        JButton button = new JButton(label);
        button.setName(name);
        button.setToolTipText(help);
        button.addActionListener(event -> action.run());
        bar.add(button);
        return button;
    }

    /** Shows the dialog until it is ended. */
    void open() {
        JPanel buttons = new JPanel();
        buttons.setLayout(new BoxLayout(buttons, BoxLayout.X_AXIS));
        buttons.add(helpers);
        buttons.add(Box.createHorizontalGlue());
        buttons.add(ends);
        buttons.setBorder(BorderFactory.createEmptyBorder(4, 6, 8, 6));
        JScrollPane scroll = new JScrollPane(body);
        scroll.setBorder(null);
        dialog.add(scroll, BorderLayout.CENTER);
        dialog.add(buttons, BorderLayout.SOUTH);
        dialog.setDefaultCloseOperation(JDialog.DISPOSE_ON_CLOSE);
        size();
        dialog.setLocationRelativeTo(null);
        dialog.setVisible(true);
    }

    private void size() {
        dialog.pack();
        Rectangle screen = dialog.getGraphicsConfiguration().getBounds();
        dialog.setSize(dialog.getWidth(), Math.min(dialog.getHeight(), screen.height - FREE));
        if (dialog.getY() + dialog.getHeight() > screen.y + screen.height) dialog.setLocationRelativeTo(null);
    }
}
