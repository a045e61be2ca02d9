package io.github.neuralstyle.imagej.dialog;

import java.awt.Dialog;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.io.IOException;
import java.net.URL;
import javax.swing.JDialog;
import javax.swing.JEditorPane;
import javax.swing.JScrollPane;
import javax.swing.event.HyperlinkEvent;
import org.scijava.Context;
import org.scijava.log.LogService;
import org.scijava.platform.PlatformService;

/** The window of {@link HelpPages}: its links to sections scroll, others open in the browser. */
public final class HelpWindow {

    private static final Dimension SIZE = new Dimension(820, 620);

    private HelpWindow() {}

    /**
     * Shows the help, also beside a dialog that waits. From any thread.
     *
     * @param command the title of the one whose section is shown; null for the contents
     */
    public static void show(Context context, String command) {
        String html = new HelpPages(context).html();
        EventQueue.invokeLater(() -> open(context, html, command));
    }

    private static void open(Context context, String html, String command) {
        JEditorPane pane = new JEditorPane("text/html", html);
        pane.setName("pages");
        pane.setEditable(false);
        pane.setCaretPosition(0);
        pane.addHyperlinkListener(event -> {
            if (event.getEventType() != HyperlinkEvent.EventType.ACTIVATED) return;
            if (event.getDescription().startsWith("#"))
                pane.scrollToReference(event.getDescription().substring(1));
            else browse(context, event.getURL());
        });
        JDialog window = new JDialog();
        window.setTitle("Neural Style help");
        window.setName("Neural Style help");
        window.setModalExclusionType(Dialog.ModalExclusionType.APPLICATION_EXCLUDE);
        window.setDefaultCloseOperation(JDialog.DISPOSE_ON_CLOSE);
        window.add(new JScrollPane(pane));
        window.setSize(SIZE);
        window.setLocationByPlatform(true);
        window.setVisible(true);
        if (command != null) EventQueue.invokeLater(() -> pane.scrollToReference(command));
    }

    private static void browse(Context context, URL address) {
        try {
            context.service(PlatformService.class).open(address);
        } catch (IOException e) {
            context.service(LogService.class).error("Cannot open " + address + " in a browser: " + e.getMessage());
        }
    }
}
