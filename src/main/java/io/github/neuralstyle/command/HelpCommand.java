package io.github.neuralstyle.command;

import io.github.neuralstyle.imagej.dialog.HelpPages;
import io.github.neuralstyle.imagej.dialog.HelpWindow;
import io.github.neuralstyle.imagej.progress.ImageJState;
import java.awt.GraphicsEnvironment;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.command.ContextCommand;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** {@code Plugins > Neural Style > Help and Citation}: what each command does, where to read on
 * and what to cite; needs no network. Pages for a person, a text for macros and scripts without a display. */
@Plugin(
        type = Command.class,
        description = "What the commands of Neural Style do, where the manual is, and what to cite.",
        attrs = @Attr(name = HelpPages.PAGE, value = "fiji.md"),
        menu = {
            @Menu(label = "Plugins"),
            @Menu(label = "Neural Style"),
            @Menu(label = "Help and Citation", weight = 100)
        })
public class HelpCommand extends ContextCommand {

    @Parameter(type = ItemIO.OUTPUT, label = "Neural Style help")
    private String text;

    @Override
    public void run() {
        if (GraphicsEnvironment.isHeadless() || ImageJState.isMacro()) text = new HelpPages(getContext()).text();
        else HelpWindow.show(getContext(), null);
    }
}
