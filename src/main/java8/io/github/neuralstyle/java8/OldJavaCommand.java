package io.github.neuralstyle.java8;

import org.scijava.command.ContextCommand;
import org.scijava.log.LogService;
import org.scijava.plugin.Parameter;

/** What the entries of the menu do in a Java that is too old: they say so. {@link OldJavaService} puts it there. */
public class OldJavaCommand extends ContextCommand {

    @Parameter
    private LogService log;

    @Parameter
    private String entry;

    @Override
    public void run() {
        log.error(entry + ": " + OldJava.sentence());
        cancel(OldJava.sentence());
    }
}
